/// How far two words are apart: for naming the key that somebody meant.
enum EditDistance {
  /// The word that is nearest to another; the first of several. Nil when there are none.
  static func nearest(to word: String, among words: [String]) -> String? {
    words.min { between($0, word) < between($1, word) }
  }

  /// Levenshtein's distance in bytes.
  static func between(_ first: String, _ second: String) -> Int {
    let (first, second) = (Array(first.utf8.prefix(64)), Array(second.utf8.prefix(64)))
    var row = Array(0...second.count)
    for (index, byte) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (position, other) in second.enumerated() {
        let above = row[position + 1]
        row[position + 1] = min(diagonal + (byte == other ? 0 : 1), above + 1, row[position] + 1)
        diagonal = above
      }
    }
    return row[second.count]
  }
}
