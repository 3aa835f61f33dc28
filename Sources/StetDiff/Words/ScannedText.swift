/// A text cut into words: runs of letters and digits; numbers, dates and times whole (4.5, 2012-11-17); each character
/// of a script without spaces; each punctuation mark or symbol. White space belongs to the word after it.
struct ScannedText: Sendable {
  /// A word's place in the text.
  struct Place: Sendable {
    /// Where it begins, after its white space.
    let start: Int32
    let end: Int32

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// The text in UTF-8.
  let bytes: [UInt8]
  /// The words' numbers in the table.
  private(set) var ids: [Int32] = []
  /// The words' places.
  private(set) var places: [Place] = []
  /// How many words there are, punctuation not counted.
  private(set) var wordCount = 0

  /// Cuts a text, adding its words to the table.
  init(_ text: String, table: inout WordTable) {
    bytes = Array(text.utf8)
    // Words of four letters and a space; most texts of others have fewer.
    ids.reserveCapacity(bytes.count / 5 + 1)
    places.reserveCapacity(bytes.count / 5 + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var scanner = WordScanner(bytes)
      while let word = scanner.next() {
        if !word.isPunctuation { wordCount += 1 }
        places.append(Place(start: Int32(word.start), end: Int32(word.end)))
        ids.append(table.id(of: word, in: bytes))
      }
    }
  }

  /// Where the white space before a word begins.
  func spaceStart(_ word: Int) -> Int { word == 0 ? 0 : Int(places[word - 1].end) }

  /// A stretch of the text.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
