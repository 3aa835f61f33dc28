internal import StetModel

/// Looks for phrases where a word begins, in large or small letters, in one pass however many they are.
struct PhraseFinder: Sendable {
  /// The phrases in UTF-8, by their first byte.
  private var phrases = [[[UInt8]]](repeating: [], count: 128)

  /// - Parameter phrases: In small letters, beginning with one of a to z, with accents of U+0080 to U+00FF at most.
  init(_ phrases: [String]) {
    for phrase in phrases {
      guard let first = phrase.utf8.first, first < 0x80 else { continue }
      self.phrases[Int(first)].append(Array(phrase.utf8))
    }
  }

  /// Where the first phrase in a text begins; nil when there is none.
  func first(in text: ArraySlice<UInt8>) -> Int? {
    var previous = UInt8(ascii: " ")
    for index in text.indices {
      let byte = ASCII.lowercased(text[index])
      defer { previous = byte }
      if byte >= 0x80 || phrases[Int(byte)].isEmpty || Self.isLetter(previous) { continue }
      if phrases[Int(byte)].contains(where: { Self.begins(text[index...], with: $0) }) { return index }
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || ASCII.isLetter(byte) }

  private static func begins(_ text: ArraySlice<UInt8>, with phrase: [UInt8]) -> Bool {
    if text.count < phrase.count { return false }
    var previous: UInt8 = 0
    for (byte, wanted) in zip(text, phrase) {
      // Latin-1: the second byte of À is that of à without the bit of small letters.
      let small =
        previous == 0xC3 && (0x80...0x9E).contains(byte) && byte != 0x97 ? byte | 0x20 : ASCII.lowercased(byte)
      if small != wanted { return false }
      previous = byte
    }
    return true
  }
}
