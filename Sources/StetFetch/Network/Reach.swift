public import StetModel

/// Which networks a request may go to.
public enum Reach: Sendable, Hashable {
  /// Everywhere: the user named the address.
  case anywhere
  /// The internet, and the network of the page that the user named: the address comes from that page's server.
  case globalAnd(NetworkRange)

  /// Where an address is looked for that a page of the user's names, a feed in its head or a sitemap in its index: on that page's own
  /// host as if the user had named it, else on the internet, and in that page's network where its host tells it without DNS.
  public static func found(_ address: PageAddress, on page: PageAddress) -> Reach {
    if address.host == page.host { return .anywhere }
    return .globalAnd(knownAddress(ofHost: page.host).map(NetworkRange.init) ?? .global)
  }

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
