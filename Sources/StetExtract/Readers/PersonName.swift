internal import StetModel

/// What tells a person's name from other short texts.
enum PersonName {
  /// Whether a text looks like the name of a person: a few words in capitals with particles between, or a short run of
  /// a script that has no capitals.
  static func isPlausible(_ text: String) -> Bool {
    guard text.utf8.count <= 240, (2...60).contains(text.characterCount), NameLetters.isNameText(text), !isNobody(text)
    else {
      return false
    }
    let words = text.spacedWords
    guard (1...7).contains(words.count) else { return false }
    // "Feb", "Saturday": April and June are names of people, too, but with a surname.
    if words.count == 1, MonthNames.isDateWord(text.lowercased().trimmingMarks()) { return false }
    if NameLetters.isUnspacedScript(text) { return text.count <= (text.contains("・") || words.count > 1 ? 24 : 8) }
    if let first = text.first, first == "." || first == "-" || first == "·" { return false }
    if words.count == 1, isWordOfBylines(text.lowercased()) { return false }
    var capitals = 0
    // "Project lead of the": what goes on behind it was cut off.
    if words.count > 1, let last = words.last, openWords.contains(String(last)) { return false }
    for (index, word) in words.enumerated() {
      let lower = word.lowercased().trimmingMarks()
      // "Head of the Institute" in German; "von der" and "van der" are parts of names.
      if word == "der" || word == "dem", index > 0, !words[index - 1].utf8.allSatisfy({ $0 >= 0x61 }) { return false }
      // An introduction or role inside means that the text says more than a name.
      let isForeign = BylineWords.foreign.contains(lower) && !isFirstName(word, index, of: words.count)
      if isForeign || lower.hasSuffix("-based") || (BylineWords.roles.contains(lower) && words.count > 1) {
        return false
      }
      if NameLetters.isWordOfName(word) {
        if NameLetters.holdsLetter(word) { capitals += 1 }
      } else if !(BylineWords.particles.contains(lower) && (index > 0 || words.count > 1)) {
        return false
      }
    }
    return capitals > 0 && words.contains(where: NameLetters.holdsTwoLetters)
  }

  /// What opens the words about somebody's training, and no name.
  static let qualifications: Set<String> = ["licensed", "certified", "registered", "accredited", "chartered"]

  /// What goes on behind it, and so never ends a name.
  private static let openWords: Set<String> = [
    "der", "des", "dem", "den", "zur", "zum", "and", "und", "of", "the", "et", "y", "och", "og",
  ]

  /// Whether a single word is a month, a weekday or an introduction ("Von") that lost what follows it.
  private static func isWordOfBylines(_ word: String) -> Bool {
    MonthNames.month(word) != nil || MonthNames.isWeekday(word) || BylineWords.introductionSet.contains(word)
  }

  /// "Will" opens names as well as sentences; in a name a surname follows.
  private static func isFirstName(_ word: Substring, _ index: Int, of count: Int) -> Bool {
    index == 0 && word == "Will" && (2...4).contains(count)
  }

  /// Whether a plausible name has a first name and a surname.
  static func isFull(_ name: String) -> Bool {
    let words = name.spacedWords
    return (words.count > 1 && !places.contains(name)) || (NameLetters.isUnspacedScript(name) && name.utf8.count > 3)
  }

  /// Whether a text may stand as the author where one is named expressly: a login, an organisation.
  static func isCreditable(_ text: String) -> Bool {
    guard text.utf8.count <= 240, (2...60).contains(text.characterCount), !NameLetters.isAddress(text) else {
      return false
    }
    let words = text.spacedWords
    guard words.count <= 6, NameLetters.holdsLetter(text), !isNobody(text), !NameLetters.isDateLike(text) else {
      return false
    }
    if words.count == 1, isOnlyDate(text) { return false }
    // Several words in lower case are a phrase, unless they are an organisation's with a capital at the front.
    if words.count > 1, text.first?.isLowercase == true, !words.contains(where: { $0.first?.isUppercase == true }) {
      return false
    }
    return !words.contains { BylineWords.foreign.contains($0.lowercased()) } && !text.utf8.contains(UInt8(ascii: "@"))
      && !(words.count > 3 && ".!?".contains(text.last ?? " "))
  }

  /// Whether a word is a month or a weekday, and no first name besides.
  static func isOnlyDate(_ word: String) -> Bool {
    let word = word.lowercased().trimmingMarks()
    return MonthNames.isDateWord(word) && !["april", "may", "june", "august", "avril", "mai", "abril"].contains(word)
  }

  /// What ends the name of a company.
  static let companies: Set<String> = [
    "gmbh", "ltd", "inc", "llc", "ag", "e.v", "s.a", "s.r.l", "plc", "co.kg", "kg",
  ]

  /// Whether a text consists of words like "admin", "staff", "editorial team".
  static func isNobody(_ text: String) -> Bool {
    let words = text.lowercased().spacedWords.flatMap { word in
      word.utf8.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.map { Substring($0) }
    }
    // "wordpressadmin", "siteadmin"
    if words.count == 1, let word = words.first, word.hasSuffix("admin") || word.hasPrefix("admin") { return true }
    return words.allSatisfy {
      BylineWords.nobody.contains($0.trimmingMarks()) || BylineWords.roles.contains(String($0))
    }
  }

  /// Whether a text is the name of a news agency.
  static func isAgency(_ text: String) -> Bool {
    let words = text.lowercased().spacedWords
    if words.starts(with: ["associated", "press"]) || words.starts(with: ["the", "associated", "press"]) {
      return true
    }
    return words.first.map { BylineWords.agencies.contains($0.trimmingMarks()) } ?? false
      && words.dropFirst().allSatisfy {
        BylineWords.nobody.contains(String($0)) || BylineWords.roles.contains(String($0))
          || BylineWords.agencies.contains(String($0))
      }
  }

  /// Whether a text names a part of a publication that writes together ("Redaktion", "Staff Writer").
  static func isCollective(_ text: String) -> Bool {
    text.utf8.count < 40 && collectives.contains(text.lowercased().trimmingMarks())
  }

  private static let collectives: Set<String> = [
    "redaktion", "die redaktion", "staff writer", "staff", "editorial staff", "editorial team", "redazione",
    "la redazione", "redacción", "la redacción", "rédaction", "la rédaction", "redactie", "redakcja", "редакция",
    "редакція", "редакцията", "redakce", "szerkesztőség", "redacția", "redacția", "toimitus", "redaksjonen",
    "redaktionen", "redaksi", "editör", "editorial", "staff reporter", "news desk", "the editors", "our editors",
    "unknown",
  ]

  /// Whether a text holds a word of the names of organisations, or of occupations.
  static func holdsOrganization(_ text: String) -> Bool {
    text.spacedWords.contains {
      let word = $0.lowercased()
      return BylineWords.organizations.contains(word) || BylineWords.occupations.contains(word)
        || companies.contains(word.trimmingMarks())
    }
  }

  static func isRole(_ word: String) -> Bool { BylineWords.roles.contains(word.lowercased()) }

  /// Places that are printed behind a name as often as anything.
  private static let places: Set<String> = [
    "New York", "Los Angeles", "San Francisco", "New Delhi", "Hong Kong", "Washington DC", "Buenos Aires", "São Paulo",
    "Mexico City", "Tel Aviv", "Rio de Janeiro", "Las Vegas", "San Diego", "New Orleans", "Cape Town", "United Kingdom",
    "United States", "New Zealand",
  ]
}
