internal import StetModel

/// What tells a person's name from other short texts.
enum PersonName {
  /// Whether a text looks like the name of a person: a few words in capitals with particles between, or a short run of
  /// a script that has no capitals.
  static func isPlausible(_ text: String) -> Bool {
    guard text.utf8.count <= 240, (2...60).contains(text.characterCount), isNameText(text), !isNobody(text) else {
      return false
    }
    let words = text.spacedWords
    guard (1...7).contains(words.count) else { return false }
    // "Feb", "Saturday": April and June are names of people, too, but with a surname.
    if words.count == 1, MonthNames.isDateWord(text.lowercased().trimmingMarks()) { return false }
    if isUnspacedScript(text) { return text.count <= (text.contains("・") || words.count > 1 ? 24 : 8) }
    if let first = text.first, first == "." || first == "-" || first == "·" { return false }
    if words.count == 1, isWordOfBylines(text.lowercased()) { return false }
    var capitals = 0
    for (index, word) in words.enumerated() {
      let lower = word.lowercased().trimmingMarks()
      // An introduction or role inside means that the text says more than a name.
      let isForeign = BylineWords.foreign.contains(lower) && !isFirstName(word, index, of: words.count)
      if isForeign || (BylineWords.roles.contains(lower) && words.count > 1) { return false }
      if isWordOfName(word) {
        if holdsLetter(word) { capitals += 1 }
      } else if !(BylineWords.particles.contains(lower) && (index > 0 || words.count > 1)) {
        return false
      }
    }
    return capitals > 0 && words.contains(where: holdsTwoLetters)
  }

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
    return (words.count > 1 && !places.contains(name)) || (isUnspacedScript(name) && name.utf8.count > 3)
  }

  /// Whether a text may stand as the author where one is named expressly: a login, an organisation.
  static func isCreditable(_ text: String) -> Bool {
    guard text.utf8.count <= 240, (2...60).contains(text.characterCount), !isAddress(text) else { return false }
    let words = text.spacedWords
    guard words.count <= 6, holdsLetter(text), !isNobody(text), !isDateLike(text) else { return false }
    if words.count == 1, isOnlyDate(text) { return false }
    // Several words in lower case are a phrase, unless they are an organisation's with a capital at the front.
    if words.count > 1, text.first?.isLowercase == true, !words.contains(where: { $0.first?.isUppercase == true }) {
      return false
    }
    return !words.contains { BylineWords.foreign.contains($0.lowercased()) } && !text.utf8.contains(UInt8(ascii: "@"))
      && !(words.count > 3 && ".!?".contains(text.last ?? " "))
  }

  /// A text that is known to name an author and is one name as it stands: nothing in it parts two names, tells a role
  /// or a date. Nil when it has to be taken apart.
  static func whole(_ text: String) -> String? {
    let words = text.spacedWords.map { String($0) }
    let name = words.joined(separator: " ")
    guard (1...8).contains(words.count), name.utf8.count <= 320, (2...80).contains(name.characterCount),
      holdsLetter(name)
    else { return nil }
    if words.count == 1, isOnlyDate(name) { return nil }
    if words.contains(where: { companies.contains($0.trimmingMarks().lowercased()) }) { return name }
    guard words.count <= 5, !holdsMark(name), !isNobody(name), !isAddress(name),
      !BylineIntroduction.isOtherCredit(name[...]), !isDateLike(name)
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
    return name.last == "." && !isAbbreviation(words.last ?? "") ? String(name.dropLast()) : name
  }

  /// Whether a word is a month or a weekday, and no first name besides.
  private static func isOnlyDate(_ word: String) -> Bool {
    let word = word.lowercased().trimmingMarks()
    return MonthNames.isDateWord(word) && !["april", "may", "june", "august", "avril", "mai", "abril"].contains(word)
  }

  /// Words of links and buttons that stand where an author is expected.
  private static let labels: Set<String> = [
    "view", "all", "posts", "articles", "account", "login", "log", "sign", "subscribe", "follow", "policy", "privacy",
    "request", "profile", "read", "learn", "share", "settings", "written", "posted", "published", "beiträge",
    "contactar",
  ]

  /// What ends the name of a company.
  private static let companies: Set<String> = [
    "gmbh", "ltd", "inc", "llc", "ag", "e.v", "s.a", "s.r.l", "plc", "co.kg", "kg",
  ]

  /// Roles that name a part of the publication, not a person's work.
  private static let desks: Set<String> = [
    "team", "desk", "newsroom", "bureau", "redaktion", "redacción", "redação", "rédaction", "redazione", "redactie",
    "redaksjonen", "redaktionen", "toimitus", "redakcja", "redakce", "редакция", "service", "wire", "editorial",
    "staff",
  ]

  /// The full name with which a text about a person opens whose first name is known ("Ada Example lives in Hull."); nil
  /// where the text tells no more.
  static func completed(_ name: String, from text: String) -> String? {
    // Logins and brands have capitals inside.
    guard !name.contains(" "), name.utf8.count > 2, name.dropFirst().allSatisfy(\.isLowercase),
      text.hasPrefix(name + " ")
    else { return nil }
    let words = text.prefix(120).split(separator: " ").prefix(4)
    guard words.count > 2, words[1].first?.isUppercase == true, words[1].count > 2,
      words[1].allSatisfy({ $0.isLetter || $0 == "-" || $0 == "’" || $0 == "'" })
    else { return nil }
    // A verb or a dash shows that the name ends there: behind "Ada", a line of its own, "Film critic" goes on with a
    // noun.
    guard verbs.contains(String(words[2])) || ["-", "–", "—"].contains(words[2]) else { return nil }
    let whole = "\(name) \(words[1])"
    return isPlausible(whole) && isFull(whole) && !holdsOrganization(whole) ? whole : nil
  }

  /// What texts about a person say of them first.
  private static let verbs: Set<String> = [
    "is", "was", "has", "had", "writes", "wrote", "covers", "covered", "reviews", "reviewed", "lives", "lived", "works",
    "worked", "loves", "likes", "enjoys", "spends", "spent", "teaches", "taught", "studied", "studies", "grew",
    "joined",
    "joins", "runs", "ran", "edits", "edited", "hosts", "reports", "reported", "contributes", "blogs", "makes", "made",
    "began", "started", "founded", "created", "holds", "specializes", "specialises", "watches", "reads", "plays", "can",
    "ist", "war", "hat", "schreibt", "lebt", "wohnt", "arbeitet", "studierte", "studiert", "leitet", "liebt", "wurde",
    "est", "écrit", "vit", "travaille", "a", "es", "escribe", "vive", "trabaja", "nació", "estudió", "è", "scrive",
    "lavora", "ha", "é", "escreve", "mora", "trabalha", "schrijft", "woont", "werkt", "skriver", "är", "er", "bor",
    "arbetar", "jest", "pisze", "mieszka",
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

  /// The name without what is printed after or before it: roles, dates, times, accounts, addresses.
  static func trimmed(_ part: String) -> String {
    var words = part.spacedWords.map { String($0) }
    words.removeAll { $0.utf8.contains(UInt8(ascii: "@")) || isAddress($0) }
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
    while let last = name.last, ",:;-–—*|/".contains(last) || (last == "." && !isAbbreviation(words.last ?? "")) {
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

  /// Whether a text names a part of a publication that writes together ("Redaktion", "Staff Writer").
  static func isCollective(_ text: String) -> Bool {
    text.utf8.count < 40 && collectives.contains(text.lowercased().trimmingMarks())
  }

  private static let collectives: Set<String> = [
    "redaktion", "die redaktion", "staff writer", "staff", "editorial staff", "editorial team", "redazione",
    "la redazione", "redacción", "la redacción", "rédaction", "la rédaction", "redactie", "redakcja", "редакция",
    "staff reporter", "news desk", "the editors", "our editors", "unknown",
  ]

  /// Whether a text holds a word of the names of organisations, or of occupations.
  static func holdsOrganization(_ text: String) -> Bool {
    text.spacedWords.contains {
      let word = $0.lowercased()
      return BylineWords.organizations.contains(word) || BylineWords.occupations.contains(word)
        || companies.contains(word.trimmingMarks())
    }
  }

  private static func isRole(_ word: String) -> Bool { BylineWords.roles.contains(word.lowercased()) }

  /// What Korean and Japanese write behind a name, and with it.
  private static let honorifics = ["님이", "님", "さん"]

  private static let credentials: Set<String> = [
    "phd", "md", "ma", "msc", "bsc", "rd", "cpa", "cfa", "esq", "mba", "rn", "jd", "dds", "mph",
  ]

  private static func endsName(_ words: [String], at index: Int) -> Bool {
    let word = words[index].lowercased().trimmingMarks()
    if holdsNumber(words[index]) { return true }
    let isBeforeNumber = index + 1 < words.count && holdsNumber(words[index + 1])
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

  private static let prepositions: Set<String> = [
    "for", "at", "in", "on", "für", "pour", "para", "about", "as", "via", "bei", "um", "am", "le", "el", "il", "em",
    "den", "på", "op", "dne", "dnia", "vom", "à", "kl.", "o", "a", "en", "às", "alle", "ore", "kl", "klo", "v", "ve",
    "la", "στις", "на", "о", "об", "в", "у", "w", "pada", "di", "ב", "ב-", "في", "در", "को", "पर", "zaman:", "dátum:",
    "vào", "lúc", "於", "时间：", "时间:", "時間：", "時刻:", "시간:", "at:", "dátum", "ora", "orele", "ώρα",
  ]

  // MARK: Characters

  private static func isNameText(_ text: String) -> Bool {
    var letters = false
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        if ASCII.isLetter(UInt8(scalar.value)) {
          letters = true
        } else if !isMarkOfName(UInt8(scalar.value)) {
          return false
        }
        continue
      }
      if isLatinLetter(scalar) {
        letters = true
        continue
      }
      switch scalar {
      // The Hebrew hyphen and marks of abbreviation among them.
      case "\u{5BE}", "\u{5F3}", "\u{5F4}": continue
      case "’", "‘", "・", "·", "\u{3000}", "\u{A0}", "\u{200C}", "\u{200D}", "‐", "‑", "´", "“", "”": continue
      default:
        guard
          scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
            || scalar.properties.generalCategory == .spacingMark
        else { return false }
        letters = true
      }
    }
    guard letters else { return false }
    return text.utf8.last != UInt8(ascii: ".") || text.spacedWords.last.map { isAbbreviation(String($0)) } == true
  }

  private static func isMarkOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "*"),
      UInt8(ascii: "`"), UInt8(ascii: "\""):
      true
    default: false
    }
  }

  /// À to ɏ, all of them letters but × and ÷.
  private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0xC0 && scalar.value < 0x250 && scalar.value != 0xD7 && scalar.value != 0xF7
  }

  private static func holdsLetter(_ text: some StringProtocol) -> Bool {
    text.utf8.contains(where: ASCII.isLetter) || !text.isPlainASCII && text.contains(where: \.isLetter)
  }

  private static func holdsTwoLetters(_ word: Substring) -> Bool {
    word.utf8.count { ASCII.isLetter($0) } > 1 || !word.isPlainASCII && word.count(where: \.isLetter) > 1
  }

  private static func holdsNumber(_ word: String) -> Bool {
    // 一郎 and 千鶴 are names: of letters that mean numbers only digits count.
    word.utf8.contains(where: ASCII.isDigit)
      || !word.isPlainASCII && word.unicodeScalars.contains { $0.properties.generalCategory == .decimalNumber }
  }

  /// Whether a text is an address of the web.
  private static func isAddress(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else { return false }
    return text.contains("://") || text.lowercased().hasPrefix("www.")
  }

  /// Whether a text holds a mark that stands in no single name.
  private static func holdsMark(_ name: String) -> Bool {
    let isMarked = name.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "@"),
        UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"):
        true
      default: false
      }
    }
    return isMarked || !name.isPlainASCII && name.unicodeScalars.contains { "，、،（）•·©→".unicodeScalars.contains($0) }
  }

  /// A word that is written with its full stop: initials, Jr.
  private static func isAbbreviation(_ word: String) -> Bool {
    let letters = word.filter(\.isLetter)
    return letters.count <= 1 || ["jr", "sr", "dr", "phd", "md"].contains(letters.lowercased())
      || (word.dropLast().contains(".") && letters.count <= 4)
  }

  private static func isWordOfName(_ word: Substring) -> Bool {
    if let byte = word.utf8.first, byte >= 0x41 && byte <= 0x5A { return true }
    let letters = word.unicodeScalars.first { $0.properties.isAlphabetic }
    guard let first = letters else { return word.count == 1 }
    if first.properties.isUppercase { return true }
    // Scripts without capitals; and d'Arcy, al-Amin, von-something.
    if !first.properties.isLowercase { return true }
    return word.contains { "'’-".contains($0) } && word.contains(where: \.isUppercase)
  }

  private static func isUnspacedScript(_ text: String) -> Bool {
    if let byte = text.utf8.first, ASCII.isLetter(byte) { return false }
    return text.unicodeScalars.allSatisfy {
      (0x2E80...0x9FFF).contains($0.value) || (0xAC00...0xD7AF).contains($0.value) || $0 == " " || $0 == "·"
    }
  }

  private static func isDateLike(_ text: String) -> Bool {
    if !holdsNumber(text) { return false }
    let digits = text.unicodeScalars.count { DateToken.digit($0) != nil }
    return digits * 2 > text.count || (digits >= 4 && text.contains { $0 == "." || $0 == "/" })
  }

  /// Places that are printed behind a name as often as anything.
  private static let places: Set<String> = [
    "New York", "Los Angeles", "San Francisco", "New Delhi", "Hong Kong", "Washington DC", "Buenos Aires", "São Paulo",
    "Mexico City", "Tel Aviv", "Rio de Janeiro", "Las Vegas", "San Diego", "New Orleans", "Cape Town", "United Kingdom",
    "United States", "New Zealand",
  ]
}

extension StringProtocol where UTF8View: BidirectionalCollection {
  /// The text without punctuation at its ends.
  func trimmingMarks() -> String {
    let bytes = utf8
    guard let first = bytes.first, let last = bytes.last else { return "" }
    if (ASCII.isLetter(first) || first >= 0xC3 && first != 0xE2)
      && (ASCII.isLetter(last) || last >= 0x80 && last != 0xA6)
    {
      return String(self)
    }
    let front = drop { endMarks.contains($0) }
    return String(front.reversed().drop { endMarks.contains($0) }.reversed())
  }
}

private let endMarks: Set<Character> = [".", ",", ":", ";", "!", "?", "(", ")", "\"", "'", "…"]
