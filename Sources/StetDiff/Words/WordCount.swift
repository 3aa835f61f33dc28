/// How many words a text has, punctuation not counted.
package enum WordCount {
  package static func of(_ text: String) -> Int {
    var table = WordTable()
    return of(ScannedText(text, table: &table), table)
  }

  static func of(_ text: ScannedText, _ table: WordTable) -> Int { text.ids.count { table.weights[Int($0)] > 0 } }
}
