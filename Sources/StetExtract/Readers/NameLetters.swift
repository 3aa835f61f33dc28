internal import StetModel

/// What the letters and marks of a text say about its being a name.
enum NameLetters {
  /// Whether a text has letters, and no marks but those that stand in names.
  static func isNameText(_ text: String) -> Bool {
    var letters = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        if ASCII.isLetter(UInt8(scalar.value)) {
          letters = true
        } else if !isMarkOfName(UInt8(scalar.value)) {
          return false
        }
        continue
      }
      if isLatinLetter(scalar) {
        letters = true
        continue
      }
      switch scalar {
      // The Hebrew hyphen and marks of abbreviation among them.
      case "\u{5BE}", "\u{5F3}", "\u{5F4}": continue
      case "’", "‘", "・", "·", "\u{3000}", "\u{A0}", "\u{200C}", "\u{200D}", "‐", "‑", "´", "“", "”": continue
      default:
        guard
          scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || scalar.properties.generalCategory == .spacingMark
        else { return false }
        letters = true
      }
    }
    guard letters else { return false }
    return text.utf8.last != UInt8(ascii: ".") || text.spacedWords.last.map { isAbbreviation(String($0)) } == true
  }

  private static func isMarkOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "*"),
      UInt8(ascii: "`"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  /// À to ɏ, all of them letters but × and ÷.
  private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xC0 && scalar.value < 0x250 && scalar.value != 0xD7 && scalar.value != 0xF7
  }

  static func holdsLetter(_ text: some StringProtocol) -> Bool {
    text.utf8.contains(where: ASCII.isLetter) || !text.isPlainASCII && text.contains(where: \.isLetter)
  }

  static func holdsTwoLetters(_ word: Substring) -> Bool {
    word.utf8.count { ASCII.isLetter($0) } > 1 || !word.isPlainASCII && word.count(where: \.isLetter) > 1
  }

  static func holdsNumber(_ word: String) -> Bool {
    // 一郎 and 千鶴 are names: of letters that mean numbers only digits count.
    word.utf8.contains(where: ASCII.isDigit)
      || !word.isPlainASCII && word.unicodeScalars.contains { $0.properties.generalCategory == .decimalNumber }
  }

  /// Whether a text is an address of the web.
  static func isAddress(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else { return false }
    return text.contains("://") || text.lowercased().hasPrefix("www.")
  }

  /// Whether a text holds a mark that stands in no single name.
  static func holdsMark(_ name: String) -> Bool {
    let isMarked = name.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "@"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"):
        true
      default: false
      }
    }
    return isMarked || !name.isPlainASCII && name.unicodeScalars.contains { "，、،（）•·©→".unicodeScalars.contains($0) }
  }

  /// A word that is written with its full stop: initials, Jr.
  static func isAbbreviation(_ word: String) -> Bool {
    let letters = word.filter(\.isLetter)
    return letters.count <= 1 || ["jr", "sr", "dr", "phd", "md"].contains(letters.lowercased())
      || (word.dropLast().contains(".") && letters.count <= 4)
  }

  static func isWordOfName(_ word: Substring) -> Bool {
    if let byte = word.utf8.first, byte >= 0x41 && byte <= 0x5A { return true }
    let letters = word.unicodeScalars.first { $0.properties.isAlphabetic }
    guard let first = letters else { return word.count == 1 }
    if first.properties.isUppercase { return true }
    // Scripts without capitals; and d'Arcy, al-Amin, von-something.
    if !first.properties.isLowercase { return true }
    return word.contains { "'’-".contains($0) } && word.contains(where: \.isUppercase)
  }

  static func isUnspacedScript(_ text: String) -> Bool {
    if let byte = text.utf8.first, ASCII.isLetter(byte) { return false }
    return text.unicodeScalars.allSatisfy {
      (0x2E80...0x9FFF).contains($0.value) || (0xAC00...0xD7AF).contains($0.value) || $0 == " " || $0 == "·"
    }
  }

  /// Whether a text is a word in small letters with a number stuck to it, and no day or issue: "ada1984".
  private static func isLoginWithNumber(_ text: String) -> Bool {
    let letters = text.prefix { $0.isASCII && $0.isLetter }
    let number = text[letters.endIndex...].utf8
    return letters.utf8.count > 1 && letters.first?.isLowercase == true && (1...4).contains(number.count)
      && number.allSatisfy(ASCII.isDigit) && MonthNames.month(String(letters)) == nil
      && !MonthNames.isDateWord(String(letters)) && !["kw", "nr", "no", "vol", "pp"].contains(letters)
  }

  static func isDateLike(_ text: String) -> Bool {
    if !holdsNumber(text) || isLoginWithNumber(text) { return false }
    let digits = text.unicodeScalars.count { DateToken.digit($0) != nil }
    return digits * 2 > text.count || (digits >= 4 && text.contains { $0 == "." || $0 == "/" })
  }
}
