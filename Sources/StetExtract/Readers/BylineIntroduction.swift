internal import StetModel

/// Finds the words that introduce an author ("Written by", "von", "文／").
enum BylineIntroduction {
  /// The text behind an introduction at the start; nil when there is none or nothing follows it.
  static func rest(of text: Substring) -> Substring? {
    let text = text.utf8.first.map(ASCII.isLetter) == true ? text : text.drop(while: isLead)
    guard let key = firstWord(text), let phrases = phrasesByFirstWord[key] else { return nil }
    let lower = text.prefix(60).lowercased()
    for phrase in phrases where lower.hasPrefix(phrase) {
      let tail = text.dropFirst(phrase.count)
      if let rest = rest(tail, phrase: phrase, isCapital: text.first?.isUppercase == true) { return rest }
    }
    return nil
  }

  /// Whether someone else than the author is introduced at the start ("Photos by").
  static func isOtherCredit(_ text: Substring) -> Bool {
    guard let byte = text.utf8.first(where: { !ASCII.isSpace($0) }) else { return false }
    guard let credits = otherCreditsByFirstByte[ASCII.lowercased(byte)] else { return false }
    let lower = text.drop { $0.isWhitespace }.prefix(40).lowercased()
    return credits.contains { credit in
      guard lower.hasPrefix(credit) else { return false }
      // "Fotos" in "Fotos: X", but not "Photos" in the surname "Photosmith".
      guard let next = lower.dropFirst(credit.count).first else { return true }
      return !next.isLetter || isUnspaced(credit)
    }
  }

  /// Credits of others by the first byte, in which capitals of other scripts differ.
  private static let otherCreditsByFirstByte: [UInt8: [String]] = {
    var table: [UInt8: [String]] = [:]
    for credit in BylineWords.otherCredits {
      for form in Set([credit, credit.uppercased()]) {
        guard let byte = form.utf8.first else { continue }
        table[ASCII.lowercased(byte), default: []].append(credit)
      }
    }
    return table
  }()

  private static func isLead(_ character: Character) -> Bool { character.isWhitespace || leads.contains(character) }

  private static let leads: Set<Character> = ["—", "–", "-", "~", "•", "·", "|", "*", "(", "【", "["]

  private static func rest(_ tail: Substring, phrase: String, isCapital: Bool) -> Substring? {
    let isBare = isUnspaced(phrase)
    guard let next = tail.first else { return nil }
    let hasMark = marks.contains(next) || marks.contains(tail.drop { $0 == " " || $0 == "\u{3000}" }.first ?? " ")
    if !next.isWhitespace, !hasMark, !(isBare && !BylineWords.needingMark.contains(phrase)) { return nil }
    if BylineWords.needingMark.contains(phrase), !hasMark { return nil }
    let rest = tail.drop { $0.isWhitespace || marks.contains($0) }
    guard !rest.isEmpty else { return nil }
    if BylineWords.needingFullName.contains(phrase), !hasMark, !opensWithFullName(rest, phrase: phrase) { return nil }
    // "Von DPA": an abbreviation is no family.
    let isAbbreviation = !rest.contains { $0.isWhitespace || $0.isLowercase } && rest.count > 1 && rest.count < 6
    if phrase == "von", isAbbreviation { return rest }
    // "Per" is a first name, and Catalan's "by".
    if phrase == "per", isCapital, !hasMark { return nil }
    // "Von Trier" is a name, "Von Ada Example" and "von Trier" may be anything: the longer one is taken as credit.
    let isName = BylineWords.ambiguous.contains(phrase) && isCapital && !hasMark && !rest.contains { $0.isWhitespace }
    return isName ? nil : rest
  }

  /// Whether a text begins with two words that may be a name; of Chinese, with a name and what its owner did.
  private static func opensWithFullName(_ text: Substring, phrase: String) -> Bool {
    if phrase == "由" { return ["提交", "发布", "发表", "發表", "發佈", "發布", "撰写", "撰寫"].contains { text.contains($0) } }
    let words = text.prefix(60).spacedWords.prefix(2)
    return words.count == 2
      && words.allSatisfy { word in
        guard let first = word.first, first.isLetter, !first.isLowercase else { return false }
        return !MonthNames.isDateWord(word.lowercased().trimmingMarks())
      }
  }

  /// Whether a word, given as its hash in lower case, is the first of an introduction.
  static func mayOpen(_ hash: UInt64) -> Bool { firstWords.find(hash) }

  private static let firstWords: WordTable<Bool> = {
    var table = WordTable<Bool>(capacity: 2048, missing: false)
    for word in phrasesByFirstWord.keys where !commonWords.contains(word) { table.insert(word.utf8, true) { $0 || $1 } }
    for phrase in BylineWords.introductions where isUnspaced(phrase) { table.insert(phrase.utf8, true) { $0 || $1 } }
    return table
  }()

  /// First words of introductions that stand in lines of all kinds.
  private static let commonWords: Set<String> = [
    "a", "an", "ein", "eine", "un", "une", "una", "o", "the", "per", "de", "more", "all", "about", "view", "see",
    "interview", "words", "bài",
  ]

  private static let marks: Set<Character> = [":", "：", "/", "／", "|", "｜", "・", "-", "–", "—", "=", "◎", "►", "»"]

  /// Whether a phrase is of a script that puts no space between words.
  private static func isUnspaced(_ phrase: String) -> Bool {
    phrase.unicodeScalars.first.map { isUnspaced($0) } ?? false
  }

  private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E00...0x0E7F).contains(scalar.value) || (0x3000...0x9FFF).contains(scalar.value)
  }

  /// The key under which phrases are kept: the first word in lower case, of unspaced scripts the first character.
  private static func firstWord(_ text: Substring) -> String? {
    guard let first = text.unicodeScalars.first else { return nil }
    if isUnspaced(first) { return String(first) }
    let word = text.utf8.prefix(40)
    var end = word.startIndex
    while end != word.endIndex, !stops.contains(word[end]) { end = word.index(after: end) }
    return end == word.startIndex ? nil : text[..<end].lowercased()
  }

  private static let stops = Set(" :/|=(\u{9}\u{A}".utf8)

  /// All introductions by their first word, the longest first.
  private static let phrasesByFirstWord: [String: [String]] = {
    var table: [String: [String]] = [:]
    for phrase in BylineWords.introductions + BylineWords.bibliographies {
      guard let key = firstWord(phrase[...]) else { continue }
      table[key, default: []].append(phrase)
    }
    return table.mapValues { $0.sorted { $0.utf8.count > $1.utf8.count } }
  }()
}
