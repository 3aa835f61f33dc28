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

  /// Whether a link leads to the host that a house of many blogs keeps for all of them: `en.blogs.example` or
  /// `tags.blogs.example` beside `ada.blogs.example`.
  func isOfHouse(_ link: Int) -> Bool {
    guard let href = document.value(link, .href), let target = Self.host(document.values[href.indices]),
      let other = target.firstIndex(of: UInt8(ascii: ".")), let own = host.firstIndex(of: UInt8(ascii: "."))
    else { return false }
    let label = target[..<other]
    return target[other...].elementsEqual(host[own...]) && target[(other + 1)...].contains(UInt8(ascii: "."))
      && Self.common.contains { $0.utf8.elementsEqual(label) }
  }

  /// What such hosts are called.
  private static let common = ["tags", "tag", "en", "de", "fr", "es", "it", "search", "topics", "blog", "blogs"]

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
