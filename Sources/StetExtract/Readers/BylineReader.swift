internal import StetModel

/// Bylines as printed → names ("By Ada Example and Bo Sample, film critic | 3 min read").
enum BylineReader {
  /// Longer texts are no bylines.
  static let maximumBytes = 400

  /// The names that a byline holds, in order. Roles, dates, reading times, addresses and the site's "admin" are left
  /// out; of an agency beside people only the people stay. Empty when the text reads like anything but a byline.
  static func names(from text: String) -> [String] {
    guard text.utf8.count <= maximumBytes else { return [] }
    let text = GluedWords.parted(text)
    let segments = segments(of: text)
    let credits = segments.compactMap(credit)
    if !credits.isEmpty {
      return withoutAgencies(unique(credits.flatMap { self.names(in: $0, isCredited: true) }))
    }
    if isSentence(text) { return [] }
    let names = segments.map { self.names(in: $0, isCredited: false) }
    // "Ada Example | Strategy": beside a part with a whole name, a part without one is something else.
    let whole = names.filter { $0.contains(where: PersonName.isFull) }
    return withoutAgencies(unique((whole.isEmpty ? names : whole).flatMap(\.self)))
  }

  /// The names in a text that is known to name an author, as in structured data or an author link. Logins and
  /// organisations count there.
  static func creditedNames(from text: String) -> [String] {
    guard text.utf8.count <= maximumBytes else { return [] }
    let text = GluedWords.parted(text)
    let whole = rest(of: text) ?? text[...]
    if let name = PersonName.whole(String(whole)) { return [name] }
    let names = segments(of: String(whole)).flatMap { self.names(in: $0, isCredited: true) }
    return withoutAgencies(unique(names))
  }

  /// Whether a text begins with words that introduce its author ("By", "geschrieben von", "作者：").
  static func startsWithByWord(_ text: String) -> Bool { rest(of: text) != nil }

  /// Whether a text is an introduction and nothing else ("Written by", "Autor:").
  static func isIntroduction(_ text: String) -> Bool {
    let end = text.lastIndex { $0.isLetter || $0 == ")" }
    guard let end else { return false }
    let words = text[...end].lowercased()
    return BylineWords.introductionSet.contains(words) && !(BylineWords.ambiguous.contains(words))
  }

  /// The parts of a text that bars, bullets and the like set apart.
  static func parts(of text: String) -> [String] { segments(of: text).map(String.init) }

  /// Whether a part of a text introduces its author ("3 May 2012 – Text: Ada Example").
  static func holdsCredit(_ text: String) -> Bool {
    text.utf8.count <= maximumBytes && mayHoldCredit(Array(text.utf8))
      && segments(of: text).contains { credit($0) != nil }
  }

  /// Whether a text has a mark that parts it, or a "by" inside or behind. At its start others look.
  private static func mayHoldCredit(_ bytes: [UInt8]) -> Bool {
    for index in bytes.indices {
      if SegmentMark.length(bytes, at: index) > 0 { return true }
      guard bytes[index] == 0x20, index + 2 < bytes.count else { continue }
      if mayBeMiddle(bytes[(index + 1)...]) { return true }
    }
    return false
  }

  /// The text behind the words that introduce its author; nil when it does not begin with such words.
  static func rest(of text: String) -> Substring? { BylineIntroduction.rest(of: text[...]) }

  // MARK: Segments

  /// The parts of a byline that marks and lines set apart.
  private static func segments(of text: String) -> [Substring] {
    let bytes = Array(text.utf8)
    var segments: [Substring] = []
    var start = 0
    func cut(_ end: Int) {
      guard bytes[start..<end].contains(where: { !ASCII.isSpace($0) }) else { return }
      let first = text.utf8.index(text.startIndex, offsetBy: start)
      segments.append(text[first..<text.utf8.index(first, offsetBy: end - start)])
    }
    var index = 0
    while index < bytes.count {
      let length = SegmentMark.length(bytes, at: index)
      if length > 0 {
        cut(index)
        start = index + length
      }
      index += max(length, 1)
    }
    cut(bytes.count)
    return segments
  }

