internal import StetModel

/// Printed ratings → values ("8/10", "4.5 out of 5", "★★★½☆", "B+", "Note : 14/20", "評価：4").
///
/// Thumbs up and down are no values: they have no scale. Readers' votes are no ratings.
enum RatingReader {
  /// Where a text comes from.
  enum Context: Sendable {
    /// An element that is marked as a rating: a bare number counts.
    case labelled
    /// A line of the text: only what can hardly be anything else counts.
    case inText
    /// The last line of the text: as in the text, and counted in whatever the reviewer counts in.
    case atEnd
  }

  /// Longer texts hold no rating that one could be sure of.
  static let maximumBytes = 600

  /// The rating that a text prints; nil when there is none, when there are several without a total, and when it is
  /// what readers voted.
  static func read(_ text: String, context: Context = .labelled) -> Rating? {
    guard !text.isEmpty, text.utf8.count <= maximumBytes else { return nil }
    let scalars = Array(text.unicodeScalars)
    let tokens = own(RatingTokenizer(scalars).tokens)
    guard !tokens.isEmpty else { return nil }
    return RatingMatcher(scalars: scalars, tokens: tokens, context: context).rating()
  }

  /// Whether a text gives the outcome of readers' votes, or another site's mark ("4.2/5 (120 votes)", "IMDb: 6.9").
  static func isReaderVote(_ text: String) -> Bool {
    guard text.utf8.count <= maximumBytes else { return false }
    let tokens = RatingTokenizer(Array(text.unicodeScalars)).tokens
    return !tokens.isEmpty && own(tokens).isEmpty
  }

  /// Whether a text has a word that speaks of ratings: a label, a unit, stars.
  static func speaksOfRatings(_ text: String) -> Bool {
    holdsWord(text) { RatingWords.labels.contains($0) || RatingWords.units.contains($0) }
  }

  /// Whether a text counts stars, and asks nobody to give them ("4 out of 5 stars", but not "Rate 4 out of 5 stars").
  static func countsStars(_ text: String) -> Bool {
    let opening = text.prefix { $0 != " " }.lowercased()
    guard !["rate", "give", "vote", "bewerte", "note", "notez", "valora", "vota"].contains(opening), !text.contains("%")
    else { return false }
    return holdsWord(text) { RatingWords.starUnits.contains($0) || $0 == "thumbs" || $0 == "rated" }
  }

  private static func holdsWord(_ text: String, where isOne: (String) -> Bool) -> Bool {
    guard text.utf8.count <= maximumBytes else { return false }
    return RatingTokenizer(Array(text.unicodeScalars)).tokens.contains { token in
      if case .stars = token.kind { return true }
      return token.word.map(isOne) ?? false
    }
  }

  /// Whether a text has a word that announces the sum of several ratings ("Overall", "Gesamtwertung").
  static func saysTotal(_ text: String) -> Bool {
    guard text.utf8.count <= maximumBytes else { return false }
    return RatingTokenizer(Array(text.unicodeScalars)).tokens.contains {
      $0.word.map(RatingWords.totals.contains) ?? false
    }
  }

  /// The rating in class names of star widgets ("rating-4", "stars-35", "star4-5"); nil when none is in them.
  static func read(classes: String) -> Rating? {
    guard classes.utf8.count <= maximumBytes else { return nil }
    for name in classes.split(whereSeparator: \.isWhitespace) {
      let parts = ASCII.lowercased(String(name)).split { !($0.isLetter || $0.isNumber) }
      guard let value = starClass(parts.map(String.init)) else { continue }
      // Stars are five; what else is called a rating may have any scale.
      let best: Double? = value <= 5 && parts.contains { $0.hasPrefix("star") || $0 == "sterne" } ? 5 : nil
      return Rating(value: .number(value), best: best, text: text(of: value, best: best))
    }
    return nil
  }

  /// The rating in the file name of a picture of stars ("stars-35.gif", "4stars.png", "3_half_stars.gif"); nil when none
  /// is in it.
  static func read(fileOf address: String) -> Rating? {
    guard address.utf8.count <= maximumBytes, let file = address.split(separator: "/").last else { return nil }
    let name = ASCII.lowercased(String(file.prefix { $0 != "?" })).split(separator: ".").dropLast().joined(
      separator: ".")
    guard name.utf8.count < 24, name.contains("star") || name.contains("stern") || name.contains("rating") else {
      return nil
    }
    if let rating = read(classes: name) { return rating }
    var parts = name.split { !($0.isLetter || $0.isNumber || $0 == ".") }.map(String.init)
    // "4stars": letters and digits in one.
    if let first = parts.first, let letter = first.firstIndex(where: \.isLetter), letter > first.startIndex {
      parts.replaceSubrange(0...0, with: [String(first[..<letter]), String(first[letter...])])
    }
    guard let first = parts.first, let value = Double(first), value > 0, value <= 5 else { return nil }
    let words = parts.dropFirst().joined()
    let isHalf = words.hasPrefix("half") || words.hasPrefix("andahalf") || words.hasPrefix("5star")
    guard ["star", "stars", "sterne", "rating"].contains(where: words.hasSuffix), parts.count < 5 else { return nil }
    let whole = isHalf ? value + 0.5 : value
    return Rating(value: .number(whole), best: 5, text: text(of: whole, best: 5))
  }

  /// Whether a text begins with a word that says that a rating follows.
  static func opensWithLabel(_ text: String) -> Bool {
    guard text.utf8.count <= maximumBytes else { return false }
    let tokens = RatingTokenizer(Array(text.unicodeScalars)).tokens
    return tokens.prefix(3).contains { $0.word.map(RatingWords.labels.contains) ?? false }
  }

