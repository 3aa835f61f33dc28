internal import StetModel

/// Tells texts that may hold one of some words from texts that certainly do not, in one pass over their bytes.
///
/// It stands before rules that work on strings: those cost a hundred times as much, and nearly all lines of a page are
/// none of their business. Words are compared by their first bytes, so that endings need no list. Only ASCII is folded:
/// a text of another script than Latin, where case or word boundaries are not as plain, always passes.
struct WordFilter: Sendable {
  private let table: WordTable<Bool>
  private let prefixBytes: Int

  /// A filter for words given in lower case; of a phrase its first word counts.
  init(_ phrases: [String], prefixBytes: Int) {
    var table = WordTable<Bool>(capacity: 2048, missing: false)
    for phrase in phrases {
      let word = phrase.utf8.prefix { ASCII.isLetter($0) || $0 >= 0x80 }
      if !word.isEmpty { table.insert(word.prefix(prefixBytes), true) { $0 || $1 } }
    }
    self.table = table
    self.prefixBytes = prefixBytes
  }

  /// Whether one of the words may stand in the text.
  func mayMatch(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { buffer in
      var hash = WordHash.start
      var length = 0
      for (index, byte) in buffer.enumerated() {
        if ASCII.isLetter(byte) || byte >= 0x80 {
          if Self.isOtherScript(byte) { return true }
          // The small letter of İ is two.
          if byte == 0xB0, index > 0, buffer[index - 1] == 0xC4 { return true }
          let small = byte < 0x80 || index == 0 ? byte : Self.lowercased(byte, after: buffer[index - 1])
          if length < prefixBytes { hash = WordHash.adding(small, to: hash) }
          length += 1
        } else if length > 0 {
          if table.find(hash) { return true }
          (hash, length) = (WordHash.start, 0)
        }
      }
      return length > 0 && table.find(hash)
    }
  }

  /// Whether one of the words may be the first in the text.
  func mayOpen(_ text: ArraySlice<UInt8>) -> Bool {
    guard let start = text.firstIndex(where: { ASCII.isLetter($0) || $0 >= 0x80 && $0 != 0xC2 && $0 != 0xE2 }) else {
      return text.contains { $0 >= 0x80 }
    }
    // A mark of two or three bytes before the word may have been cut: look at the rest as a whole.
    if text[..<start].contains(where: { $0 >= 0x80 }) { return mayMatch(text) }
    return mayMatch(text[start...].prefix { ASCII.isLetter($0) || $0 >= 0x80 })
  }

  /// The second byte of a letter of two: of a capital's, that of the small letter.
  private static func lowercased(_ byte: UInt8, after lead: UInt8) -> UInt8 {
    switch (lead, byte) {
    // É and é differ in one bit, as E and e do.
    case (0xC3, 0x80...0x9E): byte | 0x20
    // Ĺ to ň and Ź to ž: the odd one is the capital.
    case (0xC4, 0xB9...0xBE), (0xC5, 0x81...0x87), (0xC5, 0xB9...0xBD): byte & 1 == 1 ? byte + 1 : byte
    // Ā to ķ, Ŋ to ŷ, Ș and Ț: the even one.
    case (0xC4, 0x80...0xB7), (0xC5, 0x8A...0xB7), (0xC8, 0x80...0xB3): byte | 1
    default: byte
    }
  }

  /// Lead bytes from Greek to Hangul, but for general punctuation.
  private static func isOtherScript(_ byte: UInt8) -> Bool {
    (byte >= 0xCD && byte <= 0xE1) || (byte >= 0xE3 && byte <= 0xED)
  }
}
