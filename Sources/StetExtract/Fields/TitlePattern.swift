internal import StetModel

/// Headlines that name what they review: "Review: X", "X (2012) – review", "‘X’ Review: …", "X by Y".
enum TitlePattern {
  /// What a headline tells, by which pattern, and how far it is to be trusted, 0 to 1.
  typealias Match = (item: ReviewItem, pattern: String, score: Double)

  /// Marks behind a label, before a name.
  private static let marks = ":：–—|])-《「『"

  /// The item that a headline names. Without other signs of a review only headlines that say "review" do.
  static func item(in title: String, isReview: Bool) -> Match? {
    guard title.utf8.count < 300, isReview || ReviewWords.mayHold(title) else { return nil }
    let words = words(of: title)
    let isBook = ItemKind.type(ofTitle: title) == "Book"
    if let name = testedName(title) { return match(name, "“X put to the test”", 0.7) }
    if let end = title.firstRange(of: " reviewed by ") {
      return match(title[..<end.lowerBound], "“X reviewed by Y”", 0.68)
    }
    if let (name, isMusic) = nameAfterLabel(title, words, isReview: isReview) {
      if isBook, let book = TitleName.book(name) { return (book, "“Review: X”", 0.7) }
      return match(name, "“Review: X”", 0.7, isMusic: isMusic)
    }
    if let (name, isMusic) = nameBeforeLabel(title, words, isReview: isReview) {
      if isBook, let book = TitleName.book(name) { return (book, "“X review”", 0.7) }
      return match(name, "“X review”", 0.7, isMusic: isMusic)
    }
    guard isReview else { return nil }
    if let dated = TitleName.dated(title[...]) { return (dated, "“X (year)”", 0.65) }
    if let made = TitleName.made(title[...]) ?? TitleName.made(TitleName.withoutTagline(title[...])) {
      return (made, "“X by Y”", 0.58)
    }
    if let quoted = TitleName.onlyQuoted(title) { return (ReviewItem(name: quoted), "a quoted title", 0.55) }
    return nil
  }

  /// Whether a headline says that it stands over a review, with or without the name of a thing.
  static func callsItselfReview(_ title: String) -> Bool {
    guard title.utf8.count < 300, ReviewWords.mayHold(title) else { return false }
    let words = words(of: title)
    return testedName(title) != nil || title.firstRange(of: " reviewed by ") != nil
      || nameAfterLabel(title, words, isReview: false) != nil
      || nameBeforeLabel(title, words, isReview: false) != nil
  }

  private static func match(_ name: Substring, _ pattern: String, _ score: Double, isMusic: Bool = false) -> Match? {
    if isMusic, let item = TitleName.album(TitleName.withoutRating(name)) { return (item, pattern, score) }
    guard let item = TitleName.read(TitleName.withoutTagline(TitleName.withoutRating(name))) else { return nil }
    return (item, pattern, score)
  }

  /// The words of a headline: letters, digits and what joins them.
  private static func words(of title: String) -> [Substring] {
    title.parts(wordMarks.containsOrIsSpace)
  }

  private static let wordMarks: Marks = ":：–—|[]()「」『』《》“”‘„\"«»,"

  // MARK: Review: X

  /// "Review: X", "Film review – X", "[Review] X", "Rezension zu X", "Review of ‘X’".
  private static func nameAfterLabel(_ title: String, _ words: [Substring], isReview: Bool) -> (
    Substring, isMusic: Bool
  )? {
    var end = title.startIndex
    var (hasLabel, isWide, isMusic, hasKindBehind) = (false, false, false, false)
    for word in words.prefix(5) {
      let lower = word.lowercased()
      let isLabel = ReviewWords.isLabel(lower)
      let isWideLabel = !isLabel && !hasLabel && ReviewWords.isLabelAlone(lower)
      guard isLabel || isWideLabel || ReviewWords.isKind(lower) || lower == "-" || lower == "the" else { break }
      // "Album - Review" does not start with a name; neither does "Live Wire".
      if lower == "-", !hasLabel { break }
      hasKindBehind = hasLabel && ReviewWords.isKind(lower)
      hasLabel = hasLabel || isLabel || isWideLabel
      isWide = isWide && !isLabel || isWideLabel
      isMusic = isMusic || ReviewWords.isMusic(lower)
      end = word.endIndex
      let next = title[end...].first { $0 != " " } ?? " "
      if hasLabel, marks.contains(next) { break }
    }
    guard hasLabel, end < title.endIndex else { return nil }
    let rest = title[end...]
    let next = rest.first { !$0.isWhitespace } ?? " "
    if marks.contains(next) { return (rest.drop { ":：–—|])- ".contains($0) }, isMusic) }
    // "Review of X" may be anything without quotation marks or other signs of a review.
    var parts = rest.split(separator: " ", maxSplits: 1)
    var hasLink = false
    while parts.count == 2,
      ReviewWords.isLink(parts[0].lowercased()) || hasLink && ReviewWords.isKind(parts[0].lowercased())
    {
      hasLink = true
      let isSure = isReview || TitleName.opensWithQuote(parts[1]) || parts[0].lowercased().hasPrefix("zu")
      let following = parts[1].split(separator: " ", maxSplits: 1)
      if let word = following.first?.lowercased(), ReviewWords.isKind(word) || ReviewWords.isLink(word),
        following.count == 2
      {
        parts = following
        continue
      }
      return isSure ? (parts[1], isMusic) : nil
    }
    if !isWide, TitleName.opensWithQuote(TitleName.trimmed(rest)) { return (rest, isMusic) }
    // "Resensi buku Salt Roads: the verdict": the label is two words, and a name follows.
    guard isReview, hasKindBehind, next.isUppercase else { return nil }
    return (rest.firstRange(of: ": ").map { rest[..<$0.lowerBound] } ?? rest, isMusic)
  }

