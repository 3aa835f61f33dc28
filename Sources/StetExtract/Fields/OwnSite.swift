internal import StetHTML
internal import StetModel

/// Whether links lead to pages of the same site.
struct OwnSite {
  private let document: HTMLDocument
  private let host: ArraySlice<UInt8>

  init(_ reading: PageReading) {
    document = reading.document
    host = Self.site(ASCII.lowercased(reading.address.host).utf8.map(\.self)[...])
  }

  /// Whether an absolute address is one of the site.
  func holds(address: String) -> Bool { holds(path: Array(address.utf8)[...]) }

  /// Whether a link stays on the site: its address is relative, or one of the two hosts is the other or
  /// above it (`www.` and `m.` do not count).
  func holds(_ link: Int) -> Bool {
    guard let href = document.value(link, .href) else { return false }
    return holds(path: document.values[href.indices])
  }

  /// Whether a link leads to a host beside the page's own, below the same name: `en.blogs.example` beside
  /// `ada.blogs.example`. Another site, as often as not, but of the same house.
  func standsBeside(_ link: Int) -> Bool {
    guard let href = document.value(link, .href), let target = Self.host(document.values[href.indices]) else {
      return false
    }
    let (own, other) = (Self.house(host), Self.house(target))
    return own.count > 5 && own.elementsEqual(other)
  }

  private func holds(path: ArraySlice<UInt8>) -> Bool {
    guard let target = Self.host(path) else { return true }
    return target.count < host.count ? Self.isBelow(host, target) : Self.isBelow(target, host)
  }

  /// The host of an address; nil when it has none.
  private static func host(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let mark = ByteSearch.findIgnoringCase("//", in: address.prefix(10)) else { return nil }
    let end = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":")]
    return site(address[(mark + 2)...].prefix { !end.contains($0) }.map(ASCII.lowercased)[...])
  }

  /// The last labels of a host: two, or three where the second last is as short as in `co.uk`.
  private static func house(_ host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let labels = host.split(separator: UInt8(ascii: "."))
    guard labels.count > 1 else { return host }
    let count = labels[labels.count - 2].count > 3 || labels.count == 2 ? 2 : 3
    return host[labels[labels.count - count].startIndex...]
  }

  /// A host without the label that tells a site's front door, or its mobile one.
  private static func site(_ host: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for label in ["www.", "m."] where host.starts(with: label.utf8) { return host.dropFirst(label.utf8.count) }
    return host
  }

  /// Whether a host is another or ends in it, whole labels compared.
  private static func isBelow(_ host: ArraySlice<UInt8>, _ upper: ArraySlice<UInt8>) -> Bool {
    guard !upper.isEmpty, host.suffix(upper.count).elementsEqual(upper) else { return false }
    return host.count == upper.count || host.dropLast(upper.count).last == UInt8(ascii: ".")
  }
}
