internal import StetModel

/// Matches the forms of a rating against the pieces of a text.
struct RatingMatcher {
  let scalars: [Unicode.Scalar]
  let tokens: [RatingToken]
  let context: RatingReader.Context

  private struct Match {
    var rating: Rating
    var tokens: Range<Int>
    var isTotal: Bool
  }

  /// Scales that ratings are given on.
  private static let scales: Set<Double> = [3, 4, 5, 6, 7, 10, 12, 15, 20, 25, 50, 100]
  /// Scales that a fraction in running text may have without a label: the others are as often dates or shares.
  private static let plainScales: Set<Double> = [5, 10, 20, 100]

  /// The rating of the text.
  func rating() -> Rating? {
    let (fractions, others) = fractions()
    if let fraction = chosen(fractions) {
      // "Food 8/10 Service 6/10": in running text only the last would do alone, and it is one of several.
      let isOneOfSeveral = others.contains { $0.best == fraction.best && $0.value != fraction.value }
      return isOneOfSeveral && !fractions.contains(where: \.isTotal) ? nil : fraction
    }
    if let stars = chosen(starRuns()) { return stars }
    if let count = chosen(counts()) { return count }
    if let percent = chosen(percents()) { return percent }
    return grade() ?? labelledNumber()
  }

  // MARK: Forms

  /// "8/10", "4 out of 5 stars", "3,5 von 5", "4 stars (out of 5)".
  /// - Returns: those that are ratings, and those that may be parts of one.
  private func fractions() -> (matches: [Match], others: [Rating]) {
    var matches: [Match] = []
    var others: [Rating] = []
    var index = 0
    while index < tokens.count {
      if let value = tokens[index].number, value > 0, isFree(index), let (best, end, isSlash) = scale(after: index),
        Self.scales.contains(best), value <= best
      {
        guard accepts(index..<end, best: best, isSlash: isSlash) else {
          others.append(Rating(value: .number(value), best: best, text: ""))
          index = end
          continue
        }
        let end = unitsEnd(end)
        matches.append(match(.number(value), best: best, index..<end))
        index = end
      } else {
        index += 1
      }
    }
    return (matches, others)
  }

  private func starRuns() -> [Match] {
    tokens.indices.compactMap { index in
      guard case .stars(let full, let half, let empty, let areAsterisks) = tokens[index].kind else { return nil }
      // The scale of "*** out of *****"
      if index > 1, let word = tokens[index - 1].word, RatingWords.outOf.contains(word) { return nil }
      let value = Double(full) + (half ? 0.5 : 0)
      let count = full + (half ? 1 : 0) + empty
      guard value > 0, count <= 12 else { return nil }
      let isMixed = half || empty > 0
      let isRound = tokens[index].range.contains { "●♥❤○♡◐".unicodeScalars.contains(scalars[$0]) }
      if isRound && !isMixed && scale(after: index) == nil { return nil }
      if areAsterisks {
        let isTold = half || hasLabel(before: index) || scale(after: index).map { !$0.isSlash } ?? false
        if count > 5 || (context != .labelled && !isTold) { return nil }
      }
      // One star in a line of text is a bullet.
      if context != .labelled && count < 2 { return nil }
      // "★★★ (out of four)"
      if empty == 0, let (best, end, _) = scale(after: index), best <= 10, Self.scales.contains(best), value <= best {
        return match(.number(value), best: best, index..<end)
      }
      return match(.number(value), best: empty > 0 ? Double(count) : nil, index..<index + 1)
    }
  }

  /// "3 stars", "3½ Sterne", "85 points".
  private func counts() -> [Match] {
    tokens.indices.dropLast().compactMap { index in
      guard let value = tokens[index].number, value > 0, value <= 100, isFree(index) else { return nil }
      guard let unit = tokens[index + 1].word, RatingWords.units.contains(unit) else { return nil }
      let isStars = RatingWords.starUnits.contains(unit)
      if isStars && value > 10 { return nil }
      // "92 points" is a line of its own; so is "3 stars".
      let isMark = isStars || value >= 50 && value == value.rounded()
      let isAlone = context == .labelled || (index == 0 && index + 2 == tokens.count && isMark)
      guard isAlone || hasLabel(before: index) else { return nil }
      return match(.number(value), best: nil, index..<index + 2)
    }
  }

  private func percents() -> [Match] {
    tokens.indices.dropLast().compactMap { index in
      guard let value = tokens[index].number, value > 0, value <= 100, isFree(index), tokens[index + 1].mark == "%",
        context == .labelled ? tokens.count <= 8 : hasLabel(before: index)
      else { return nil }
      return match(.number(value), best: 100, index..<index + 2)
    }
  }

