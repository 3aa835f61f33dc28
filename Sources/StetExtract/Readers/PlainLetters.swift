/// Words as addresses spell them: in small letters, without accents and marks.
enum PlainLetters {
  /// A word in small ASCII letters and digits; letters of other scripts go.
  /// - Parameter isGerman: whether two dots become an "e", as German writes them ("ue" for "ü").
  static func of(_ word: Substring, isGerman: Bool = false) -> String {
    var plain = ""
    for scalar in word.lowercased().unicodeScalars {
      if scalar.isASCII {
        if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) { plain.unicodeScalars.append(scalar) }
      } else if isGerman, let letters = german[scalar] {
        plain += letters
      } else if let letters = table[scalar] {
        plain += letters
      }
    }
    return plain
  }

  private static let german: [Unicode.Scalar: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"]

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"]
    for (plain, letters) in [
      ("a", "àáâãäåāăą"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏő"), ("r", "ŕŗř"),
      ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűų"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
    ] {
      for letter in letters.unicodeScalars { table[letter] = plain }
    }
    return table
  }()
}
