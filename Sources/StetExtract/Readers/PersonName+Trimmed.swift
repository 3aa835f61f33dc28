internal import StetModel

extension PersonName {
  /// The name without what is printed after or before it: roles, dates, times, accounts, addresses.
  static func trimmed(_ part: String) -> String {
    var words = part.spacedWords.map { String($0) }
    words.removeAll { $0.utf8.contains(UInt8(ascii: "@")) || NameLetters.isAddress($0) }
    words.removeAll { !$0.holdsLetterOrDigit }
    words = withoutEcho(words)
    if words.count > 1, let last = words.last, BylineWords.afterwords.contains(last) { words.removeLast() }
    // What follows "for" and "at" may have been cut off before: a publication, a place.
    if words.count > 2, let last = words.last, ["for", "at", "für", "pour"].contains(last) { words.removeLast() }
    // "Ada Example le sam", "Ada Example dne čt": the day of the week, of which a comma cut off the date.
    if words.count > 2, let last = words.last,
      last.first?.isUppercase == false || prepositions.contains(words[words.count - 2]),
      MonthNames.isWeekday(last.lowercased().trimmingMarks())
    {
      words.removeLast()
      if words.count > 2, let last = words.last, last.first?.isLowercase == true, prepositions.contains(last) {
        words.removeLast()
      }
    }
    if let last = words.last, let end = honorifics.first(where: { last.hasSuffix($0) && last.count > $0.count + 1 }) {
      words[words.count - 1] = String(last.dropLast(end.count))
    }
    // "Film critic Ada Example"
    if let role = words.prefix(3).lastIndex(where: isRole), words.count > role + 2,
      !words[...role].contains(where: { desks.contains($0.lowercased()) }),
      words[(role + 1)...].allSatisfy({ $0.first?.isLowercase == false && !isRole($0) })
    {
      words.removeFirst(role + 1)
    }
    if let cut = words.indices.first(where: { $0 > 0 && endsName(words, at: $0) }) {
      let isBeforeRole = isRole(words[cut].trimmingMarks())
      words.removeSubrange(cut...)
      while isBeforeRole, words.count > 2, let last = words.last, BylineWords.subjects.contains(last.lowercased()) {
        words.removeLast()
      }
    }
    while let last = words.last, credentials.contains(last.filter { $0 != "." }.lowercased()), words.count > 2 {
      words.removeLast()
    }
    var name = words.joined(separator: " ")
    if let first = name.utf8.first, let last = name.utf8.last, ASCII.isLetter(first), ASCII.isLetter(last) {
      return name
    }
    while let last = name.last,
      ",:;-–—*|/".contains(last) || (last == "." && !NameLetters.isAbbreviation(words.last ?? ""))
    {
      name.removeLast()
      name = String(name.reversed().drop(while: \.isWhitespace).reversed())
    }
    return String(name.drop { $0.isWhitespace || ",:;-–—*|/".contains($0) })
  }

  /// A name that is printed twice, as a link and in a card that opens over it, is one name.
  private static func withoutEcho(_ words: [String]) -> [String] {
    guard words.count >= 4 else { return words }
    for length in 2...(words.count / 2) where words[..<length] == words[length..<(2 * length)] {
      return Array(words[..<length])
    }
    return words
  }

  /// Roles that name a part of the publication, not a person's work.
  static let desks: Set<String> = [
    "team", "desk", "newsroom", "bureau", "redaktion", "redacción", "redação", "rédaction", "redazione", "redactie",
    "redaksjonen", "redaktionen", "toimitus", "redakcja", "redakce", "редакция", "service", "wire", "editorial",
    "staff",
  ]

  /// What Korean and Japanese write behind a name, and with it.
  private static let honorifics = ["님이", "님", "さん"]

  private static let credentials: Set<String> = [
    "phd", "md", "ma", "msc", "bsc", "rd", "cpa", "cfa", "esq", "mba", "rn", "jd", "dds", "mph",
  ]

  private static func endsName(_ words: [String], at index: Int) -> Bool {
    let word = words[index].lowercased().trimmingMarks()
    if NameLetters.holdsNumber(words[index]) { return true }
    // "Ada Example London-based writer"
    if index > 1, word.hasSuffix("-based") { return true }
    let isBeforeNumber = index + 1 < words.count && NameLetters.holdsNumber(words[index + 1])
    if MonthNames.month(word) != nil, isBeforeNumber { return true }
    if index > 1, ["For", "FOR", "At", "Für"].contains(words[index]) { return true }
    let isBeforeDate =
      isBeforeNumber
      || (index + 1 < words.count && MonthNames.isDateWord(words[index + 1].lowercased().trimmingMarks()))
    if prepositions.contains(words[index]), isBeforeDate { return true }
    if BylineWords.particles.contains(word) { return false }
    if BylineWords.foreign.contains(word) || MonthNames.isDateWord(word) { return true }
    // "Example Lifestyle Desk" is a name to its end.
    if BylineWords.roles.contains(word), index > 1 { return index + 1 < words.count || !desks.contains(word) }
    // "Ada Example IN Fashion"
    if ["IN", "ON", "FOR", "AT"].contains(words[index]), words[0].contains(where: \.isLowercase) { return true }
    guard prepositions.contains(words[index]), index + 1 < words.count else { return false }
    return ["for", "at", "in", "on", "für", "pour", "para", "about", "as", "via", "bei"].contains(words[index])
  }

  static let prepositions: Set<String> = [
    "for", "at", "in", "on", "für", "pour", "para", "about", "as", "via", "bei", "um", "am", "le", "el", "il", "em",
    "den", "på", "op", "dne", "dnia", "vom", "à", "kl.", "o", "a", "en", "às", "alle", "ore", "kl", "klo", "v", "ve",
    "la", "στις", "на", "о", "об", "в", "у", "w", "pada", "di", "ב", "ב-", "في", "در", "को", "पर", "zaman:", "dátum:",
    "vào", "lúc", "於", "时间：", "时间:", "時間：", "時刻:", "시간:", "at:", "dátum", "ora", "orele", "ώρα",
  ]
}
