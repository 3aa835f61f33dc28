/// Takes a short text apart into words, numbers, runs of stars and marks.
struct RatingTokenizer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var isSpaced = false
  private(set) var tokens: [RatingToken] = []

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    while position < scalars.count { readToken() }
    joinStars()
    readSpelledNumbers()
  }

  private mutating func readToken() {
    let start = position
    let scalar = scalars[position]
    let isSpace = Self.isSpace(scalar)
    if isSpace || scalar.value == 0xFE0F || scalar.value == 0x200B {
      if isSpace { isSpaced = true }
      position += 1
      return
    }
    let kind: RatingToken.Kind
    if Self.digit(scalar) != nil || Self.fraction(scalar) != nil {
      kind = .number(readNumber())
    } else if let star = Self.star(scalar) {
      kind = star
      position += 1
    } else if scalar == "*" {
      while position < scalars.count, scalars[position] == "*" { position += 1 }
      kind = .stars(full: position - start, half: false, empty: 0, areAsterisks: true)
    } else if Self.isLetter(scalar) {
      while position < scalars.count, Self.isInWord(scalars[position]) { position += 1 }
      let word = Self.word(scalars[start..<position])
      if scalar.value >= 0x3000, let label = Self.unspacedLabel(of: word) {
        let cut = position - label.unicodeScalars.count
        tokens.append(
          RatingToken(kind: .word(Self.word(scalars[start..<cut])), range: start..<cut, isSpaced: isSpaced))
        isSpaced = false
        tokens.append(RatingToken(kind: .word(label), range: cut..<position, isSpaced: false))
        return
      }
      kind = .word(word.lowercased())
    } else {
      kind = .mark(Self.folded(scalar))
      position += 1
    }
    tokens.append(RatingToken(kind: kind, range: start..<position, isSpaced: isSpaced))
    isSpaced = false
  }

  private static func word(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars)
    return String(word)
  }

  private static func unspacedLabel(of word: String) -> String? {
    // By bytes: what is merely equivalent has other scalars, and would be cut in the wrong place.
    RatingWords.unspacedLabels.first { label in
      word.utf8.count > label.utf8.count && word.utf8.suffix(label.utf8.count).elementsEqual(label.utf8)
    }
  }

  private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isLetter(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      || scalar.properties.generalCategory == .spacingMark
  }

  // MARK: Numbers

  private mutating func readNumber() -> Double {
    if let fraction = Self.fraction(scalars[position]) {
      position += 1
      return fraction
    }
    var value = readDigits().value
    if position + 1 < scalars.count, ".,．，٫".unicodeScalars.contains(scalars[position]),
      Self.digit(scalars[position + 1]) != nil
    {
      position += 1
      let (decimals, count) = readDigits()
      var scale = 1.0
      for _ in 0..<min(count, 9) { scale *= 10 }
      // "1,250" and "1.250" count things.
      value = count == 3 && decimals > 0 ? value * 1000 + decimals : value + decimals / scale
    }
    return value + readFraction()
  }

  private mutating func readDigits() -> (value: Double, count: Int) {
    var value = 0.0
    var count = 0
    while position < scalars.count, let digit = Self.digit(scalars[position]) {
      value = min(value * 10 + Double(digit), 1e12)
      count += 1
      position += 1
    }
    return (value, count)
  }

  /// "½" or " 1/2" behind a number.
  private mutating func readFraction() -> Double {
    var next = position
    while next < scalars.count, next < position + 2, scalars[next] == " " || scalars[next] == "-" { next += 1 }
    guard next < scalars.count else { return 0 }
    if let fraction = Self.fraction(scalars[next]) {
      position = next + 1
      return fraction
    }
    guard next > position, next + 2 < scalars.count, scalars[next] == "1", scalars[next + 1] == "/",
      scalars[next + 2] == "2", next + 3 >= scalars.count || Self.digit(scalars[next + 3]) == nil
    else { return 0 }
    position = next + 3
    return 0.5
  }

  /// The value of a decimal digit of any script.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII { return (0x30...0x39).contains(scalar.value) ? Int(scalar.value) - 0x30 : nil }
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }

  private static func fraction(_ scalar: Unicode.Scalar) -> Double? {
    switch scalar {
    case "½": 0.5
    case "¼": 0.25
    case "¾": 0.75
    default: nil
    }
  }

  /// "Three and a half stars", "vier von fünf Sternen", "quatre étoiles": number words count before a unit or a scale.
  private mutating func readSpelledNumbers() {
    let isCounted = tokens.contains { token in
      if case .stars = token.kind { return true }
      // In brackets "three out of four" is a rating without a unit, too.
      return token.word.map { RatingWords.units.contains($0) || $0 == "out" && tokens[0].mark == "(" } ?? false
    }
    guard isCounted else { return }
    // "out of four", "von fünf"
    for index in tokens.indices.dropFirst() {
      guard let word = tokens[index].word, let value = RatingWords.spelled[word], value > 2,
        let before = tokens[index - 1].word, RatingWords.outOf.contains(before)
      else { continue }
      tokens[index].kind = .number(value)
    }
    var index = tokens.count - 1
    while index >= 0 {
      defer { index -= 1 }
      guard let word = tokens[index].word, let value = RatingWords.spelled[word], index + 1 < tokens.count else {
        continue
      }
      var end = index + 1
      var total = value
      if end + 2 < tokens.count, tokens[end].word == "and", tokens[end + 1].word == "a", tokens[end + 2].word == "half"
      {
        total += 0.5
        end += 3
      } else if end + 1 < tokens.count, RatingWords.halves.contains(tokens[end + 1].word ?? ""),
        ["et", "y", "e", "en", "und"].contains(tokens[end].word ?? "")
      {
        total += 0.5
        end += 2
      }
      guard end < tokens.count, let next = tokens[end].word,
        RatingWords.starUnits.contains(next) || next == "out" || RatingWords.outOf.contains(next)
      else { continue }
      let range = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
      let token = RatingToken(kind: .number(total), range: range, isSpaced: tokens[index].isSpaced)
      tokens.replaceSubrange(index..<end, with: [token])
    }
  }

  // MARK: Stars

  private static func star(_ scalar: Unicode.Scalar) -> RatingToken.Kind? {
    switch scalar {
    case "★", "⭐", "🌟", "✮", "✭", "✯", "✪", "⍟", "●", "♥", "❤":
      .stars(full: 1, half: false, empty: 0, areAsterisks: false)
    case "☆", "✩", "✰", "○", "♡": .stars(full: 0, half: false, empty: 1, areAsterisks: false)
    case "⯪", "⯨", "◐": .stars(full: 0, half: true, empty: 0, areAsterisks: false)
    default: nil
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "／", "∕", "⁄": "/"
    case "：": ":"
    case "（": "("
    case "）": ")"
    case "％", "٪": "%"
    case "−", "–", "—": "-"
    case "＋": "+"
    default: scalar
    }
  }

  /// Joins neighbouring stars and a half behind them ("★★★½☆", "★ ★ ★ 1/2") into one run.
  private mutating func joinStars() {
    var joined: [RatingToken] = []
    var skipped = 0
    for (index, token) in tokens.enumerated() {
      if skipped > 0 {
        skipped -= 1
        continue
      }
      guard let last = joined.last, case .stars(let full, let half, let empty, let areAsterisks) = last.kind else {
        joined.append(token)
        continue
      }
      // "★★ 1/2"
      if !half, empty == 0, token.number == 1, index + 2 < tokens.count, tokens[index + 1].mark == "/",
        tokens[index + 2].number == 2
      {
        joined[joined.count - 1].kind = .stars(full: full, half: true, empty: 0, areAsterisks: areAsterisks)
        joined[joined.count - 1].range = last.range.lowerBound..<tokens[index + 2].range.upperBound
        skipped = 2
        continue
      }
      var kind: RatingToken.Kind?
      switch token.kind {
      case .stars(let more, let moreHalf, let moreEmpty, let otherAsterisks) where otherAsterisks == areAsterisks:
        kind = .stars(
          full: full + more, half: half || moreHalf, empty: empty + moreEmpty, areAsterisks: areAsterisks)
      case .number(0.5) where !half && empty == 0:
        kind = .stars(full: full, half: true, empty: empty, areAsterisks: areAsterisks)
      default: break
      }
      if let kind {
        joined[joined.count - 1].kind = kind
        joined[joined.count - 1].range = last.range.lowerBound..<token.range.upperBound
      } else {
        joined.append(token)
      }
    }
    tokens = joined
  }

  // Unicode's tables are slow to ask, and nearly all scalars are ASCII.

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.value == 0x20 || (scalar.value >= 0x09 && scalar.value <= 0x0D) : scalar.properties.isWhitespace
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) : scalar.properties.isAlphabetic
  }
}
