/// A text cut into words: runs of letters and digits; numbers, dates and times whole (4.5, 2012-11-17); each character
/// of a script without spaces; each punctuation mark or symbol. White space belongs to the word after it.
struct ScannedText: Sendable {
  /// The text in UTF-8.
  let bytes: [UInt8]
  /// The words' numbers in the table.
  private(set) var ids: [Int32] = []
  /// Where each word begins, after its white space.
  private(set) var starts: [Int] = []
  /// Where each word ends.
  private(set) var ends: [Int] = []

  /// Cuts a text, adding its words to the table.
  init(_ text: String, table: inout WordTable) {
    bytes = Array(text.utf8)
    var scanner = WordScanner()
    var offset = 0
    for scalar in text.unicodeScalars {
      scanner.take(scalar, at: offset)
      offset += UTF8.width(scalar)
      if !scanner.finished.isEmpty { keep(&scanner.finished, &table) }
    }
    scanner.finish()
    keep(&scanner.finished, &table)
  }

  /// Where the white space before a word begins.
  func spaceStart(_ word: Int) -> Int { word == 0 ? 0 : ends[word - 1] }

  /// A stretch of the text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private mutating func keep(_ words: inout [WordScanner.Word], _ table: inout WordTable) {
    for word in words {
      starts.append(word.start)
      ends.append(word.end)
      ids.append(
        table.id(
          of: bytes[word.start..<word.end], only: word.scalars == 1 ? word.first : nil,
          letters: word.isPunctuation ? 0 : word.letters, isIdeograph: word.isIdeograph))
    }
    words.removeAll(keepingCapacity: true)
  }
}
