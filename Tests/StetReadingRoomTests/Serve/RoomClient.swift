import Glibc

/// Nobody listens.
struct NoConnection: Error {}

/// A client that sends bytes as they are and reads what comes, on loopback.
final class RoomClient {
  private let descriptor: Int32

  init(port: UInt16, ipv6: Bool = false) throws {
    descriptor = socket(ipv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var four = sockaddr_in()
    four.sin_family = sa_family_t(AF_INET)
    four.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    four.sin_port = port.bigEndian
    var six = sockaddr_in6()
    six.sin6_family = sa_family_t(AF_INET6)
    inet_pton(AF_INET6, "::1", &six.sin6_addr)
    six.sin6_port = port.bigEndian
    let result =
      ipv6
      ? withUnsafePointer(to: &six) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
      : withUnsafePointer(to: &four) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    guard result == 0 else { throw NoConnection() }
  }

  deinit { close(descriptor) }

  /// Sends; what the other side no longer takes is lost.
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Whether the other side breaks off, though nothing is read of what it sent; waits for it as long as told.
  func isEnded(within limit: Duration) -> Bool {
    var entry = pollfd(fd: descriptor, events: 0, revents: 0)
    return poll(&entry, 1, Int32(limit.components.seconds * 1000)) == 1 && entry.revents & Int16(POLLHUP | POLLERR) != 0
  }

  /// What comes until the other side closes.
  func readAll() -> String { String(decoding: readBytes(.max), as: UTF8.self) }

  /// So many bytes, fewer when the other side closes.
  func readBytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < count {
      let got = recv(descriptor, &piece, min(piece.count, count - bytes.count), 0)
      guard got > 0 else { break }
      bytes += piece.prefix(got)
    }
    return bytes
  }
}
