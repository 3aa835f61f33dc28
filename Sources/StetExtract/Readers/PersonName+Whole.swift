internal import StetModel

extension PersonName {
  /// A text that is known to name an author and is one name as it stands: nothing in it parts two names, tells a role
  /// or a date. Nil when it has to be taken apart.
  static func whole(_ text: String) -> String? {
    let words = text.spacedWords.map { String($0) }
    let name = words.joined(separator: " ")
    guard (1...8).contains(words.count), name.utf8.count <= 320, (2...80).contains(name.characterCount),
      NameLetters.holdsLetter(name)
    else { return nil }
    if words.count == 1, isOnlyDate(name) { return nil }
    if words.contains(where: { companies.contains($0.trimmingMarks().lowercased()) }) { return name }
    guard words.count <= 5, !NameLetters.holdsMark(name), !isNobody(name), !NameLetters.isAddress(name),
      !BylineIntroduction.isOtherCredit(name[...]), !NameLetters.isDateLike(name)
    else { return nil }
    for (index, word) in words.enumerated() {
      let lower = word.lowercased()
      if !word.holdsLetterOrDigit, !BylineWords.conjunctions.contains(word) { return nil }
      if BylineWords.conjunctions.contains(word.count > 1 ? lower : word), index > 0 { return nil }
      if MonthNames.month(lower.trimmingMarks()) != nil, index + 1 < words.count,
        words[index + 1].first?.isNumber == true
      {
        return nil
      }
      if isRole(word), !desks.contains(lower) { return nil }
      if labels.contains(lower) { return nil }
      if index > 1, prepositions.contains(lower), !BylineWords.particles.contains(lower) { return nil }
    }
    return name.last == "." && !NameLetters.isAbbreviation(words.last ?? "") ? String(name.dropLast()) : name
  }

  /// Words of links and buttons that stand where an author is expected.
  private static let labels: Set<String> = [
    "view", "all", "posts", "articles", "account", "login", "log", "sign", "subscribe", "follow", "policy", "privacy",
    "request", "profile", "read", "learn", "share", "settings", "written", "posted", "published", "beiträge",
    "contactar",
  ]
}
