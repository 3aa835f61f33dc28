internal import Glibc
internal import Synchronization

/// What the threads of a `ScriptedServer` share. It outlives the server object by moments: its threads see `isStopped`
/// and end.
final class ScriptedServerState: Sendable {
  private struct Content {
    var scripts: [String: ScriptedServer.Script] = [:]
    var scriptForOthers: ScriptedServer.Script = { .page(404, text: "<p>no script for \($0.path)</p>") }
    var requests: [RecordedRequest] = []
    var connectionCount = 0
    var openConnections = 0
    var isStopped = false
  }

  /// More connections at once than any test needs; the next ones wait in the system's queue.
  private static let maximumOpenConnections = 32
  /// How often a waiting thread looks whether it should stop.
  private static let tick: Int32 = 20

  private let listener: Int32
  private let origin: String
  private let content = Mutex(Content())

  init(listener: Int32, origin: String) {
    self.listener = listener
    self.origin = origin
  }

  var requests: [RecordedRequest] { content.withLock { $0.requests } }
  var connectionCount: Int { content.withLock { $0.connectionCount } }
  private var isStopped: Bool { content.withLock { $0.isStopped } }

  func setScript(_ script: @escaping ScriptedServer.Script, for path: String) {
    content.withLock { $0.scripts[path] = script }
  }

  func setScriptForOthers(_ script: @escaping ScriptedServer.Script) {
    content.withLock { $0.scriptForOthers = script }
  }

  func stop() { content.withLock { $0.isStopped = true } }

  /// The body of the listening thread.
  func acceptConnections() {
    defer { close(listener) }
    while !isStopped {
      let isFull = content.withLock { $0.openConnections >= Self.maximumOpenConnections }
      guard !isFull else {
        usleep(UInt32(Self.tick) * 1000)
        continue
      }
      guard LoopbackSocket.isReadable(listener, milliseconds: Self.tick) else { continue }
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { continue }
      _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
      let number = content.withLock { content in
        content.connectionCount += 1
        content.openConnections += 1
        return content.connectionCount
      }
      let started: Void? = try? Thread.start { self.serve(connection, number: number) }
      if started == nil { finish(connection) }
    }
  }

  private func finish(_ connection: Int32) {
    close(connection)
    content.withLock { $0.openConnections -= 1 }
  }

  private func serve(_ connection: Int32, number: Int) {
    defer { finish(connection) }
    LoopbackSocket.limitSending(connection)
    var pending: [UInt8] = []
    while let head = nextHead(connection, &pending) {
      guard var request = RecordedRequest(head: head, connection: number, origin: origin) else { return }
      let length = request.header("Content-Length").flatMap { Int($0) } ?? 0
      guard let body = nextBody(connection, &pending, length: length) else { return }
      request.body = body
      let (index, script) = content.withLock { content in
        content.requests.append(request)
        return (content.requests.count - 1, content.scripts[request.path] ?? content.scriptForOthers)
      }
      guard play(script(request), on: connection, request: index) else { return }
    }
  }

  /// Whether the connection stays open.
  private func play(_ response: ScriptedResponse, on connection: Int32, request index: Int) -> Bool {
    let pieces = AnswerPieces(response.steps)
    if pieces.isEmpty { noteFinished(index) }
    for (piece, isLast) in pieces {
      if isLast { noteFinished(index) }
      let wentWell =
        switch piece {
        case .bytes(let bytes): !isStopped && LoopbackSocket.send(bytes, to: connection)
        case .pause(let duration): pause(duration, connection)
        }
      guard wentWell else {
        content.withLock { $0.requests[index].finished = nil }
        return false
      }
    }
    switch response.ending {
    case .keepsOpen: return true
    case .closes:
      // A process started at this moment may hold the socket too, so closing it would not end the connection.
      shutdown(connection, Int32(SHUT_RDWR))
      return false
    case .resets:
      LoopbackSocket.resetOnClose(connection)
      return false
    }
  }

  private func noteFinished(_ index: Int) { content.withLock { $0.requests[index].finished = .now } }

  /// False when the client has gone.
  private func pause(_ duration: Duration, _ connection: Int32) -> Bool {
    let end = ContinuousClock.now + duration
    while !isStopped, ContinuousClock.now < end {
      guard !LoopbackSocket.hasGone(connection) else { return false }
      usleep(UInt32(min(5000, max(1, ContinuousClock.now.duration(to: end) / .microseconds(1)))))
    }
    return true
  }

  /// The body of a request; nil when the client has gone or the server stops.
  private func nextBody(_ connection: Int32, _ pending: inout [UInt8], length: Int) -> [UInt8]? {
    while pending.count < length {
      guard !isStopped, length < 1 << 24 else { return nil }
      guard LoopbackSocket.isReadable(connection, milliseconds: Self.tick) else { continue }
      var chunk = [UInt8](repeating: 0, count: 1 << 14)
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      pending += chunk[..<count]
    }
    defer { pending.removeFirst(length) }
    return Array(pending.prefix(length))
  }

  /// The next request head without its empty line; nil when the client has gone or the server stops.
  private func nextHead(_ connection: Int32, _ pending: inout [UInt8]) -> [UInt8]? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let range = pending.firstRange(of: end) {
        let head = Array(pending[..<range.lowerBound])
        pending.removeSubrange(..<range.upperBound)
        return head
      }
      guard !isStopped, pending.count < 1 << 20 else { return nil }
      guard LoopbackSocket.isReadable(connection, milliseconds: Self.tick) else { continue }
      var chunk = [UInt8](repeating: 0, count: 1 << 14)
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      pending += chunk[..<count]
      // What is no request (a TLS greeting, say) is answered as servers do.
      guard let first = pending.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else {
        _ = LoopbackSocket.send(Array("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".utf8), to: connection)
        return nil
      }
    }
  }
}
