internal import StetModel

/// A piece of a text that may hold a date.
struct DateToken {
  enum Kind {
    /// A number and how many digits it is written with.
    case number(Int, digits: Int)
    /// A word in lower case, without a full stop at its end.
    case word(String)
    /// Any other character.
    case mark(Unicode.Scalar)
  }

  var kind: Kind
  /// Where the piece stands, in scalars.
  var range: Range<Int>
  /// Whether white space stands before it.
  var isSpaced: Bool

  var word: String? {
    if case .word(let word) = kind { return word }
    return nil
  }

  var mark: Unicode.Scalar? {
    if case .mark(let mark) = kind { return mark }
    return nil
  }

  /// The number when it is written with one or two digits.
  var short: Int? {
    if case .number(let number, let digits) = kind, digits <= 2 { return number }
    return nil
  }

  /// The number when it is written with four digits.
  var long: Int? {
    if case .number(let number, digits: 4) = kind { return number }
    return nil
  }

  /// Takes a short text apart.
  static func tokens(_ scalars: [Unicode.Scalar]) -> [DateToken] {
    var tokens: [DateToken] = []
    var position = 0
    var isSpaced = true
    while position < scalars.count {
      let start = position
      let scalar = scalars[position]
      position += 1
      if isSpace(scalar) {
        isSpaced = true
        continue
      }
      if !scalar.isASCII, scalar.properties.generalCategory == .format { continue }
      let kind: Kind
      if let digit = digit(scalar) {
        var number = digit
        while position < scalars.count, let digit = self.digit(scalars[position]) {
          number = min(number, 99_999_999) * 10 + digit
          position += 1
        }
        kind = .number(number, digits: position - start)
      } else if isIdeograph(scalar) {
        kind = .word(String(scalar))
      } else if isLetter(scalar) {
        while position < scalars.count, continuesWord(scalars, position) { position += 1 }
        kind = .word(lowercased(scalars[start..<position]))
      } else {
        kind = .mark(folded(scalar))
      }
      tokens.append(DateToken(kind: kind, range: start..<position, isSpaced: isSpaced))
      isSpaced = false
    }
    return tokens
  }

  private static func lowercased(_ word: ArraySlice<Unicode.Scalar>) -> String {
    if word.allSatisfy(\.isASCII) {
      let bytes = word.map { ASCII.lowercased(UInt8(truncatingIfNeeded: $0.value)) }
      return String(decoding: bytes, as: UTF8.self)
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: word)
    return String(view).lowercased()
  }

  /// The value of a decimal digit of any script.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCII { return scalar.value >= 0x30 && scalar.value <= 0x39 ? Int(scalar.value - 0x30) : nil }
    guard scalar.properties.generalCategory == .decimalNumber else { return nil }
    return scalar.properties.numericValue.map { Int($0) }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ASCII.isLetter(UInt8(truncatingIfNeeded: scalar.value)) }
    let category = scalar.properties.generalCategory
    return scalar.properties.isAlphabetic || category == .nonspacingMark || category == .spacingMark
  }

  /// Chinese characters and Korean syllables are words of one: 年 and 月 stand between digits and other characters.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x2E80...0x9FFF).contains(scalar.value) && !(0x3040...0x30FF).contains(scalar.value)
      || (0xAC00...0xD7AF).contains(scalar.value)
  }

  /// A full stop between letters belongs to the word ("p.m.", "ม.ค.").
  private static func continuesWord(_ scalars: [Unicode.Scalar], _ position: Int) -> Bool {
    let scalar = scalars[position]
    if isIdeograph(scalar) { return false }
    if scalar.value == 0x200C { return true }
    guard scalar == "." else { return isLetter(scalar) }
    return position + 1 < scalars.count && isLetter(scalars[position + 1])
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "／", "⁄": "/"
    case "．", "。": "."
    case "，", "،", "、": ","
    case "：": ":"
    case "−", "–", "—", "‐", "‑", "－": "-"
    case "’", "‘", "´", "`": "'"
    default: scalar
    }
  }
}