  /// The part of a segment that an introduction stands before.
  private static func credit(_ segment: Substring) -> Substring? {
    if BylineIntroduction.isOtherCredit(segment) { return nil }
    if let rest = BylineIntroduction.rest(of: segment) { return rest }
    // "Posted on 3 May by Ada Example", "May 3, 2012 by Ada Example", "A review by Ada Example".
    var words = 0
    let bytes = segment.utf8
    var index = bytes.startIndex
    while let space = bytes[index...].firstIndex(of: 0x20), words < 12 {
      let next = bytes.index(after: space)
      words += 1
      let tail = bytes[next...]
      if mayBeMiddle(tail), let rest = middle(segment, space: space, next: next) { return rest }
      index = next
    }
    return nil
  }

  /// What the "by" in the middle of a segment introduces, or the name before one that stands behind.
  private static func middle(_ segment: Substring, space: String.Index, next: String.Index) -> Substring? {
    let (before, tail) = (segment[..<space], segment[next...])
    if opensCredit(before), mayIntroduce(tail) {
      if let rest = BylineIntroduction.rest(of: tail) { return rest }
      // Romanian says "de" for "by", and much else: behind a year a full name shows that it is one.
      if tail.utf8.starts(with: "de ".utf8), before.utf8.suffix(4).allSatisfy(ASCII.isDigit) {
        let name = tail.dropFirst(3)
        return name.spacedWords.prefix(2).count { $0.first?.isUppercase == true } == 2 ? name : nil
      }
    }
    // "Ada Example tarafından 3 Mayıs 2012 tarihinde gönderildi".
    let word = tail.prefix { !$0.isWhitespace }
    guard BylineWords.postpositions.contains(String(word)), before.spacedWords.count < 5, holdsDigit(tail) else {
      return nil
    }
    let name = String(before)
    return PersonName.isPlausible(name) && PersonName.isFull(name) ? before : nil
  }

  private static func holdsDigit(_ text: Substring) -> Bool {
    text.utf8.contains(where: ASCII.isDigit)
      || !text.isPlainASCII && text.unicodeScalars.contains { DateToken.digit($0) != nil }
  }

  /// Whether a word that introduces authors does so without standing first: it is no noun, or has a mark behind it.
  private static func mayIntroduce(_ tail: Substring) -> Bool {
    let word = tail.prefix { !$0.isWhitespace && $0 != ":" && $0 != "：" && $0 != "=" && $0 != "|" }
    guard BylineWords.nouns.contains(word.lowercased()) else { return true }
    return tail[word.endIndex...].first { !$0.isWhitespace }.map { ":：=|/-–".contains($0) } ?? false
  }

  /// Whether a word may be a "by" in the middle of a line.
  private static func mayBeMiddle(_ tail: some Collection<UInt8>) -> Bool {
    var hash = WordHash.start
    var length = 0
    for byte in tail {
      // 0xEF begins the wide colon.
      if byte == 0x20 || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == 0xEF { break }
      hash = WordHash.adding(byte, to: hash)
      length += 1
      if length > 40 { return false }
    }
    return length > 0 && (middles.find(hash) || BylineIntroduction.mayOpen(hash))
  }

  /// What may stand behind a date or a name, beside introductions in small letters.
  private static let middles: WordTable<Bool> = {
    var table = WordTable<Bool>(capacity: 256, missing: false)
    let words = BylineWords.postpositions.union([
      "da", "de", "Автор", "Автором", "Szerző", "Írta", "Közzétette", "Автори", "Από", "Συντάκτης", "От", "Від",
    ])
    for word in words { table.insert(word.utf8, true) { $0 || $1 } }
    return table
  }()

