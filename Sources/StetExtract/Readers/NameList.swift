/// Takes a list of names apart ("Ada Example, Bo Sample and Cy Test").
enum NameList {
  /// The parts between commas and conjunctions, in order, without what stands in brackets.
  static func parts(of text: Substring) -> [String] {
    var parts: [String] = []
    let text = withoutBrackets(text)
    if text.isPlainASCII {
      for piece in text.utf8.split(separator: UInt8(ascii: ",")) { parts += conjoined(Substring(piece)) }
    } else {
      for piece in text.split(whereSeparator: { commas.contains($0) }) { parts += conjoined(piece) }
    }
    return parts
  }

  /// A name as catalogues write it ("Example, Ada") in the order in which it is read.
  static func inReadingOrder(_ name: String) -> String {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    guard parts.count == 2, generation(String(parts[1])) == nil else { return name }
    let (last, first) = (String(parts[0]), String(parts[1]))
    let isList = last.contains(" ") && first.contains(" ")
    return !isList && PersonName.isPlausible(last) && PersonName.isPlausible(first) ? "\(first) \(last)" : name
  }

  /// "Jr." and the like, which a comma may set apart from its name; nil for anything else.
  static func generation(_ part: String) -> String? {
    let trimmed = part.drop(while: \.isWhitespace)
    return ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"].first { $0 == trimmed }
  }

  private static let commas: Set<Character> = [",", "，", "、", "،"]

  private static func conjoined(_ piece: Substring) -> [String] {
    let words = piece.spacedWords
    var parts: [[Substring]] = [[]]
    for (index, word) in words.enumerated() {
      if isConjunction(words, index, before: parts[parts.count - 1].count) {
        parts.append([])
      } else if isPrefixed(words, index, before: parts[parts.count - 1].count) {
        parts.append([word.dropFirst()])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }

  private static func isConjunction(_ words: [Substring], _ index: Int, before: Int) -> Bool {
    let word = String(words[index])
    let lower = word.count > 1 ? word.lowercased() : word
    guard BylineWords.conjunctions.contains(lower) else { return false }
    // Dan and Ve are names.
    if word != lower, word != word.uppercased(), !capitalConjunctions.contains(lower) { return false }
    guard BylineWords.weakConjunctions.contains(lower) else { return true }
    // "José Ortega y Gasset" is one name; "Ana Ruiz y Luis Gil" and "Ana y Luis" are two.
    let after = words.count - index - 1
    return after >= 2 || (before == 1 && after == 1)
  }

  /// Whether a word begins with an Arabic or Hebrew "and", which is written with the word behind it: between two full
  /// names, and where the word is no name that begins so itself.
  private static func isPrefixed(_ words: [Substring], _ index: Int, before: Int) -> Bool {
    guard before >= 2, words.count - index >= 2, let first = words[index].utf8.first, first == 0xD9 || first == 0xD7,
      let letter = words[index].unicodeScalars.first, letter == "و" || letter == "ו"
    else { return false }
    return words[index].unicodeScalars.count > 3 && !namesWithAnd.contains(String(words[index]))
  }

  private static let namesWithAnd: Set<String> = [
    "وليد", "وائل", "وسام", "وفاء", "وحيد", "وسيم", "وجدي", "وجيه", "وداد", "وردة", "وصفي", "ولاء", "وديع", "والي",
    "وهبة",
    "وهبي", "واصل", "واثق", "ودود", "ולדימיר", "ויקטור", "ויקטוריה", "ורדה", "ויטלי", "ורוניקה", "וולטר", "ולרי",
  ]

  /// Conjunctions that headlines write with a capital.
  private static let capitalConjunctions: Set<String> = ["and", "und", "with", "mit", "et"]

  private static func withoutBrackets(_ text: Substring) -> String {
    // ( [ < and the lead bytes of their full-width forms.
    let mayHold = text.utf8.contains { $0 == 0x28 || $0 == 0x5B || $0 == 0x3C || $0 == 0xE3 || $0 == 0xEF }
    if !mayHold { return String(text) }
    var depth = 0
    var result = ""
    for character in text {
      if "(（[【<".contains(character) {
        depth += 1
        result.append(" ")
      } else if ")）]】>".contains(character) {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        result.append(character)
      }
    }
    return result
  }
}