  // MARK: X review

  /// "X review", "X – review", "X Review: the verdict", "X: Film Review", "X, la recensione".
  private static func nameBeforeLabel(_ title: String, _ words: [Substring], isReview: Bool) -> (
    Substring, isMusic: Bool
  )? {
    for (index, word) in words.enumerated().dropFirst() {
      // "X – recenzja. The verdict"
      let isStopped =
        word.last == "." && words[index - 1].endIndex < word.startIndex
        && title[..<word.startIndex].last { $0 != " " }.map { marks.contains($0) } ?? false
      let lower = (isStopped ? word.dropLast() : word).lowercased()
      let isWide = !ReviewWords.isLabel(lower)
      guard !isWide || ReviewWords.isLabelAlone(lower), isStopped || endsLabel(title, words, index) else { continue }
      var first = index
      // "X, Granary Theatre, review": what a comma ends is no part of the label.
      while first > 1, ReviewWords.isKind(words[first - 1].lowercased()),
        !title[words[first - 1].endIndex..<words[first].startIndex].contains(",")
      {
        first -= 1
      }
      let isMusic = words[first..<index].contains { ReviewWords.isMusic($0.lowercased()) }
      // "X, la recensione", "X: the review"
      var hasArticle = false
      if first > 1, ["the", "la", "le", "il", "die", "das", "a", "de"].contains(words[first - 1].lowercased()) {
        first -= 1
        hasArticle = true
      }
      let before = title[..<words[first].startIndex].last { $0 != " " } ?? " "
      let isSetOff = marks.contains(before) || "([,".contains(before)
      // Words that mean criticism as well need marks on both sides.
      if isWide, !isSetOff, !isReview { continue }
      guard first > 0, isSetOff || !hasArticle, !ReviewWords.isEstranging(words[first - 1].lowercased()) else {
        continue
      }
      let name = TitleName.trimmed(title[..<words[first].startIndex])
      return name.isEmpty ? nil : (name, isMusic)
    }
    return nil
  }

  /// Whether nothing follows a label, or something set apart, but for what is reviewed: "X – recenzja filmu".
  private static func endsLabel(_ title: String, _ words: [Substring], _ index: Int) -> Bool {
    if endsClause(title, after: words[index].endIndex) { return true }
    var last = index + 1
    while last < words.count, last < index + 4, ReviewWords.isLink(words[last].lowercased()) { last += 1 }
    guard last < words.count else { return false }
    // "X – recenzja gry. The echo lies"
    let before = title[..<words[index].startIndex].last { $0 != " " } ?? " "
    let endsSentence = words[last].last == "." && marks.contains(before)
    guard ReviewWords.isKind((endsSentence ? words[last].dropLast() : words[last]).lowercased()) else { return false }
    return endsSentence || endsClause(title, after: words[last].endIndex)
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
      // "Raubfischrute im Test: die Meridian Spin" tells the sort first and the thing behind it.
      let behind = words[(index + 2)...]
      if index == 1, word.hasSuffix(":"), (2...6).contains(behind.count), let article = behind.first,
        ["der", "die", "das"].contains(article.lowercased()), behind.dropFirst().first?.first?.isUppercase == true
      {
        return TitleName.trimmed(title[behind[behind.startIndex + 1].startIndex...])
      }
      return TitleName.trimmed(title[..<words[index].startIndex])
    }
    return nil
  }
}
