internal import FlyingSocks
internal import Glibc

/// Serves a room over HTTP/1.1; the sockets are FlyingSocks', which this folder alone knows.
public struct RoomServer: Sendable {
  /// Where to listen, and what for.
  public struct Options: Sendable, Hashable {
    /// An address of this machine or a name of one; all addresses of a name are listened at.
    public var host = "127.0.0.1"
    /// 0 takes a free one.
    public var port: UInt16 = 0
    /// Whether an address may be listened at that others can reach.
    public var allowsPublic = false
    /// Names that clients may know the server by, besides its addresses: without the port.
    public var names: [String] = []

    /// Whether a text can be one of `names`: letters, digits, hyphens and dots (RFC 952).
    public static func isName(_ text: String) -> Bool {
      let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      return text.utf8.count <= 253
        && labels.allSatisfy { label in
          (1...63).contains(label.count)
            && label.allSatisfy { byte in
              switch byte {
              case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                true
              default: false
              }
            }
        }
    }

    /// Loopback, on a free port.
    public init() {}
  }

  /// More clients than that wait.
  private static let maximumConnections = 512

  private let room: ReadingRoom
  private let names: OwnNames
  private let listeners: [(socket: Socket, address: ListeningAddress)]
  private let port: UInt16
  private let patience: Patience
  /// Where it can be found: `http://127.0.0.1:8417/`.
  public let address: String

  /// A server that listens already: who connects is answered once it runs.
  /// - Throws: when it may not or cannot listen there.
  public init(_ room: ReadingRoom, _ options: Options) throws(ServeError) {
    try self.init(room, options, patience: Patience())
  }

  init(_ room: ReadingRoom, _ options: Options, patience: Patience) throws(ServeError) {
    let addresses = try ListeningAddress.all(of: options.host)
    if !options.allowsPublic, let open = addresses.first(where: { !$0.isLoopback }) {
      throw ServeError(
        code: .publicAddress,
        description:
          "Will not listen at \(open.inURL): others can reach it, and whoever does can read the whole archive. "
          + "Use 127.0.0.1, or say --allow-public.")
    }
    let (listeners, port) = try Self.listen(at: addresses, port: options.port)
    self.room = room
    self.listeners = listeners
    self.port = port
    self.patience = patience
    var names = options.names.map { $0.lowercased() }
    let isName = ListeningAddress(options.host) == nil && !options.host.hasPrefix("[")
    if isName { names.append(options.host.lowercased()) }
    self.names = OwnNames(names: Set(names))
    address = "http://\(options.names.first ?? (isName ? options.host : addresses[0].inURL)):\(port)/"
  }

  /// Listens at all addresses, on one port.
  private static func listen(
    at addresses: [ListeningAddress], port wanted: UInt16
  ) throws(ServeError) -> (listeners: [(socket: Socket, address: ListeningAddress)], port: UInt16) {
    var attempts = 0
    while true {
      var listeners: [(socket: Socket, address: ListeningAddress)] = []
      var port = wanted
      do throws(ServeError) {
        for address in addresses {
          let (socket, taken) = try address.listen(port: port)
          listeners.append((socket, address))
          port = taken
        }
        return (listeners, port)
      } catch {
        for listener in listeners { try? listener.socket.close() }
        // A port that is free at one address may be taken at the next.
        attempts += 1
        guard wanted == 0, error.code == .portInUse, attempts < 10 else { throw error }
      }
    }
  }

  /// Serves until the task is cancelled; the connections that are open then are closed.
  public func run() async throws {
    let pool: SocketPool<ePoll> = .ePoll(maxEvents: 256)
    try await pool.prepare()
    let table = ConnectionTable()
    defer {
      table.cancelAll()
      for (socket, _) in listeners { try? socket.close() }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await pool.run() }
      group.addTask { try await Self.watch(table) }
      for (socket, address) in listeners {
        let listener = try AsyncSocket(socket: socket, pool: pool)
        group.addTask { try await accept(at: listener, address, table) }
      }
      defer { group.cancelAll() }
      try await group.next()
    }
  }

  private static func watch(_ table: ConnectionTable) async throws {
    while true {
      try await Task.sleep(for: .milliseconds(500))
      table.cancelOverdue()
    }
  }

  private func accept(at listener: AsyncSocket, _ address: ListeningAddress, _ table: ConnectionTable) async throws {
    while true {
      let socket: AsyncSocket
      do {
        socket = try await listener.accept()
      } catch SocketError.failed {
        // The client has gone again, or no more files may be open: others will close.
        try await Task.sleep(for: .milliseconds(20))
        continue
      }
      try? socket.socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
      try? socket.socket.setValue(Connection.kept, for: .sendBufferSize)
      while true {
        if let number = table.open(limit: Self.maximumConnections, patience: patience.arrival) {
          start(socket, address, table, number)
          break
        }
        try await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  private func start(_ socket: AsyncSocket, _ address: ListeningAddress, _ table: ConnectionTable, _ number: Int) {
    // Of an address that stands for all, the connection knows which of them it is.
    let local = (try? socket.socket.sockname()).flatMap(ListeningAddress.init) ?? address
    let connection = Connection(
      room: room, names: names, socket: socket, local: local, port: port, table: table, number: number,
      patience: patience)
    table.set(Task { await connection.serve() }, of: number)
  }
}