  /// Whether a text begins by calling what follows the reviewer's own rating: "Our rating", "Ma note".
  static func opensAsOwn(_ text: String) -> Bool {
    guard text.utf8.count <= maximumBytes else { return false }
    let words = RatingTokenizer(Array(text.unicodeScalars)).tokens.prefix(3).map { $0.word ?? "" }
    guard let first = words.first, RatingWords.owners.contains(first) else { return false }
    return words.dropFirst().contains(where: RatingWords.labels.contains)
  }

  /// Whether a text is nothing but stars, four or five of them, full ones first: "★★★☆☆".
  static func isRowOfStars(_ text: String) -> Bool {
    guard text.utf8.count < 40 else { return false }
    let scalars = text.unicodeScalars.filter { $0 != " " && $0.value != 0xFE0F }
    let full = scalars.prefix { "★⭐🌟✮✭✯".unicodeScalars.contains($0) }
    let rest = scalars.dropFirst(full.count).drop { "½⯪⯨".unicodeScalars.contains($0) }
    let isHalf = full.count + rest.count < scalars.count
    return (4...5).contains(scalars.count) && rest.allSatisfy { "☆✩✰".unicodeScalars.contains($0) }
      && !full.isEmpty && (isHalf || !rest.isEmpty)
  }

  /// The rating of a bar of five stars by the width of its filled part (`width: 80%`); nil without a width in percent.
  static func read(style: String) -> Rating? {
    guard style.utf8.count <= maximumBytes, let width = style.lowercased().firstRange(of: "width") else { return nil }
    let rest = style[width.upperBound...].drop { $0 == ":" || $0 == " " }
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    guard rest.dropFirst(digits.count).first == "%", let percent = Double(digits), percent > 0, percent <= 100 else {
      return nil
    }
    let value = (percent / 2).rounded() / 10
    return Rating(value: .number(value), best: 5, text: text(of: value, best: 5))
  }

  /// What a rating reads like that is drawn, not printed: "3.5/5", and without a known scale the bare value.
  static func text(of value: Double, best: Double?) -> String {
    best.map { "\(spelled(value))/\(spelled($0))" } ?? spelled(value)
  }

  /// A number without the point of a whole one.
  static func spelled(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
  }

  private static let starWords: Set<String> = ["rating", "star", "stars", "rated", "score", "sterne", "note"]

  private static func starClass(_ parts: [String]) -> Double? {
    var parts = parts
    // "star4": letters and digits in one.
    if let first = parts.first, let digit = first.firstIndex(where: \.isNumber), digit > first.startIndex {
      parts.replaceSubrange(0...0, with: [String(first[..<digit]), String(first[digit...])])
    }
    guard let label = parts.firstIndex(where: starWords.contains), label + 1 < parts.count else { return nil }
    let numbers = parts[(label + 1)...]
    guard numbers.count <= 2, numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }), let first = numbers.first,
      let whole = Int(first)
    else { return nil }
    if numbers.count == 2, numbers.last == "5", whole < 5 { return Double(whole) + 0.5 }
    guard numbers.count == 1 else { return nil }
    // "stars-35" is three and a half, "stars-40" is four.
    if first.count == 2, whole <= 50, whole >= 10, whole % 5 == 0, whole != 10 { return Double(whole) / 10 }
    return (1...10).contains(whole) ? Double(whole) : nil
  }

  /// What stands before the outcome of readers' votes, where that is a rating of its own ("Our rating: 70 % Readers:
  /// 84 %"); all of a text without votes; nothing of one that is only such an outcome.
  private static func own(_ tokens: [RatingToken]) -> [RatingToken] {
    guard isReaderVote(tokens) else { return tokens }
    func isLabel(_ token: RatingToken) -> Bool { token.word.map(RatingWords.labels.contains) ?? false }
    func isFraction(_ index: Int) -> Bool {
      guard let value = tokens[index].number else { return false }
      return value <= 10 || index + 1 < tokens.count && (tokens[index + 1].mark == "%" || tokens[index + 1].mark == "/")
    }
    // Who voted is followed by what they gave: "Readers: 84 %"; by anything else it belongs to the rating before it.
    guard let vote = tokens.firstIndex(where: { $0.word.map(RatingWords.votes.contains) ?? false }), vote > 2,
      tokens[vote].word.map(RatingWords.voters.contains) == true, tokens[vote - 1].number == nil,
      vote + 1 < tokens.count,
      tokens[vote + 1].mark == ":" || tokens[vote + 1].number != nil || isLabel(tokens[vote + 1]),
      (vote + 1..<min(vote + 4, tokens.count)).contains(where: isFraction)
    else { return [] }
    let isBehindLabel = isLabel(tokens[vote - 1]) && !isLabel(tokens[vote + 1])
    let head = Array(tokens[..<(isBehindLabel ? vote - 1 : vote)])
    let isRating = head.contains(where: isLabel) && head.contains { $0.number != nil } && !isReaderVote(head)
    return isRating ? head : []
  }

  private static func isReaderVote(_ tokens: [RatingToken]) -> Bool {
    for (index, token) in tokens.enumerated() {
      guard let word = token.word else { continue }
      if RatingWords.raters.contains(word) { return true }
      // "Rated 4 out of 5 based on 1 rating".
      if word == "based", index + 1 < tokens.count, tokens[index + 1].word == "on" { return true }
      if RatingWords.votes.contains(word) {
        // A unit of counting needs its number: "120 users", not every text that speaks of readers.
        let neighbours = tokens[max(0, index - 2)...min(tokens.count - 1, index + 2)]
        if neighbours.contains(where: { $0.number != nil }) || tokens.count <= 8 { return true }
      }
      if word == "ratings" || word == "reviews", index > 0, tokens[index - 1].number != nil { return true }
    }
    return false
  }
}
