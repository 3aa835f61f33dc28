/// The characters of a selector, with the lexical parts of CSS (CSS Syntax Level 3).
struct SelectorInput {
  private let text: String
  private let characters: [Character]
  /// How many characters have been read.
  private(set) var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  /// The next character; nil at the end.
  var current: Character? { position < characters.count ? characters[position] : nil }

  /// Reads a character.
  @discardableResult
  mutating func next() -> Character? {
    defer { position += 1 }
    return current
  }

  /// Reads a character if it is this one.
  mutating func take(_ character: Character) -> Bool {
    guard current == character else { return false }
    position += 1
    return true
  }

  /// Skips white space and comments; tells whether there was white space.
  @discardableResult
  mutating func skipSpace() -> Bool {
    skipComments()
    var spaces = 0
    while let character = current, Self.isSpace(character) {
      position += 1
      spaces += 1
      skipComments()
    }
    return spaces > 0
  }

  /// Skips comments; one that is not closed goes to the end.
  mutating func skipComments() {
    while current == "/", position + 1 < characters.count, characters[position + 1] == "*" {
      position += 2
      while position < characters.count {
        if characters[position] == "*", position + 1 < characters.count, characters[position + 1] == "/" { break }
        position += 1
      }
      position = min(position + 2, characters.count)
    }
  }

  /// An identifier, escapes resolved; nil when none starts here.
  mutating func identifier() throws(SelectorError) -> String? {
    guard startsIdentifier else { return nil }
    var name = ""
    while let character = current {
      if character == "\\" {
        name.append(try escape())
      } else if Self.isName(character) {
        name.append(character)
        position += 1
      } else {
        break
      }
    }
    return name
  }

  private var startsIdentifier: Bool {
    guard let first = current else { return false }
    guard first == "-" else { return Self.startsName(first) || first == "\\" }
    guard position + 1 < characters.count else { return false }
    let second = characters[position + 1]
    return second == "-" || second == "\\" || Self.startsName(second)
  }

  /// A string in quotes, escapes resolved; nil when none starts here.
  mutating func string() throws(SelectorError) -> String? {
    guard let quote = current, quote == "\"" || quote == "'" else { return nil }
    let start = position
    position += 1
    var value = ""
    while let character = current {
      if character == quote {
        position += 1
        return value
      }
      if character == "\\" {
        value.append(try escape())
      } else {
        value.append(character)
        position += 1
      }
    }
    throw error("this quote is never closed", remedy: "Close it with \(quote).", at: start)
  }

  /// `\31 ` (up to six digits and one space) or a backslash and the character itself.
  private mutating func escape() throws(SelectorError) -> Character {
    position += 1
    guard let character = current, !character.isNewline else {
      throw error("a character should follow '\\'", remedy: "Write '\\\\' for a backslash.")
    }
    guard Self.isHexadecimal(character) else {
      position += 1
      return character
    }
    var digits = ""
    while let digit = current, digits.count < 6, Self.isHexadecimal(digit) {
      digits.append(digit)
      position += 1
    }
    if let space = current, Self.isSpace(space) { position += 1 }
    let value = UInt32(digits, radix: 16) ?? 0
    return Character(value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  /// An error here, or where it started.
  func error(_ reason: String, remedy: String, at position: Int? = nil) -> SelectorError {
    SelectorError(reason, remedy: remedy, column: (position ?? self.position) + 1, selector: text)
  }

  // MARK: Characters

  private static func isSpace(_ character: Character) -> Bool {
    character == " " || character == "\t" || character == "\u{C}" || character.isNewline
  }

  private static func isHexadecimal(_ character: Character) -> Bool { character.isASCII && character.isHexDigit }

  private static func startsName(_ character: Character) -> Bool {
    !character.isASCII || character.isLetter || character == "_"
  }

  private static func isName(_ character: Character) -> Bool {
    startsName(character) || character == "-" || character.isASCII && character.isNumber
  }
}
