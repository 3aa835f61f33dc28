internal import FlyingSocks
internal import Glibc

/// An address of this machine, without a port.
struct ListeningAddress: Hashable {
  /// In its one spelling (`127.0.0.1`, `::1`).
  let text: String
  let isIPv6: Bool

  /// Whether only programs on this machine can reach it.
  var isLoopback: Bool { isIPv6 ? text == "::1" : text.hasPrefix("127.") }

  /// As it stands in an address (`[::1]`).
  var inURL: String { isIPv6 ? "[\(text)]" : text }

  /// The address that is written so; nil when it is none.
  init?(_ literal: String) {
    if let address = try? sockaddr_in.inet(ip4: literal, port: 0) {
      self.init(try? Socket.makeAddress(from: address.makeStorage()))
    } else if let address = try? sockaddr_in6.inet6(ip6: literal, port: 0) {
      self.init(try? Socket.makeAddress(from: address.makeStorage()))
    } else {
      return nil
    }
  }

  init?(_ address: Socket.Address?) {
    switch address {
    case .ip4(let text, _): (self.text, isIPv6) = (text, false)
    // An IPv4 address as IPv6 writes it (RFC 4291, 2.5.5.2) is that address.
    case .ip6(let text, _) where text.hasPrefix("::ffff:") && text.contains("."):
      (self.text, isIPv6) = (String(text.dropFirst(7)), false)
    case .ip6(let text, _): (self.text, isIPv6) = (text, true)
    default: return nil
    }
  }

  /// The addresses of a host, each once, those of IPv4 first.
  static func all(of host: String) throws(ServeError) -> [ListeningAddress] {
    let name = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    if let literal = ListeningAddress(name) { return [literal] }
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var list: UnsafeMutablePointer<addrinfo>?
    let result = getaddrinfo(name, nil, &hints, &list)
    defer { freeaddrinfo(list) }
    var found: [ListeningAddress] = []
    var next = list
    while result == 0, let entry = next?.pointee {
      var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let isNamed = getnameinfo(
        entry.ai_addr, entry.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST)
      let literal = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if isNamed == 0, let address = ListeningAddress(literal), !found.contains(address) { found.append(address) }
      next = entry.ai_next
    }
    guard !found.isEmpty else {
      throw ServeError(
        code: .badAddress,
        description: "Cannot listen at '\(host)': it is neither an address nor a name of this machine. "
          + "Use 127.0.0.1, ::1 or a name that stands in /etc/hosts.")
    }
    return found.sorted { !$0.isIPv6 && $1.isIPv6 }
  }

  /// A socket that listens here.
  /// - Parameter port: 0 for a free one.
  /// - Returns: the socket, and the port that it has.
  func listen(port: UInt16) throws(ServeError) -> (socket: Socket, port: UInt16) {
    do {
      let socket = try Socket(domain: isIPv6 ? AF_INET6 : AF_INET)
      do {
        try socket.setValue(true, for: .localAddressReuse)
        if isIPv6 {
          try socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_IPV6), name: IPV6_V6ONLY))
          try socket.bind(to: sockaddr_in6.inet6(ip6: text, port: port))
        } else {
          try socket.bind(to: sockaddr_in.inet(ip4: text, port: port))
        }
        let name = try socket.sockname()
        try socket.listen()
        switch name {
        case .ip4(_, let port), .ip6(_, let port): return (socket, port)
        case .unix: return (socket, 0)
        }
      } catch {
        try? socket.close()
        throw error
      }
    } catch {
      throw trouble(error, port)
    }
  }

  private func trouble(_ error: any Error, _ port: UInt16) -> ServeError {
    var number: Int32 = 0
    if case .failed(_, let errno, _)? = error as? SocketError { number = errno }
    let place = "\(inURL):\(port)"
    return switch number {
    case EADDRINUSE:
      ServeError(
        code: .portInUse,
        description: "Cannot listen at \(place): another program does. Choose another port, or --port 0 for a free one."
      )
    case EADDRNOTAVAIL:
      ServeError(
        code: .badAddress,
        description: "Cannot listen at \(place): this machine does not have that address. Use 127.0.0.1 or ::1.")
    case EACCES:
      ServeError(
        code: .cannotListen,
        description: "Cannot listen at \(place): that is not permitted. Choose a port from 1024 on.")
    default:
      ServeError(
        code: .cannotListen,
        description: "Cannot listen at \(place): \(String(cString: strerror(number))). Choose another address or port.")
    }
  }
}
