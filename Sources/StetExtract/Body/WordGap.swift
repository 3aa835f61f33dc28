internal import StetModel

/// Whether there is a space between two pieces of a line when what stood between them is left out.
enum WordGap {
  /// Whether words meet: a letter or a number of a script that sets spaces comes next, and what came before ends a word
  /// of one, or a sentence. Marks stay with their word, as in "Film" and "’s".
  static func parts(_ before: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
    guard let first = next.first, let last = before.last else { return false }
    let opensWord = first < 0x80 ? isWord(first) : scalar(at: next.startIndex, of: next).map(isWord) ?? false
    guard opensWord else { return false }
    if last < 0x80 { return isWord(last) || closing.contains(last) }
    guard let start = before.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    return scalar(at: start, of: before).map { isWord($0) || $0 == "”" || $0 == "»" || $0 == "…" } ?? false
  }

  private static let closing: [UInt8] = [".", ",", ";", ":", "!", "?", ")", "]"].map { UInt8(ascii: $0) }

  private static func isWord(_ byte: UInt8) -> Bool { ASCII.isLetter(byte) || ASCII.isDigit(byte) }

  /// Whether it is part of a word in a script that sets spaces between words.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Thai, Lao, Tibetan and Burmese; Khmer; Tai Le to Khmer symbols; from kana to Yi, Hangul apart; half-width kana;
    // the planes of ideographs. None of them sets a space between words.
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19FF, 0x2E80...0x312F, 0x3190...0xA4CF,
      0xF900...0xFAFF, 0xFF00...0xFFEF, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// The character that starts at a place.
  private static func scalar(at index: Int, of bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var rest = bytes[index...].prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return scalar
  }
}
