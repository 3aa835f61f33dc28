/// How many words a text has, punctuation not counted.
package enum WordCount {
  package static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = WordScanner(bytes)
      var count = 0
      while let word = scanner.next() { if !word.isPunctuation { count += 1 } }
      return count
    }
  }
}
