internal import StetModel

extension StringProtocol {
  /// The runs of letters.
  var letterWords: [SubSequence] {
    isPlainASCII
      ? parts { !ASCII.isLetter(UInt8(truncatingIfNeeded: $0.value)) } : split { !$0.isLetter }
  }
}

extension String {
  /// The words in lower case, a space between two; signs within a word do not count, but for one that is kept.
  func bareWords(keeping sign: Character? = nil) -> String {
    let lower = LowerCase.utf8(self)
    if lower.contains(where: { $0 >= 0x80 }) {
      let kept = String(decoding: lower, as: UTF8.self).filter { $0.isLetter || $0 == " " || $0 == sign }
      return kept.split(separator: " ").joined(separator: " ")
    }
    var words: [UInt8] = []
    words.reserveCapacity(lower.count)
    for byte in lower where ASCII.isLetter(byte) || byte == 0x20 || byte == sign?.asciiValue {
      if byte != 0x20 || words.last ?? 0x20 != 0x20 { words.append(byte) }
    }
    if words.last == 0x20 { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }
}