  /// Whether the words before a "by" are a date or the act of publishing, not a sentence that happens to hold "by".
  private static func opensCredit(_ text: Substring) -> Bool {
    if holdsDigit(text) { return true }
    let words = LowerCase.text(String(text)).letterWords
    guard words.count <= 4 else { return false }
    return words.contains { publishing.contains(String($0)) }
  }

  private static let publishing: Set<String> = [
    "posted", "published", "written", "review", "reviewed", "article", "story", "text", "words", "blog", "post",
    "submitted", "column", "interview", "report", "geschrieben", "veröffentlicht", "eingestellt", "beitrag",
    "rezension", "kritik", "kolumne", "gastbeitrag", "reportage", "kommentar", "artikel", "publié", "écrit", "rédigé",
    "publicado", "escrito", "pubblicato", "scritto",
    "geplaatst", "geschreven", "recensie", "skrevet", "publicerad", "skriven", "опубликовано", "recensione", "crítica",
    "reseña", "critique", "gepostet", "verfasst", "text", "yesterday", "today", "publicerat", "udgivet", "publisert",
    "publicat", "опубліковано", "оприлюднено", "julkaistu", "zveřejněno", "publikováno", "opublikowano", "közzétéve",
    "publicada", "inviato", "inserito", "δημοσιεύτηκε", "αναρτήθηκε", "diterbitkan", "diposkan", "yayınlandı", "نشر",
    "نُشر", "פורסם", "منتشر", "投稿日", "公開日", "작성일", "发布于", "發佈於", "recenzja", "recenze", "recenzia", "рецензия",
    "огляд", "kritika", "anmeldelse", "recension", "arvostelu", "κριτική", "eleştiri", "inceleme", "ulasan", "resensi",
  ]

  // MARK: Names

  private static func names(in segment: Substring, isCredited: Bool) -> [String] {
    if BylineIntroduction.isOtherCredit(segment) { return [] }
    var names: [String] = []
    for part in NameList.parts(of: segment) {
      // "Licensed pilot": what follows tells of the one before, or of nobody who is named.
      if !isCredited, let word = part.spacedWords.first, PersonName.qualifications.contains(word.lowercased()) { break }
      if BylineIntroduction.isOtherCredit(part[...]) { break }
      let part = rest(of: part).map(String.init) ?? part
      if let suffix = NameList.generation(part), let last = names.popLast() {
        names.append("\(last), \(suffix)")
        continue
      }
      let name = PersonName.trimmed(part)
      if PersonName.isNobody(name) { continue }
      // Without a credit, one word out of several is as often a month or the start of a phrase.
      if !isCredited, name.spacedWords.count == 1, part.spacedWords.count > 1,
        !PersonName.isFull(name)
      {
        continue
      }
      // "Ada Example, film critic": behind a name, what is no name of several words is something about the person.
      let isFirst = names.isEmpty
      let isPerson =
        PersonName.isPlausible(name)
        && (isFirst || (PersonName.isFull(name) || isShort(names)) && !PersonName.holdsOrganization(name))
      if isPerson {
        names.append(name)
      } else if isFirst, isCredited, PersonName.isCreditable(name) {
        names.append(name)
      }
    }
    return names
  }

  /// Whether the names so far are single words, so that another single word may be one too ("Ada, Bo and Cy").
  private static func isShort(_ names: [String]) -> Bool { !names.contains(where: PersonName.isFull) }

  private static func isSentence(_ text: String) -> Bool {
    let words = text.spacedWords
    guard let last = words.last, last.count > 4 else { return false }
    return words.count > 6 && ".!?。".contains(last.last ?? " ")
  }

  private static func unique(_ names: [String]) -> [String] {
    var result: [String] = []
    for name in names where !result.contains(where: { $0.lowercased() == name.lowercased() }) { result.append(name) }
    return result
  }

  private static func withoutAgencies(_ names: [String]) -> [String] {
    let people = names.filter { !PersonName.isAgency($0) }
    return people.isEmpty ? names : people
  }
}
