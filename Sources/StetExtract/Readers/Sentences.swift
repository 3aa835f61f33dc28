internal import StetModel

/// Counts the sentences of a short text.
enum Sentences {
  /// How many end in it. An abbreviation's full stop ends none, nor does one before a small letter, or behind a short
  /// number ("3. Mai").
  static func count(in text: String) -> Int {
    let words = text.spacedWords
    return words.indices.reduce(0) { count, index in
      let next = index + 1 < words.count ? words[index + 1] : nil
      return count + (ends(words[index].unicodeScalars, before: next) ? 1 : 0) + wideEnds(words[index].unicodeScalars)
    }
  }

  /// Whether a sentence ends with a word.
  private static func ends(_ word: Substring.UnicodeScalarView, before next: Substring?) -> Bool {
    var word = word
    while let last = word.last, quotes.contains(last) { word.removeLast() }
    guard let mark = word.popLast(), marks.contains(mark) else { return false }
    guard let next else { return true }
    let first = next.unicodeScalars.first { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    if first?.properties.isLowercase == true { return false }
    return mark != "." || !isAbbreviation(word.drop { quotes.contains($0) }, before: first)
  }

  /// Whether a word in front of a full stop is written with it, going by what the next word opens with.
  private static func isAbbreviation(_ word: Substring.UnicodeScalarView, before next: Unicode.Scalar?) -> Bool {
    // An ellipsis.
    guard let first = word.first, word.last != "." else { return false }
    if word.allSatisfy({ $0.properties.numericType != nil }) { return word.count < 3 }
    // "U.S.", "z.B."
    if word.contains(".") { return true }
    let isBeforeNumber = next?.properties.numericType != nil
    switch word.count {
    case 1: return true
    // "Dr. Marsh", "No. 5"
    case 2: return first.properties.isUppercase || isBeforeNumber
    case 3 where isBeforeNumber, 4 where isBeforeNumber: return true
    default: return abbreviations.contains(String(Substring(word)).lowercased())
    }
  }

  /// Ends in a script that sets no space behind them.
  private static func wideEnds(_ word: Substring.UnicodeScalarView) -> Int {
    var count = 0
    var isEnd = false
    for scalar in word {
      let isMark = wideMarks.contains(scalar)
      if isMark, !isEnd { count += 1 }
      isEnd = isMark
    }
    return count
  }

  private static let marks: Set<Unicode.Scalar> = [".", "!", "?", "…", "؟", "۔", "।"]
  private static let wideMarks: Set<Unicode.Scalar> = ["。", "！", "？", "｡"]
  private static let quotes: Set<Unicode.Scalar> = [
    "\"", "'", "“", "”", "„", "‘", "’", "«", "»", "‹", "›", "(", ")", "[", "]", "¿", "¡",
  ]

  /// Longer words that are written with a full stop before a name.
  private static let abbreviations: Set<String> = [
    "inc", "ltd", "corp", "bros", "dept", "univ", "prof", "mrs", "messrs", "rev", "hon", "gen", "gov", "sen", "rep",
    "capt", "col", "cmdr", "maj", "sgt", "adm", "supt", "approx", "feat", "mme", "mlle", "dra", "sra", "srta", "dña",
    "dott", "avv", "dipl", "evtl", "bzw", "ggf", "sog", "vgl", "engl", "dhr", "mevr", "drs",
  ]
}
