internal import StetModel

/// Whether one address is the page after another one of the same article, by the number in it.
///
/// `/a/story/2` follows `/a/story`, `/story.html?page=3` follows `/story.html?page=2`, `/story-2.html` follows
/// `/story.html`. `/archive/124`
/// does not follow `/archive/123`: those may be two articles.
struct PageNumber {
  private let own: [UInt8]
  private let address: PageAddress

  init(_ address: PageAddress) {
    self.address = address
    own = Self.path(address)
  }

  /// The most pages that an article is believed to have.
  private static let most = 200

  /// Whether an address is that of the next page.
  func isNext(_ other: PageAddress) -> Bool {
    guard other.asciiHost == address.asciiHost else { return false }
    let other = Self.path(other)
    guard other != own, other.count < 2000 else { return false }
    var start = zip(own, other).prefix { $0 == $1 }.count
    // A number is compared whole, the "1" of 12 and 13 included.
    if [own[start...].first, other[start...].first].contains(where: { $0.map(ASCII.isDigit) ?? false }) {
      while start > 0, ASCII.isDigit(own[start - 1]) { start -= 1 }
    }
    var end = zip(own[start...].reversed(), other[start...].reversed()).prefix { $0 == $1 && !ASCII.isDigit($0) }.count
    end = min(end, min(own.count, other.count) - start)
    let after = other[start..<(other.count - end)]
    guard let next = Self.number(after) else { return false }
    let before = own[start..<(own.count - end)]
    // The separator may have been taken for part of what both have in common.
    let isMarked = next.isMarked || Self.endsInMarker(other[..<start])
    guard !before.isEmpty else {
      let isApart = Self.endsInSeparator(other[..<start]) || after.first.map { Self.separators.contains($0) } ?? false
      return next.value == 2 && (isMarked || isApart)
    }
    if before.allSatisfy({ Self.separators.contains($0) }) { return next.value == 2 }
    guard let now = Self.number(before) else { return false }
    return isMarked && next.value == now.value + 1
  }

  private static func path(_ address: PageAddress) -> [UInt8] {
    var bytes = Array(address.path.utf8)
    if bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    if let query = address.query { bytes += [UInt8(ascii: "?")] + Array(query.utf8) }
    return bytes
  }

  /// A number from 1, which words for "page" may stand before; nil when there is something else.
  private static func number(_ bytes: ArraySlice<UInt8>) -> (value: Int, isMarked: Bool)? {
    let digits = bytes.suffix(while: ASCII.isDigit)
    guard (1...3).contains(digits.count), digits.first != UInt8(ascii: "0") else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    guard value <= most else { return nil }
    let words = bytes.dropLast(digits.count).split { separators.contains($0) }
    guard words.allSatisfy({ markers.contains(String(decoding: $0, as: UTF8.self).lowercased()) }) else { return nil }
    return (value, !words.isEmpty)
  }

  private static func endsInMarker(_ bytes: ArraySlice<UInt8>) -> Bool {
    let trimmed = bytes.prefix(bytes.count - bytes.reversed().prefix { separators.contains($0) }.count)
    let word = trimmed.reversed().prefix { ASCII.isLetter($0) }.reversed()
    return markers.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static func endsInSeparator(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.last.map { separators.contains($0) } ?? false
  }

  private static let separators = Set("/-_.,?&=:;~".utf8)
  private static let markers: Set<String> = [
    "page", "pages", "p", "pg", "seite", "s", "pagina", "página", "pag", "sivu", "side", "sida", "strana", "strona",
    "part",
    "teil", "partie", "parte", "seq", "paged", "pagenumber", "pageno", "currentpage", "pagina_actual",
  ]
}

extension ArraySlice {
  fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice {
    suffix(reversed().prefix(while: holds).count)
  }
}
