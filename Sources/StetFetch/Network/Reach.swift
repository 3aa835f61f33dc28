internal import StetModel

/// Which networks a request may go to.
enum Reach: Sendable, Hashable {
  /// Everywhere: the user named the address.
  case anywhere
  /// The internet, and the network of the page that the user named: the address comes from that page's server.
  case globalAnd(NetworkRange)

  /// Whether an address may be connected to.
  func allows(_ address: NetworkAddress) -> Bool {
    switch self {
    case .anywhere: true
    case .globalAnd(let range): [.global, range].contains(NetworkRange(address))
    }
  }

  /// The network address that can be told from a host without asking DNS: a number, or a name that always means this
  /// machine (RFC 6761, 6.3). Nil for every other name.
  static func knownAddress(ofHost host: String) -> NetworkAddress? {
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    if name == "localhost" || name.hasSuffix(".localhost") { return NetworkAddress(bytes: [127, 0, 0, 1]) }
    return NetworkAddress(name)
  }
}
