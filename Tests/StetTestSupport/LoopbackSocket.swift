internal import Glibc

/// The socket calls that a `ScriptedServer` needs.
enum LoopbackSocket {
  /// A listening socket on a port that the system chooses.
  static func listen(_ interface: ScriptedServer.Interface) throws -> Int32 {
    let listener = try bound(interface)
    guard Glibc.listen(listener, 64) == 0 else {
      let failure = SystemFailure("listen on loopback")
      close(listener)
      throw failure
    }
    return listener
  }

  /// A socket bound to a port that the system chooses, on which nobody listens yet.
  static func bound(_ interface: ScriptedServer.Interface) throws -> Int32 {
    let family = interface == .ipv6 ? AF_INET6 : AF_INET
    let listener = socket(family, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { throw SystemFailure("socket") }
    let bound = interface.ipv4.map { withAddress($0, port: 0) { bind(listener, $0, $1) } } ?? bindIPv6(listener)
    guard bound == 0 else {
      let failure = SystemFailure("bind to loopback")
      close(listener)
      throw failure
    }
    return listener
  }

  /// The port that a socket is bound to.
  static func port(of socket: Int32) throws -> Int {
    var address = sockaddr_in6()
    var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
    }
    guard result == 0 else { throw SystemFailure("getsockname") }
    // The port is at the same place in both families.
    return Int(UInt16(bigEndian: address.sin6_port))
  }

  /// Waits until there is something to read; false when nothing came in time.
  static func isReadable(_ socket: Int32, milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) > 0
  }

  /// Whether the other side has closed its connection, or reset it.
  static func hasGone(_ socket: Int32) -> Bool {
    var byte: UInt8 = 0
    let count = recv(socket, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT))
    return count == 0 || count < 0 && errno == ECONNRESET
  }

  /// Sends all bytes; false when the other side has gone or takes nothing for ten seconds.
  static func send(_ bytes: [UInt8], to socket: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Makes a send give up after ten seconds.
  static func limitSending(_ socket: Int32) {
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Makes the next close a reset.
  static func resetOnClose(_ socket: Int32) {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// Whether somebody listens on a port.
  static func answers(_ port: Int, on interface: ScriptedServer.Interface) -> Bool {
    guard let host = interface.ipv4 else { return false }
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard client >= 0 else { return false }
    defer { close(client) }
    return withAddress(host, port: UInt16(port)) { connect(client, $0, $1) } == 0
  }

  private static func withAddress(
    _ host: UInt32, port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = host.bigEndian
    address.sin_port = port.bigEndian
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_in>.size)) }
    }
  }

  private static func bindIPv6(_ socket: Int32) -> Int32 {
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    inet_pton(AF_INET6, "::1", &address.sin6_addr)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
      }
    }
  }
}
