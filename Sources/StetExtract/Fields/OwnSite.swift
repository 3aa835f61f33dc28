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

  private func holds(path: ArraySlice<UInt8>) -> Bool {
    guard let mark = ByteSearch.findIgnoringCase("//", in: path.prefix(10)) else { return true }
    let end = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: ":")]
    let target = Self.site(path[(mark + 2)...].prefix { !end.contains($0) }.map(ASCII.lowercased)[...])
    return target.count < host.count ? Self.isBelow(host, target) : Self.isBelow(target, host)
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
