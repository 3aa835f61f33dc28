internal import StetModel

/// Headlines that name what they review: "Review: X", "X (2012) – review", "‘X’ Review: …", "X by Y".
enum TitlePattern {
  /// What a headline tells, by which pattern, and how far it is to be trusted, 0 to 1.
  typealias Match = (item: ReviewItem, pattern: String, score: Double)

  /// The item that a headline names. Without other signs of a review only headlines that say "review" do.
  static func item(in title: String, isReview: Bool) -> Match? {
    guard title.utf8.count < 300 else { return nil }
    let words = words(of: title)
    if let name = testedName(title) { return match(name, "“X put to the test”", 0.7) }
    if let name = nameAfterLabel(title, words, isReview: isReview) { return match(name, "“Review: X”", 0.7) }
    if let name = nameBeforeLabel(title, words) { return match(name, "“X review”", 0.7) }
    guard isReview else { return nil }
    if let dated = TitleName.dated(title[...]) { return (dated, "“X (year)”", 0.65) }
    if let made = TitleName.made(title[...]) { return (made, "“X by Y”", 0.58) }
    if let quoted = TitleName.onlyQuoted(title) { return (ReviewItem(name: quoted), "a quoted title", 0.55) }
    return nil
  }

  private static func match(_ name: Substring, _ pattern: String, _ score: Double) -> Match? {
    guard let item = TitleName.read(name) else { return nil }
    return (item, pattern, score)
  }

  /// The words of a headline: letters, digits and what joins them.
  private static func words(of title: String) -> [Substring] {
    title.split { $0.isWhitespace || ":：–—|[]()「」『』《》“”‘„\"«»,".contains($0) }
  }

  // MARK: Review: X

  /// "Review: X", "Film review – X", "[Review] X", "Rezension zu X", "Review of ‘X’".
  private static func nameAfterLabel(_ title: String, _ words: [Substring], isReview: Bool) -> Substring? {
    var end = title.startIndex
    var hasLabel = false
    for word in words.prefix(5) {
      let lower = word.lowercased()
      let isLabel = isLabel(lower)
      guard isLabel || ReviewLabels.kinds.contains(lower) || lower == "-" || lower == "the" else { break }
      if lower == "-", !hasLabel { break }
      hasLabel = hasLabel || isLabel
      end = word.endIndex
      let next = title[end...].first { $0 != " " } ?? " "
      if hasLabel, ":：–—|])-《「『".contains(next) { break }
    }
    guard hasLabel, end < title.endIndex else { return nil }
    let rest = title[end...]
    let next = rest.first { !$0.isWhitespace } ?? " "
    if ":：–—|])-《「『".contains(next) { return rest.drop { ":：–—|])- ".contains($0) } }
    // "Review of X" may be anything without quotation marks or other signs of a review.
    let parts = rest.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, ReviewLabels.links.contains(parts[0].lowercased()) else {
      return TitleName.opensWithQuote(TitleName.trimmed(rest)) ? rest : nil
    }
    return isReview || TitleName.opensWithQuote(parts[1]) || parts[0].lowercased().hasPrefix("zu") ? parts[1] : nil
  }

  static func isLabel(_ word: String) -> Bool {
    if ReviewLabels.labels.contains(word) { return true }
    return ReviewLabels.endings.contains { word.hasSuffix($0) && word.utf8.count < 30 }
  }

  // MARK: X review

  /// "X review", "X – review", "X Review: the verdict", "X: Film Review", "X, la recensione".
  private static func nameBeforeLabel(_ title: String, _ words: [Substring]) -> Substring? {
    for (index, word) in words.enumerated().dropFirst() where isLabel(word.lowercased()) {
      guard endsClause(title, after: word.endIndex) else { continue }
      var first = index
      while first > 1, ReviewLabels.kinds.contains(words[first - 1].lowercased()) { first -= 1 }
      // "X, la recensione", "X: the review"
      if first > 0, ["the", "la", "le", "il", "die", "das", "a", "de"].contains(words[first - 1].lowercased()) {
        first -= 1
      }
      guard first > 0, !ReviewLabels.estranging.contains(words[first - 1].lowercased()) else { continue }
      let name = TitleName.trimmed(title[..<words[first].startIndex])
      return name.isEmpty ? nil : name
    }
    return nil
  }

  /// Whether nothing follows a word, or something set apart.
  private static func endsClause(_ title: String, after index: String.Index) -> Bool {
    guard let next = title[index...].first(where: { $0 != " " }) else { return true }
    if ":：–—|,([)]".contains(next) { return true }
    return next == "-" && title[index...].first == " "
  }

  // MARK: X im Test

  /// "X im Test", "X im Test: the verdict", "Im Test: X", "Test: X".
  private static func testedName(_ title: String) -> Substring? {
    let lower = title.lowercased()
    for label in ["im test:", "test:", "im test –", "test –", "getestet:", "test :", "prueba:", "prova:"]
    where lower.hasPrefix(label) {
      return TitleName.trimmed(title.dropFirst(label.count))
    }
    let words = title.split(separator: " ")
    guard words.count > 2 else { return nil }
    for index in 1..<(words.count - 1) where words[index] == "im" {
      let word = words[index + 1].lowercased()
      let isTest =
        ["test", "test:", "test,"].contains(word) || word.trimmingMarks().hasSuffix("test") && word.utf8.count < 16
      guard isTest,
        index + 2 == words.count || endsClause(title, after: words[index + 1].endIndex)
          || ":,".contains(word.last ?? " ")
      else { continue }
      return TitleName.trimmed(title[..<words[index].startIndex])
    }
    return nil
  }
}
