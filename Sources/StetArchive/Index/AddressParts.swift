/// How the tables of parts of addresses are made, and asked.
enum AddressParts {
  /// Arguments of FTS5. Which trigrams stand in which row is all that is kept.
  static let table = "parts, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'"

  /// More would not make what is found smaller by much.
  private static let maximumTrigrams = 16

  /// What rows have to hold so that the part may stand in them; nil for one that cannot be looked for this way.
  static func expression(_ part: String) -> String? {
    let characters = Array(part.unicodeScalars)
    guard characters.count >= 3, !characters.contains("\0") else { return nil }
    // From the end: the beginnings of addresses are all alike.
    let starts = stride(from: characters.count - 3, through: 0, by: -1).prefix(maximumTrigrams)
    return starts.map { start in
      var text = String.UnicodeScalarView()
      for character in characters[start..<(start + 3)] {
        if character == "\"" { text.append(character) }
        text.append(character)
      }
      return "\"\(String(text))\""
    }.joined(separator: " AND ")
  }
}
