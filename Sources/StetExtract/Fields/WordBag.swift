internal import StetModel

/// The words of a short text, for comparing headlines: letters and digits of any script, case folded.
struct WordBag: Sendable {
  /// Hashes of the words, in order.
  let words: [UInt64]

  init(_ text: String) {
    var words: [UInt64] = []
    var hash = WordHash.start
    var length = 0
    func isWide(_ byte: UInt8) -> Bool { byte >= 0xE3 && byte <= 0xEC }
    // Of ASCII letters the hash sees only the lower case.
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let bytes = isASCII ? Array(text.utf8) : LowerCase.utf8(text)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // A Chinese or Japanese character is a word of its own.
      if isWide(byte), index + 2 < bytes.count {
        if length > 0 { words.append(hash) }
        words.append(WordHash.of(bytes[index...index + 2]))
        (hash, length) = (WordHash.start, 0)
        index += 3
        continue
      }
      // U+2000 to U+206F and U+00A0 to U+00BF are marks, not letters.
      let isGeneralMark = byte == 0xE2 && index + 1 < bytes.count && bytes[index + 1] <= 0x81
      let isLatinMark = byte == 0xC2
      if ASCII.isLetter(byte) || ASCII.isDigit(byte) || (byte >= 0x80 && !isGeneralMark && !isLatinMark) {
        hash = WordHash.adding(byte, to: hash)
        length += 1
        index += 1
      } else {
        if length > 0 { words.append(hash) }
        (hash, length) = (WordHash.start, 0)
        index += isGeneralMark ? 3 : (isLatinMark ? 2 : 1)
      }
    }
    if length > 0 { words.append(hash) }
    self.words = words
  }

  /// Whether the texts have the same words in the same order.
  func equals(_ other: WordBag) -> Bool { !words.isEmpty && words == other.words }

  /// Whether the other text's words stand in this one, together and in order.
  func contains(_ other: WordBag) -> Bool {
    guard !other.words.isEmpty, other.words.count <= words.count else { return false }
    return (0...(words.count - other.words.count)).contains { start in
      words[start..<start + other.words.count].elementsEqual(other.words)
    }
  }

  /// The share of this text's words that the other has too, 0 to 1.
  func share(in other: WordBag) -> Double {
    guard !words.isEmpty else { return 0 }
    // Headlines are short: for them looking along the row is cheaper than a set.
    guard other.words.count > 32 else {
      return Double(words.count { other.words.contains($0) }) / Double(words.count)
    }
    let set = Set(other.words)
    return Double(words.count { set.contains($0) }) / Double(words.count)
  }
}
