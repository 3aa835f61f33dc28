internal import Glibc
internal import Synchronization

/// A real HTTP/1.1 server on a loopback port, whose every answer is written by the test.
///
/// It remembers what it was asked, keeps connections open as a server does, and stops when the object goes.
public final class ScriptedServer: Sendable {
  /// Makes an answer to a request.
  public typealias Script = @Sendable (RecordedRequest) -> ScriptedResponse

  /// Where it listens.
  public enum Interface: Sendable, Hashable {
    /// 127.0.0.1
    case ipv4
    /// ::1
    case ipv6
    /// 127.0.x.y, numbered: hosts of their own, all of them on this machine.
    case host(UInt16)

    /// The address as a number; nil for IPv6.
    var ipv4: UInt32? {
      switch self {
      case .ipv4: 0x7F00_0001
      case .ipv6: nil
      case .host(let number): 0x7F00_0000 | UInt32(number)
      }
    }

    /// As it stands in an address.
    var name: String {
      switch self {
      case .ipv4: "127.0.0.1"
      case .ipv6: "[::1]"
      case .host(let number): "127.0.\(number >> 8).\(number & 0xFF)"
      }
    }
  }

  private let state: ScriptedServerState
  /// The port, chosen by the system.
  public let port: Int

  /// Scheme, host and port: "http://127.0.0.1:40000".
  public let origin: String

  /// Starts to listen. Every path answers 404 until it has a script.
  public init(_ interface: Interface = .ipv4) throws {
    let listener = try LoopbackSocket.listen(interface)
    port = try LoopbackSocket.port(of: listener)
    origin = "http://\(interface.name):\(port)"
    state = ScriptedServerState(listener: listener, origin: origin)
    try Thread.start { [state] in state.acceptConnections() }
  }

  deinit { state.stop() }

  /// The address of a path on this server.
  public func address(_ path: String) -> String { origin + path }

  /// Answers a path always the same; the query does not matter.
  public func on(_ path: String, _ response: ScriptedResponse) { on(path) { _ in response } }

  /// Answers a path by a script; the query does not matter.
  public func on(_ path: String, _ script: @escaping Script) { state.setScript(script, for: path) }

  /// Answers every path that has no script of its own.
  public func onOthers(_ script: @escaping Script) { state.setScriptForOthers(script) }

  /// Answers a path with one response after the other; the last one stays.
  public func on(_ path: String, inTurn responses: [ScriptedResponse]) {
    let turn = Mutex(0)
    on(path) { _ in
      let index = turn.withLock { turn in
        defer { turn += 1 }
        return min(turn, responses.count - 1)
      }
      return responses[index]
    }
  }

  /// What was asked so far, in the order in which it came.
  public var requests: [RecordedRequest] { state.requests }

  /// How many connections were opened so far.
  public var connectionCount: Int { state.connectionCount }

  /// Stops listening and closes every connection.
  public func stop() { state.stop() }
}
