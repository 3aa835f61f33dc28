internal import StetModel

/// How the addresses of an article's pages are numbered: what stands before and behind the number.
///
/// Only forms that mean pages count. `/film/2`, `/film/page/2`, `/film?page=2`, `/film-page-2.html` follow `/film`,
/// `/film/` or `/film.html`, `/film/1` and `/film?page=1`; `/film-2` may be another film.
struct PartForm: Sendable, Hashable {
  private let start: [UInt8]
  private let end: [UInt8]
  private let host: String

  /// The most pages that an article is believed to have.
  private static let most = 200
  /// A page's address is not longer than this, in bytes.
  private static let longest = 2000

  /// - Parameters:
  ///   - first: the article's first page.
  ///   - second: an address that may be that of its second one.
  /// - Returns: nil when it is not.
  init?(first: PageAddress, second: PageAddress) {
    // Pages of the front page are lists, and "/?p=2" is the second post of a blog.
    guard second.asciiHost == first.asciiHost, first.path != "/" else { return nil }
    let own = Self.text(first)
    let other = Self.text(second)
    guard other.count <= Self.longest, own != other else { return nil }
    for place in other.indices where other[place] == UInt8(ascii: "2") && Self.standsAlone(place, in: other) {
      let (start, end) = (other[..<place], other[(place + 1)...])
      if own == start + [UInt8(ascii: "1")] + end, Self.isMarked(start, end) || Self.isSegment(start, end) {
        self.init(start, end, second.asciiHost)
        return
      }
      for base in Self.bases(start, end) where Self.bare(base) == Self.bare(own[...]) && Self.path(base).count > 1 {
        self.init(start, end, second.asciiHost)
        return
      }
    }
    return nil
  }

  private init(_ start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>, _ host: String) {
    (self.start, self.end, self.host) = (Array(start), Array(end), host)
  }

  /// Which page an address is that of, from 2; nil when it is none of this article's.
  func number(of address: PageAddress) -> Int? {
    let text = Self.text(address)
    guard address.asciiHost == host, text.count <= Self.longest, text.starts(with: start),
      text.count > start.count + end.count, text.suffix(end.count) == end[...]
    else { return nil }
    let digits = text[start.count..<(text.count - end.count)]
    guard digits.count <= 3, digits.first != UInt8(ascii: "0"), digits.allSatisfy(ASCII.isDigit) else { return nil }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return (2...Self.most).contains(number) ? number : nil
  }

  /// Path and query, without parameters that only track readers, and without a slash at the path's end: servers add one, and
  /// take it away.
  private static func text(_ address: PageAddress) -> [UInt8] {
    let plain = PageAddress(PageKey(address).description) ?? address
    var path = Array(plain.path.utf8)
    if path.count > 1, path.last == UInt8(ascii: "/") { path.removeLast() }
    return path + (plain.query.map { [UInt8(ascii: "?")] + Array($0.utf8) } ?? [])
  }

  // MARK: Forms

  private static func standsAlone(_ place: Int, in text: [UInt8]) -> Bool {
    let isAfterDigit = place > 0 && ASCII.isDigit(text[place - 1])
    let isBeforeDigit = place + 1 < text.count && ASCII.isDigit(text[place + 1])
    return !isAfterDigit && !isBeforeDigit
  }

  /// Addresses of the first page, whose second is this.
  private static func bases(_ start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    if let query = start.firstIndex(of: UInt8(ascii: "?")) {
      // A parameter of its own: nothing but its name before it, nothing but other parameters behind it.
      let open = start.lastIndex { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "?") } ?? query
      guard start.last == UInt8(ascii: "="), isMarker(start[(open + 1)...].dropLast()),
        end.first.map({ $0 == UInt8(ascii: "&") }) ?? true
      else { return [] }
      return [open == query && !end.isEmpty ? start[...open] + end.dropFirst() : start[..<open] + end]
    }
    guard isSegment(start, end) || isMarked(start, end) else { return [] }
    var head = start
    if let separator = head.last, separators.contains(separator) { head = head.dropLast() }
    let word = head.suffix(while: ASCII.isLetter)
    if isMarker(word) {
      head = head.dropLast(word.count)
      if let separator = head.last, separators.contains(separator) { head = head.dropLast() }
    }
    // "/film/2.html" follows "/film.html" as well as "/film/".
    let withoutEnding = end.drop { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "/") }
    return [head + end, head + withoutEnding]
  }

  /// The number is a step of the path.
  private static func isSegment(_ start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>) -> Bool {
    guard start.last == UInt8(ascii: "/"), !start.contains(UInt8(ascii: "?")) else { return false }
    return end.first.map { Array("/?.".utf8).contains($0) } ?? true
  }

  /// A word for "page" stands before the number.
  private static func isMarked(_ start: ArraySlice<UInt8>, _ end: ArraySlice<UInt8>) -> Bool {
    guard end.first.map({ Array("/?.&".utf8).contains($0) }) ?? true else { return false }
    var head = start
    if let last = head.last, separators.contains(last) || last == UInt8(ascii: "=") { head = head.dropLast() }
    let word = head.suffix(while: ASCII.isLetter)
    guard isMarker(word), let before = head.dropLast(word.count).last else { return false }
    return separators.contains(before) || before == UInt8(ascii: "?") || before == UInt8(ascii: "&")
  }

  /// Without a slash or a file's ending at the end of the path.
  private static func bare(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var path = path(text)
    let query = text[path.endIndex...]
    if path.last == UInt8(ascii: "/") { path = path.dropLast() }
    for ending in endings where path.count > ending.count && path.suffix(ending.count) == ending[...] {
      path = path.dropLast(ending.count)
      break
    }
    return Array(path + query)
  }

  private static func path(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.prefix { $0 != UInt8(ascii: "?") }
  }

  private static func isMarker(_ word: ArraySlice<UInt8>) -> Bool {
    markers.contains(ASCII.lowercased(String(decoding: word, as: UTF8.self)))
  }

  private static let separators = Set("/-_.,".utf8)
  private static let endings = ["/index.html", "/index.htm", "/index.php", ".html", ".htm", ".php", ".aspx", ".shtml"]
    .map { Array($0.utf8) }
  /// Words for "page". Not "part" and its like: parts of a series are articles of their own.
  private static let markers: Set<String> = [
    "page", "pages", "p", "pg", "seite", "pagina", "pag", "sivu", "side", "sida", "strana", "strona", "paged",
    "pagenumber", "pageno", "pagenum", "currentpage",
  ]
}

extension ArraySlice {
  fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice {
    suffix(reversed().prefix(while: holds).count)
  }
}