  /// "B+", "Grade: C+", "A−".
  private func grade() -> Rating? {
    for index in tokens.indices {
      guard let letter = tokens[index].word, letter.count == 1, "abcdef".contains(letter),
        scalars[tokens[index].range.lowerBound].properties.isUppercase
      else { continue }
      var end = index + 1
      if end < tokens.count, !tokens[end].isSpaced, tokens[end].mark == "+" || tokens[end].mark == "-" { end += 1 }
      let isWhole = index == 0 && end == tokens.count
      let isMarked = index > 0 && isGradeLabel(before: index) && endsClause(end)
      guard isMarked || (isWhole && (context == .labelled || end > index + 1)) else { continue }
      let text = printed(index..<end)
      return Rating(value: .grade(text.replacing("−", with: "-").replacing("–", with: "-")), text: text)
    }
    return nil
  }

  /// "Rating: 4", "評価：4.5"; where the whole text is a rating, "8.5".
  private func labelledNumber() -> Rating? {
    let numbers = tokens.indices.filter { tokens[$0].number != nil }
    guard numbers.count == 1, let index = numbers.first, let value = tokens[index].number, value > 0, value <= 100,
      isFree(index), endsClause(index + 1) || (context == .labelled && index == 0) || isBeforeLabels(index)
    else { return nil }
    // Beside the number a score box may print a word: what it was played on, or what it means ("8.5 Great").
    let isAlone = context == .labelled && index == 0 && tokens.count <= 2
    let isLabelled = tokens.count <= 8 && index > 0 && index <= 4 && hasLabel(before: index)
    // In running text the label needs its colon: "the score has 12 songs".
    let isSetOff =
      index > 0 && (tokens[index - 1].mark == ":" || (tokens[index - 1].mark == "-" && hasTotal(before: index)))
    // "Terningkast 5" is a line of its own.
    let isLine = tokens.count == 2 && index == 1 && tokens[0].word.map(RatingWords.marks.contains) ?? false
    guard isAlone || isLine || isBeforeLabels(index) || (isLabelled && (context == .labelled || isSetOff)) else {
      return nil
    }
    return Rating(value: .number(value), text: printed(index..<unitsEnd(index + 1)))
  }

  /// Whether a text is a number and what it is called: "8.0 Total Score", "8.5 Our score". A whole number before a word
  /// counts things as often ("5 notes"): it needs to be called somebody's or the total.
  private func isBeforeLabels(_ index: Int) -> Bool {
    guard index == 0, (2...4).contains(tokens.count), let value = tokens[0].number,
      let last = tokens.last?.word, RatingWords.marks.contains(last)
    else { return false }
    let words = tokens[1...].dropLast().map { $0.word ?? "" }
    let isOwn = words.contains { RatingWords.owners.contains($0) || RatingWords.totals.contains($0) }
    return words.allSatisfy { RatingWords.owners.contains($0) || RatingWords.totals.contains($0) }
      && (isOwn || value != value.rounded())
  }

  // MARK: Parts

  /// The scale behind a number, and the token after it.
  private func scale(after index: Int) -> (best: Double, end: Int, isSlash: Bool)? {
    var next = unitsEnd(index + 1)
    if next < tokens.count, tokens[next].mark == "(" { next += 1 }
    guard next < tokens.count else { return nil }
    var isSlash = false
    if tokens[next].mark == "/" {
      isSlash = true
      next += 1
    } else if tokens[next].word == "out", next + 1 < tokens.count, tokens[next + 1].word == "of" {
      next += 2
    } else if let word = tokens[next].word, RatingWords.outOf.contains(word) {
      next += 1
    } else {
      return nil
    }
    while next < tokens.count, let word = tokens[next].word, RatingWords.fillers.contains(word) { next += 1 }
    // "*** out of *****"
    if next < tokens.count, case .stars(let best, false, 0, _) = tokens[next].kind, !isSlash {
      return (Double(best), next + 1, false)
    }
    guard next < tokens.count, let best = tokens[next].number else { return nil }
    // "11/5/2012" and "4/5-6" go on.
    if next + 2 < tokens.count, let mark = tokens[next + 1].mark, mark == "/" || mark == "-",
      tokens[next + 2].number != nil
    {
      return nil
    }
    return (best, next + 1, isSlash)
  }

  /// The token after the unit words and closing bracket that start here.
  private func unitsEnd(_ index: Int) -> Int {
    var end = index
    while end < tokens.count, end < index + 2, let word = tokens[end].word, RatingWords.units.contains(word) {
      end += 1
    }
    return end
  }

