/// How many words a text has, punctuation not counted.
package enum WordCount {
  package static func of(_ text: String) -> Int {
    var scanner = WordScanner()
    var offset = 0
    var count = 0
    func add(_ words: inout [WordScanner.Word]) {
      for word in words where !word.isPunctuation { count += 1 }
      words.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      scanner.take(scalar, at: offset)
      offset += UTF8.width(scalar)
      if !scanner.finished.isEmpty { add(&scanner.finished) }
    }
    scanner.finish()
    add(&scanner.finished)
    return count
  }
}
