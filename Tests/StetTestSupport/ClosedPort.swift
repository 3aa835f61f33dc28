internal import Glibc

/// A loopback port that is taken but on which nobody listens, so that connections to it are refused.
public final class ClosedPort: Sendable {
  private let socket: Int32
  /// The port.
  public let number: Int

  /// Takes a port, until the object goes.
  public init() throws {
    socket = try LoopbackSocket.bound(.ipv4)
    number = try LoopbackSocket.port(of: socket)
  }

  deinit { close(socket) }
}