  /// Whether a number stands for itself: no part of a date, an amount of money, a model's name.
  private func isFree(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let previous = tokens[index - 1]
    if let mark = previous.mark {
      if "$€£¥#№".unicodeScalars.contains(mark) { return false }
      if mark == "/" || mark == "-" || mark == ".", !tokens[index].isSpaced, index > 1, !previous.isSpaced {
        return false
      }
    }
    guard let word = previous.word else { return true }
    if RatingWords.countings.contains(word) { return false }
    return tokens[index].isSpaced || !(word.utf8.first.map(ASCII.isLetter) ?? false)
  }

  private func accepts(_ range: Range<Int>, best: Double, isSlash: Bool) -> Bool {
    let hasUnit = unitsEnd(range.upperBound) > range.upperBound || unitsEnd(range.lowerBound + 1) > range.lowerBound + 1
    if context == .labelled { return tokens.count <= 40 }
    let isLast = endsText(range.upperBound)
    let isMarked = hasLabel(before: range.lowerBound)
    if !Self.plainScales.contains(best) {
      let isAlone = !isSlash && isLast && range.lowerBound == 1 && tokens[0].mark == "("
      return isMarked || hasUnit && isLast || isAlone
    }
    // "Nine of ten people" and "von 8 bis 10": words between need a label, a unit or the end of a short line.
    if !isSlash, !isMarked, !hasUnit {
      let before = range.lowerBound > 0 ? tokens[range.lowerBound - 1].mark : nil
      return isLast && (tokens.count <= 6 || before == "." || before == ":") || endsInUnit(range)
    }
    return isMarked || isLast || (range.lowerBound == 0 && hasUnit)
  }

  /// Whether a text that ends with one word behind its scale, and has nothing else, counts in a unit of its own: "8 von 10
  /// Irrlichtern". Only the last line of a review is so brief on purpose.
  private func endsInUnit(_ range: Range<Int>) -> Bool {
    guard context == .atEnd, range.lowerBound == 0, range.upperBound + 1 == tokens.count,
      let unit = tokens[range.upperBound].word
    else { return false }
    // "5 of 10 photos", "9 of 10 readers"
    let singular = unit.last == "s" ? String(unit.dropLast()) : unit
    return ![unit, singular].contains {
      RatingWords.countings.contains($0) || RatingWords.votes.contains($0) || Self.counted.contains($0)
    }
  }

  private static let counted: Set<String> = ["article", "comment", "people", "person", "menschen", "leute", "personen"]

  private func endsText(_ index: Int) -> Bool {
    tokens[index...].allSatisfy { token in
      switch token.kind {
      case .mark, .stars: true
      case .word(let word): RatingWords.units.contains(word)
      case .number: false
      }
    }
  }

  private func endsClause(_ index: Int) -> Bool {
    index >= tokens.count || tokens[index].mark != nil || endsText(index)
  }

  /// Whether one of the few words before says that a rating follows, in the same sentence.
  private func hasLabel(before index: Int) -> Bool {
    for token in tokens[max(0, index - 6)..<index].reversed() {
      if let word = token.word, RatingWords.labels.contains(word) { return true }
      if token.mark == "." || token.mark == ";" || token.mark == "。" { return false }
    }
    return false
  }

  private func isGradeLabel(before index: Int) -> Bool {
    for token in tokens[max(0, index - 3)..<index].reversed() {
      if let word = token.word { return RatingWords.labels.contains(word) && word != "give" && word != "a" }
      guard let mark = token.mark, mark == ":" || mark == "-" || mark == "=" else { return false }
    }
    return false
  }

  // MARK: Choice

  private func match(_ value: Rating.Value, best: Double?, _ range: Range<Int>) -> Match {
    Match(
      rating: Rating(value: value, best: best, text: printed(range)), tokens: range,
      isTotal: hasTotal(before: range.lowerBound))
  }

  private func hasTotal(before index: Int) -> Bool {
    tokens[max(0, index - 4)..<index].contains { $0.word.map(RatingWords.totals.contains) ?? false }
  }

  /// The only rating, or the total among several.
  private func chosen(_ matches: [Match]) -> Rating? {
    guard let first = matches.first else { return nil }
    if let total = matches.last(where: \.isTotal) { return total.rating }
    let areSame = matches.allSatisfy { $0.rating.value == first.rating.value && $0.rating.best == first.rating.best }
    return areSame ? first.rating : nil
  }

  private func printed(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(
      contentsOf: scalars[tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound])
    return ReadingText.normalized(String(text))
  }
}
