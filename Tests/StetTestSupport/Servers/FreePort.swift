internal import Glibc

/// Ports for servers that cannot choose one themselves.
enum FreePort {
  /// A port that nobody has at this moment.
  static func find(on interface: ScriptedServer.Interface) throws -> Int {
    let socket = try LoopbackSocket.bound(interface)
    defer { close(socket) }
    return try LoopbackSocket.port(of: socket)
  }

  /// Waits until somebody listens, ten seconds at most.
  static func waitUntilTaken(_ port: Int, on interface: ScriptedServer.Interface) -> Bool {
    for _ in 0..<2000 {
      if LoopbackSocket.answers(port, on: interface) { return true }
      usleep(5000)
    }
    return false
  }
}
