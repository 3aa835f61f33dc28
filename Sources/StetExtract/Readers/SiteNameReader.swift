internal import StetModel

/// Takes the site's name off a `<title>` ("Title | Site", "Site » Title", "Title – Category – Site").
enum SiteNameReader {
  /// Longer titles are returned as they are.
  static let maximumBytes = 1000

  /// The title without the parts that name the site. Parts in the middle go with them only where a category stands
  /// between title and site. A title that would vanish stays whole.
  static func stripped(title: String, siteName: String?, host: String, hasSpacedColons: Bool = false) -> String {
    stripped(title: title, names: SiteNames(siteName: siteName, host: host), hasSpacedColons: hasSpacedColons)
  }

  /// The same, for several titles of one page.
  static func stripped(title: String, names: SiteNames, hasSpacedColons: Bool) -> String {
    let whole = ReadingText.normalized(title)
    guard whole.utf8.count <= maximumBytes else { return whole }
    let all = parts(of: whole, hasSpacedColons: hasSpacedColons)
    var parts = all[...]
    guard parts.count > 1 else { return whole }
    while parts.count > 1, let last = parts.last, names.match(last) { parts.removeLast() }
    let hasLostEnd = parts.endIndex < all.count
    while parts.count > 1, let first = parts.first, names.match(first) { parts.removeFirst() }
    // "Title - Category - Site": with the site gone, one or two short words at the end are a category.
    if hasLostEnd, parts.count > 1, let last = parts.last, isCategory(last, beside: parts[parts.startIndex]) {
      parts.removeLast()
    }
    guard let first = parts.first, let last = parts.last else { return whole }
    return trimmed(whole[first.startIndex..<last.endIndex])
  }

  /// A text without its last part, where that is the site's name of a few words; nil where it is not.
  static func withoutEnd(_ text: String, names: SiteNames) -> String? {
    guard hasParts(text) else { return nil }
    let parts = parts(of: text)
    guard parts.count > 1, let last = parts.last, last.spacedWords.count < 5, names.match(last) else {
      return nil
    }
    return String(text[..<parts[parts.count - 2].endIndex])
  }

  /// The parts of a title between the marks that set a site's name apart: `|`, `»`, `·`, `::` anywhere, dashes, colons
  /// and slashes with space around them.
  /// - Parameters:
  ///   - hasSpacedColons: whether the language sets a space before every colon, as French does.
  ///   - keepsQuotes: whether `«` and `»`, where both stand in the title, are its quotation marks.
  static func parts(of title: String, hasSpacedColons: Bool = false, keepsQuotes: Bool = true) -> [Substring] {
    guard title.utf8.count <= maximumBytes else { return [title[...]] }
    let bytes = Array(title.utf8)
    let hasQuotes = keepsQuotes && holdsQuotes(bytes)
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let length = separatorLength(bytes, index, hasSpacedColons: hasSpacedColons)
      if length == 0 || hasQuotes && quote(bytes, index) > 0 {
        index += 1
        continue
      }
      ranges.append(trimmed(bytes, start..<index))
      index += length
      start = index
    }
    ranges.append(trimmed(bytes, start..<bytes.count))
    let utf8 = title.utf8
    return ranges.filter { !$0.isEmpty }.map { range in
      let first = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      return title[first..<utf8.index(first, offsetBy: range.count)]
    }
  }

  /// Whether both `«` and `»`, or both `‹` and `›`, stand in a title.
  private static func holdsQuotes(_ bytes: [UInt8]) -> Bool {
    var found: UInt8 = 0
    for index in bytes.indices where bytes[index] >= 0xC2 { found |= quote(bytes, index) }
    return found & 0b0011 == 0b0011 || found & 0b1100 == 0b1100
  }

  /// Which of `«`, `»`, `‹` and `›` starts at a byte, as a bit; 0 when none does.
  private static func quote(_ bytes: [UInt8], _ index: Int) -> UInt8 {
    guard index + 1 < bytes.count else { return 0 }
    if bytes[index] == 0xC2 { return bytes[index + 1] == 0xAB ? 1 : bytes[index + 1] == 0xBB ? 2 : 0 }
    guard bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 else { return 0 }
    return bytes[index + 2] == 0xB9 ? 4 : bytes[index + 2] == 0xBA ? 8 : 0
  }

  /// Whether a text has such marks between two parts, quotation marks counted in.
  static func hasParts(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 >= 0x80 || separators.contains($0) }) else { return false }
    return parts(of: text, keepsQuotes: false).count > 1
  }

  private static let separators = Array("|-~/><:".utf8)

  /// The length in bytes of the separator that starts at a byte; 0 when none does.
  private static func separatorLength(_ bytes: [UInt8], _ index: Int, hasSpacedColons: Bool) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      switch byte {
      case UInt8(ascii: "|"): return 1
      case UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "<"):
        return isSpaced(bytes, index..<index + 1) ? 1 : 0
      case UInt8(ascii: ":") where !hasSpacedColons:
        // "Site :: Title", "Title : Site"; "Title: the rest" is one headline.
        let isDouble =
          index + 1 < bytes.count && bytes[index + 1] == byte || index > 0 && bytes[index - 1] == byte
        return isDouble || isSpaced(bytes, index..<index + 1) ? 1 : 0
      default: return 0
      }
    }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xEF else { return 0 }
    for (mark, needsSpace) in marks where bytes[index...].starts(with: mark) {
      return !needsSpace || isSpaced(bytes, index..<index + mark.count) ? mark.count : 0
    }
    return 0
  }

  private static let marks: [(bytes: [UInt8], needsSpace: Bool)] =
    ["｜", "│", "»", "«", "›", "‹", "•", "∙", "¦", "►", "→", "←", "⋆"].map { (Array($0.utf8), false) }
    + ["·", "–", "—", "−"].map { (Array($0.utf8), true) }

  private static func isSpaced(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    spaceLength(bytes, before: range.lowerBound) > 0 && spaceLength(bytes, at: range.upperBound) > 0
  }

  /// The length of the space that starts at a byte: ASCII, no-break, ideographic; 0 when none does.
  private static func spaceLength(_ bytes: [UInt8], at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    if ASCII.isSpace(bytes[index]) { return 1 }
    return wideSpaces.first { bytes[index...].starts(with: $0) }?.count ?? 0
  }

  private static func spaceLength(_ bytes: [UInt8], before index: Int) -> Int {
    guard index > 0 else { return 0 }
    if ASCII.isSpace(bytes[index - 1]) { return 1 }
    return wideSpaces.first { bytes[..<index].suffix($0.count).elementsEqual($0) }?.count ?? 0
  }

  private static let wideSpaces: [[UInt8]] = [[0xC2, 0xA0], [0xE3, 0x80, 0x80]]

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let length = spaceLength(bytes, at: lower)
      if length == 0 { break }
      lower += length
    }
    while lower < upper {
      let length = spaceLength(bytes, before: upper)
      if length == 0 { break }
      upper -= length
    }
    return lower..<max(lower, upper)
  }

  private static func isCategory(_ part: Substring, beside title: Substring) -> Bool {
    let words = part.split(whereSeparator: \.isWhitespace).count
    return words <= 2 && part.count <= 20 && title.split(whereSeparator: \.isWhitespace).count > words + 1
      && !part.contains(where: \.isNumber)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  private static func trimmed(_ text: Substring) -> String { String(trimmed(text) as Substring) }
}
