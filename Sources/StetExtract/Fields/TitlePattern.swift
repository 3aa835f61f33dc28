internal import StetModel

/// Headlines that name what they review: "Review: X", "X (2012) – review", "‘X’ Review: …", "X by Y".
enum TitlePattern {
  /// The item that a headline names. Without other signs of a review only headlines that say "review" do.
  static func item(in title: String, isReview: Bool) -> (item: ReviewItem, pattern: String, score: Double)? {
    if let name = afterLabel(title) { return (item(cleaned(name)), "“Review: X”", 0.7) }
    if let name = beforeLabel(title) { return (item(cleaned(name)), "“X review”", 0.7) }
    guard isReview else { return nil }
    if let year = trailingYear(title) { return (year, "“X (year)”", 0.65) }
    if let quoted = quoted(title) { return (item(quoted), "a quoted title", 0.55) }
    return (item(cleaned(Substring(title))), "the headline of a review", 0.5)
  }

  private static let labels = [
    "review", "film review", "movie review", "book review", "album review", "music review", "tv review", "game review",
    "theatre review", "theater review", "dvd review", "blu-ray review", "concert review", "live review", "restaurant review",
    "documentary review", "short review", "mini review", "advance review", "idfa review", "kritik", "filmkritik", "buchkritik",
    "rezension", "besprechung", "critique", "critique de film", "crítica", "critica", "crítica de cine", "reseña", "resenha",
    "recensione", "recensie", "anmeldelse", "recension", "arvostelu", "recenzja", "recenze", "рецензия", "отзыв", "レビュー", "评论", "影評", "影评",
  ]

  /// "Review: X", "Film review – X", "[Review] X".
  private static func afterLabel(_ title: String) -> Substring? {
    let start = title.drop { "[(".contains($0) }
    let end = start.firstIndex { ":：–—|])".contains($0) } ?? start.range(" - ")
    guard let end, end > start.startIndex else { return nil }
    let label = start[..<end].lowercased().filter { !"[]()".contains($0) }
    let words = label.split(separator: " ").joined(separator: " ")
    guard labels.contains(words) || words.hasSuffix(" review") && words.utf8.count < 30 else { return nil }
    let rest = start[end...].drop { ":：–—|])- ".contains($0) }
    return rest.isEmpty ? nil : rest
  }

  /// "X review", "X – review", "X Review: the verdict", "X: Film Review".
  private static func beforeLabel(_ title: String) -> Substring? {
    let lower = title.lowercased()
    guard lower.utf8.count == title.utf8.count else { return nil }
    for label in ["review", "kritik", "rezension", "crítica", "critique", "recensione", "recensie", "reseña", "レビュー"] {
      guard let range = lower.firstRange(of: label) else { continue }
      let offset = lower.utf8.distance(from: lower.startIndex, to: range.lowerBound)
      guard offset > 1 else { continue }
      let afterWord = lower[range.upperBound...].first
      guard afterWord == nil || !(afterWord?.isLetter ?? false) else { continue }
      // What follows the word must be nothing, or set apart.
      guard afterWord == nil || ":：–—-|,.(".contains(afterWord ?? " ") || lower[range.upperBound...].hasPrefix(" –")
        || lower[range.upperBound...].hasPrefix(" -") || lower[range.upperBound...].hasPrefix(" |")
        || lower[range.upperBound...].hasPrefix(" —")
      else { continue }
      var name = title[..<title.utf8.index(title.startIndex, offsetBy: offset)]
      for kind in ["film", "movie", "book", "album", "music", "tv", "game", "dvd", "blu-ray", "theatre", "theater"] {
        let trimmed = trim(name)
        if trimmed.lowercased().hasSuffix(" " + kind) { name = trimmed.dropLast(kind.count) }
      }
      let trimmed = trim(name)
      return trimmed.isEmpty ? nil : trimmed
    }
    return nil
  }

  private static func trailingYear(_ title: String) -> ReviewItem? {
    guard let open = title.lastIndex(of: "("), let close = title[open...].firstIndex(of: ")") else { return nil }
    let inside = title[title.index(after: open)..<close]
    guard inside.utf8.count == 4, let year = Int(inside), (1880...2100).contains(year) else { return nil }
    let name = trim(title[..<open])
    return name.isEmpty ? nil : ReviewItem(name: unquoted(name), year: year)
  }

  private static func quoted(_ title: String) -> String? {
    for (open, close) in [("“", "”"), ("‘", "’"), ("„", "“"), ("«", "»"), ("《", "》"), ("『", "』"), ("「", "」"), ("\"", "\"")] {
      guard let start = title.firstIndex(of: Character(open)) else { continue }
      let after = title.index(after: start)
      guard let end = title[after...].firstIndex(of: Character(close)), title.distance(from: after, to: end) > 1 else { continue }
      return String(title[after..<end])
    }
    return nil
  }

  private static func item(_ name: String) -> ReviewItem {
    if let dated = trailingYear(name) { return dated }
    return ReviewItem(name: name)
  }

  private static func cleaned(_ name: Substring) -> String {
    if let quoted = quoted(String(name)), name.hasPrefix("‘") || name.hasPrefix("“") || name.hasPrefix("\"") || name.hasPrefix("«") {
      return quoted
    }
    return unquoted(trim(name))
  }

  private static func unquoted(_ name: Substring) -> String {
    let quotes = "“”‘’\"'„«»《》「」『』"
    guard let first = name.first, let last = name.last, quotes.contains(first), quotes.contains(last), name.count > 2 else {
      return String(name)
    }
    return String(name.dropFirst().dropLast())
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, " -–—:|,".contains(first) { text.removeFirst() }
    while let last = text.last, " -–—:|,".contains(last) { text.removeLast() }
    return text
  }
}

extension Substring {
  /// Where a short text starts.
  fileprivate func range(_ other: String) -> Index? { firstRange(of: other)?.lowerBound }
}
