public import StetModel

/// The key that captures are sorted by in CDXJ: the address in lower case, its host turned round, so that the pages of a
/// site and the sites of a domain stand together (CDXJ 0.1.0, "Searchable URL"; spelled as pywb and cdxj-indexer do).
///
/// `http://www.Example.org/A/b/?b=2&a=1` is `org,example)/a/b?a=1&b=2`: without scheme, user, fragment, `www.`, default
/// port, doubled and last slashes, parameters in order. Session ids are kept. International names are in ASCII:
/// `http://bücher.example/` and `http://xn--bcher-kva.example/` are `example,xn--bcher-kva)/`.
public struct SURT: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The key.
  public let description: String

  /// The key of an address.
  public init(_ address: PageAddress) {
    var key = Self.turned(address.asciiHost)
    if let port = address.port { key += ":\(port)" }
    key += ")"
    var path: [UInt8] = []
    for byte in PercentEncoding.normalize(address.path).utf8
    where byte != UInt8(ascii: "/") || path.last != byte {
      path.append(byte)
    }
    if path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    key += String(decoding: path, as: UTF8.self)
    if let query = address.query, !query.isEmpty {
      // In the order of the lower-case text, as it is compared later.
      let parameters = ASCII.lowercased(PercentEncoding.normalize(query)).split(
        separator: "&", omittingEmptySubsequences: false)
      let sorted = parameters.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      key += "?" + sorted.joined(separator: "&")
    }
    description = ASCII.lowercased(key)
  }

  /// By bytes.
  public static func < (left: Self, right: Self) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }

  private static func turned(_ host: String) -> String {
    // An IPv6 address has no parts to turn.
    if host.hasPrefix("[") { return String(host.dropFirst().dropLast()) }
    var labels = host.split(separator: ".")
    if labels.count > 1, let first = labels.first, first.hasPrefix("www"),
      first.dropFirst(3).utf8.allSatisfy({ ASCII.isDigit($0) })
    {
      labels.removeFirst()
    }
    return labels.reversed().joined(separator: ",")
  }
}
