internal import StetModel

/// Cuts classes and ids into words.
enum WordCutter {
  /// Calls `body` with the hash of each word, and of each two words that one hyphen or capital joins (`tag-cloud` is
  /// `tag`, `cloud` and `tagcloud`).
  @inline(__always)
  static func forEachWord(in bytes: some Sequence<UInt8>, _ body: (UInt64) -> Void) {
    var hash = WordHash.start
    var length = 0
    var pair = WordHash.start
    var pairWords = 0
    var previousIsLower = false
    var isAfterDigit = false
    @inline(__always)
    func endWord(beforeDigit: Bool = false) {
      if length > 0 {
        // Letters between digits are no word: `5343ad4` is no advertisement.
        if !isAfterDigit || !beforeDigit {
          body(hash)
          if pairWords > 0 { body(pair) }
        }
        pair = hash
        pairWords = 1
      }
      isAfterDigit = beforeDigit
      hash = WordHash.start
      length = 0
    }
    for byte in bytes {
      guard ASCII.isLetter(byte) || byte >= 0x80 else {
        endWord(beforeDigit: ASCII.isDigit(byte))
        // `a7d2` is no advertisement.
        if byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") { pairWords = 0 }
        previousIsLower = false
        continue
      }
      let isUpper = byte < 0x80 && byte & 0x20 == 0
      if isUpper && previousIsLower { endWord() }
      previousIsLower = !isUpper
      hash = WordHash.adding(byte, to: hash)
      if pairWords > 0 { pair = WordHash.adding(byte, to: pair) }
      length += 1
    }
    endWord()
  }
}
