internal import StetModel

/// The hosts that `no_proxy` names: names with everything below them, addresses, networks in CIDR form, or `*`.
struct NoProxyList: Sendable {
  private enum Entry {
    case everything
    case name(String)
    case network(NetworkAddress, bits: Int)
  }

  private let entries: [Entry]

  /// Reads a list with commas or spaces between its entries.
  init(_ text: String) {
    entries = text.split { $0 == "," || $0.isWhitespace }.compactMap { Self.entry(ASCII.lowercased(String($0))) }
  }

  /// Whether a host of an address is in the list.
  func contains(_ host: String) -> Bool {
    let address = NetworkAddress(host)
    let name = host.hasSuffix(".") ? String(host.dropLast()) : host
    return entries.contains { entry in
      switch entry {
      case .everything: true
      case .network(let network, let bits):
        address.map { $0.bytes.count == network.bytes.count && $0.isIn(network.bytes, bits: bits) } ?? false
      case .name(let listed): address == nil && (name == listed || name.hasSuffix(".\(listed)"))
      }
    }
  }

  private static func entry(_ text: String) -> Entry? {
    if text == "*" { return .everything }
    let parts = text.split(separator: "/", maxSplits: 1)
    if let first = parts.first, let network = NetworkAddress(String(first)) {
      let whole = network.bytes.count * 8
      guard parts.count == 2 else { return .network(network, bits: whole) }
      return Int(parts[1]).flatMap { (0...whole).contains($0) ? .network(network, bits: $0) : nil }
    }
    var name = text.drop { $0 == "." }
    if name.hasSuffix(".") { name.removeLast() }
    return name.isEmpty ? nil : .name(String(name))
  }
}
