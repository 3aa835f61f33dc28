/// The words of a text in order: runs of letters and digits, whatever stands between them.
public enum WordSequence {
  /// The words of a text, in lower case.
  public static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isWordPart(scalar) {
        word.append(scalar)
      } else if !word.isEmpty, !isInvisible(scalar) {
        words.append(String(word).lowercased())
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word).lowercased()) }
    return words
  }

  /// The first word of `words` that does not stand in `page` behind those before it; nil when all do.
  public static func missing(_ words: [String], in page: [String]) -> String? {
    var place = page.startIndex
    for word in words {
      guard let found = page[place...].firstIndex(of: word) else { return word }
      place = found + 1
    }
    return nil
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// What is inside a word without being seen.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .nonspacingMark
  }
}
