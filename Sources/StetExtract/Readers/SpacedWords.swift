internal import StetModel

extension StringProtocol {
  /// The words between white space of any script.
  var spacedWords: [SubSequence] {
    var words: [SubSequence] = []
    let bytes = utf8
    var start: Index?
    var index = bytes.startIndex
    while index != bytes.endIndex {
      let length = spaceLength(at: index)
      if length > 0 {
        if let first = start { words.append(self[first..<index]) }
        start = nil
        index = bytes.index(index, offsetBy: length)
      } else {
        if start == nil { start = index }
        index = bytes.index(after: index)
      }
    }
    if let start { words.append(self[start...]) }
    return words
  }

  /// How many bytes the white space at a place takes; 0 when none stands there.
  private func spaceLength(at index: Index) -> Int {
    let byte = utf8[index]
    if byte < 0x80 { return ASCII.isSpace(byte) || byte == 0x0B ? 1 : 0 }
    guard byte == 0xC2 || byte == 0xE2 || byte == 0xE3 else { return 0 }
    let scalar = unicodeScalars[index]
    return scalar.properties.isWhitespace ? UTF8.width(scalar) : 0
  }

  /// Whether all is ASCII.
  var isPlainASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }

  /// The number of characters, counted only where bytes do not tell.
  var characterCount: Int { isPlainASCII ? utf8.count : count }

  /// Whether there is a letter or a digit.
  var holdsLetterOrDigit: Bool {
    utf8.contains { ASCII.isLetter($0) || ASCII.isDigit($0) }
      || !isPlainASCII && contains { $0.isLetter || $0.isNumber }
  }
}
