internal import StetHTML
internal import StetModel

/// Whether links lead to pages of the same site.
struct OwnSite {
  private let document: HTMLDocument
  private let host: [UInt8]

  init(_ reading: PageReading) {
    document = reading.document
    host = Array(reading.address.host.utf8)
  }

  /// Whether an absolute address is one of the site.
  func holds(address: String) -> Bool { holds(path: Array(address.utf8)[...]) }

  /// Whether a link stays on the site: its address is relative, or its host has the same last labels.
  func holds(_ link: Int) -> Bool {
    guard let href = document.value(link, .href) else { return false }
    return holds(path: document.values[href.indices])
  }

  private func holds(path: ArraySlice<UInt8>) -> Bool {
    guard let mark = ByteSearch.findIgnoringCase("//", in: path.prefix(10)) else { return true }
    let target = path[(mark + 2)...].prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    // Subdomains of one site end alike.
    return zip(target.reversed(), host.reversed().prefix(9)).allSatisfy { ASCII.lowercased($0) == ASCII.lowercased($1) }
  }
}
