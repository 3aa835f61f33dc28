internal import StetModel

/// Takes the site's name off a `<title>` ("Title | Site", "Site » Title", "Title – Category – Site").
enum SiteNameReader {
  /// Longer titles are returned as they are.
  static let maximumBytes = 1000

  /// The title without the parts that name the site. Parts in the middle go with them only where a category stands
  /// between title and site. A title that would vanish stays whole.
  static func stripped(title: String, siteName: String?, host: String, hasSpacedColons: Bool = false) -> String {
    let whole = ReadingText.normalized(title)
    guard whole.utf8.count <= maximumBytes else { return whole }
    let all = parts(of: whole, hasSpacedColons: hasSpacedColons)
    var parts = all[...]
    guard parts.count > 1 else { return whole }
    let names = SiteNames(siteName: siteName, host: host)
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

  /// The parts of a title between the marks that set a site's name apart: `|`, `»`, `·`, `::` anywhere, dashes, colons
  /// and slashes with space around them.
  /// - Parameter hasSpacedColons: whether the language sets a space before every colon, as French does.
  static func parts(of title: String, hasSpacedColons: Bool = false) -> [Substring] {
    guard title.utf8.count <= maximumBytes else { return [title[...]] }
    var parts: [Substring] = []
    var start = title.startIndex
    var index = start
    while index < title.endIndex {
      if isSeparator(title, index), !(hasSpacedColons && title[index] == ":") {
        parts.append(trimmed(title[start..<index]))
        start = title.index(after: index)
      }
      index = title.index(after: index)
    }
    parts.append(trimmed(title[start...]))
    return parts.filter { !$0.isEmpty }
  }

  private static func isSeparator(_ title: String, _ index: String.Index) -> Bool {
    switch title[index] {
    case "|", "｜", "»", "«", "›", "‹", "•", "∙", "¦", "►", "→", "←", "⋆": return true
    case "·", "-", "–", "—", "−", "~", "/", ">", "<": return isSpaced(title, index)
    case ":":
      // "Site :: Title", "Title : Site"; "Title: the rest" is one headline.
      let next = title.index(after: index)
      let isDouble = next < title.endIndex && title[next] == ":"
      let follows = index > title.startIndex && title[title.index(before: index)] == ":"
      return isDouble || follows || isSpaced(title, index)
    default: return false
    }
  }

  private static func isSpaced(_ title: String, _ index: String.Index) -> Bool {
    let next = title.index(after: index)
    guard index > title.startIndex, next < title.endIndex else { return false }
    return title[title.index(before: index)].isWhitespace && title[next].isWhitespace
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
