/// What identifies a page in an archive: its address, normalised by RFC 3986 §6, without fragment, user and password,
/// and known tracking parameters.
public struct PageKey: Sendable, Hashable, Comparable, CustomStringConvertible {
  private let text: String

  /// The key of an address.
  public init(_ address: PageAddress) {
    let path = PercentEncoding.normalize(address.path)
    var text = "\(address.scheme)://\(address.host)"
    if let port = address.port { text += ":\(port)" }
    text += path
    let parameters = address.query?.split(separator: "&").filter { !TrackingParameters.contains($0) } ?? []
    if !parameters.isEmpty { text += "?" + PercentEncoding.normalize(parameters.joined(separator: "&")) }
    self.text = text
  }

  /// The key of a page with a `rel=canonical` link. The link wins when it leads to the same host and is not the
  /// site's front page (unless the page itself is). Whether it is already the key of another page, the archive knows.
  public init(_ address: PageAddress, canonical: PageAddress?) {
    let usable = canonical.map { $0.host == address.host && $0.port == address.port && (!$0.isRoot || address.isRoot) }
    self.init(usable == true ? canonical ?? address : address)
  }

  /// A key read back from an archive, taken as it stands.
  public init(stored text: String) { self.text = text }

  /// The key as an address.
  public var description: String { text }

  /// By bytes.
  public static func < (left: Self, right: Self) -> Bool { left.text.utf8.lexicographicallyPrecedes(right.text.utf8) }
}
