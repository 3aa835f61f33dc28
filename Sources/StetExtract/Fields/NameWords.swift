internal import StetModel

/// How names of works and things are written: capitals, numbers, and small words between them.
enum NameWords {
  static func isCapital(_ word: Substring) -> Bool {
    guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { return false }
    return first.isUppercase || first.isNumber
  }

  /// Whether a word, in small letters, may stand small within a name.
  static func isSmall(_ word: String) -> Bool { smallWords.contains(word) }

  /// Whether words open and end with capitals and have nothing but capitals and small words between.
  static func areName(_ words: ArraySlice<Substring>) -> Bool {
    guard let first = words.first, let last = words.last, isCapital(first), isCapital(last) else { return false }
    return words.allSatisfy { isCapital($0) || isSmall($0.lowercased()) }
  }

  /// Whether a word is one by which somebody speaks, and opens no name.
  static func opensSpeech(_ word: Substring) -> Bool { voices.contains(word.lowercased()) }

  private static let voices: Set<String> = [
    "i", "we", "you", "he", "she", "it", "they", "our", "my", "your", "not", "wir", "ich", "unser", "unsere", "mein",
    "nicht", "nous", "notre", "mon", "ma", "mi", "nuestra", "nuestro",
  ]

  private static let smallWords: Set<String> = [
    "of", "the", "and", "in", "on", "a", "an", "to", "for", "at", "&", "de", "la", "le", "les", "du", "des", "el",
    "los",
    "y", "et", "und", "der", "die", "das", "des", "von", "di", "e", "del", "da", "do", "van", "en", "och", "og", "i",
    "with", "from", "by", "or", "without", "mit", "ohne", "im", "am", "zum", "zur", "avec", "sans", "au", "aux", "dans",
    "con", "sin", "sem", "com", "no", "na", "dos", "della", "delle", "dei", "nel", "nella", "met", "z", "w",
  ]
}
