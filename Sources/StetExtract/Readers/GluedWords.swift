internal import StetModel

/// Parts words that only style sheets keep apart ("ByAda Example", "Ada ExampleFounder").
enum GluedWords {
  /// The text with a bar before each role that is stuck to the word before it, and a space behind a stuck "By".
  static func parted(_ text: String) -> String {
    guard hasInnerCapital(text) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for index in bytes.indices {
      if index > 0, isCapital(bytes[index]), isSmall(bytes[index - 1]) {
        if isBy(bytes, before: index) {
          result.append(UInt8(ascii: " "))
        } else if isRole(bytes[index...]) {
          result.append(contentsOf: " | ".utf8)
        }
      } else if index > 0, ASCII.isDigit(bytes[index]), isSmall(bytes[index - 1]), opensDate(bytes, at: index) {
        result.append(contentsOf: " | ".utf8)
      }
      result.append(bytes[index])
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hasInnerCapital(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if isCapital(byte) || ASCII.isDigit(byte), isSmall(last) { return true }
      last = byte
    }
    return false
  }

  /// Whether the text starts with "By" up to an index, and with a word in small letters, or an initial, behind it.
  private static func isBy(_ bytes: [UInt8], before index: Int) -> Bool {
    index == 2 && bytes[0] | 0x20 == UInt8(ascii: "b") && bytes[1] == UInt8(ascii: "y") && bytes.count > 4
      && (isSmall(bytes[3]) || bytes[3] == UInt8(ascii: "."))
  }

  /// Whether digits behind a name of several words begin a date ("Ada Example22 Dec 2016").
  private static func opensDate(_ bytes: [UInt8], at index: Int) -> Bool {
    let rest = bytes[index...].drop(while: ASCII.isDigit)
    guard rest.first == UInt8(ascii: " "), bytes[..<index].contains(UInt8(ascii: " ")) else { return false }
    let word = rest.dropFirst().prefix { ASCII.isLetter($0) || $0 >= 0x80 }
    return MonthNames.month(String(decoding: word, as: UTF8.self).lowercased()) != nil
  }

  private static func isRole(_ bytes: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: bytes.prefix { ASCII.isLetter($0) || $0 >= 0x80 }, as: UTF8.self).lowercased()
    return BylineWords.roles.contains(word) || stuck.contains(word)
  }

  /// What else is stuck to names: the marks of the next thing on the line, and accounts.
  private static let stuck: Set<String> = [
    "reviewed", "updated", "published", "twitter", "facebook", "instagram", "linkedin", "follow",
  ]

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func isSmall(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}
