internal import StetModel

/// The name of a work or thing as it stands in a headline: "“X” by Y", "X (2012)", "Y, “X”".
enum TitleName {
  /// The item that a part of a headline names; nil when it is no name.
  static func read(_ text: Substring) -> ReviewItem? {
    let text = withoutCast(trimmed(text))
    guard text.utf8.count < 160 else { return nil }
    if let dated = dated(text) { return dated }
    if let made = made(text) { return made }
    if opensWithQuote(text) || closesWithQuote(text), let quoted = onlyQuoted(String(text)) {
      return ReviewItem(name: quoted)
    }
    if let item = quotedWork(text) { return item }
    let name = withoutPlatform(text)
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return ReviewItem(name: unquoted(name))
  }

  /// "Greta Example – The Salt Road", "The Salt Road – Greta Example", "Greta Example: The Salt Road": the book, where one
  /// side alone may be a person's name.
  static func book(_ text: Substring) -> ReviewItem? {
    for separator in [" – ", " — ", " - ", ": ", ", "] {
      let parts = text.ranges(of: separator)
      guard parts.count == 1, let cut = parts.first else { continue }
      let (first, second) = (trimmed(text[..<cut.lowerBound]), trimmed(text[cut.upperBound...]))
      switch (isWriter(first), isWriter(second)) {
      case (true, false) where separator != ", ": return ReviewItem(name: unquoted(second), creators: [String(first)])
      case (false, true) where separator != ": ": return ReviewItem(name: unquoted(first), creators: [String(second)])
      default: return nil
      }
    }
    return nil
  }

  /// Whether a side of a book's headline can only be who wrote it.
  private static func isWriter(_ text: Substring) -> Bool {
    let name = String(text)
    guard PersonName.isPlausible(name), PersonName.isFull(name), !PersonName.holdsOrganization(name) else {
      return false
    }
    return !titleOpeners.contains(text.prefix { $0 != " " }.lowercased())
  }

  /// Words that open titles and no names.
  private static let titleOpeners: Set<String> = [
    "the", "a", "an", "der", "die", "das", "ein", "eine", "le", "la", "les", "un", "une", "el", "los", "las", "una",
    "il",
    "lo", "gli", "i", "o", "os", "as", "de", "het", "een", "en", "ett", "et", "my", "our", "mein", "meine", "roman",
  ]

  /// A film's name without "starring X".
  private static func withoutCast(_ text: Substring) -> Substring {
    guard let cut = text.firstRange(of: " starring ") ?? text.firstRange(of: " Starring ") else { return text }
    return trimmed(text[..<cut.lowerBound])
  }

  /// "A Soprano Rescues ‘X’ at the Y", "Artist – “X” EP": the one title that a longer name quotes.
  private static func quotedWork(_ text: Substring) -> ReviewItem? {
    guard let quoted = onlyQuoted(String(text)), let cut = text.firstRange(of: quoted), quoted.count > 2 else {
      return nil
    }
    let before = text[..<cut.lowerBound].dropLast()
    let tail = trimmed(text[cut.upperBound...].dropFirst())
    let isRecord = ["EP", "LP", "single", "Single", "album", "Album"].contains(String(tail))
    let isSetOff = before.last { $0 != " " }.map { "-–—:,".contains($0) } ?? false
    // "Domaine Example, “The Slope” 2006" is one name.
    if !isRecord, before.last == "," || before.dropLast().last == "," || tail.allSatisfy(\.isNumber) && !tail.isEmpty {
      return nil
    }
    guard isRecord, isSetOff else {
      return text.split(separator: " ").count > quoted.split(separator: " ").count + 2 ? ReviewItem(name: quoted) : nil
    }
    return ReviewItem(type: "MusicAlbum", name: quoted, creators: [unquoted(trimmed(before))])
  }

  /// "Artist – Album", "Artist: Album", "Artist ‘Album’": the album, by the artist.
  static func album(_ text: Substring) -> ReviewItem? {
    let text = trimmed(text)
    if !opensWithQuote(text), closesWithQuote(text), let quoted = onlyQuoted(String(text)),
      let open = text.firstIndex(where: { mark in quotes.contains { $0.open == mark } })
    {
      let artist = trimmed(text[..<open])
      return artist.isEmpty ? nil : ReviewItem(name: quoted, creators: [String(artist)])
    }
    for separator in [" – ", " — ", " - ", ": "] {
      guard let cut = text.firstRange(of: separator) else { continue }
      var artist = trimmed(text[..<cut.lowerBound])
      let name = trimmed(text[cut.upperBound...])
      // "Album of the week: Artist – Album"
      if let colon = artist.firstRange(of: ": "),
        artist[..<colon.lowerBound].split(separator: " ").contains(where: { ReviewWords.isMusic($0.lowercased()) })
      {
        artist = trimmed(artist[colon.upperBound...])
      }
      guard !artist.isEmpty, !name.isEmpty, name.firstRange(of: separator) == nil else { return nil }
      var item = read(name) ?? ReviewItem(name: unquoted(name))
      if item.creators.isEmpty { item.creators = [unquoted(artist)] }
      return item
    }
    return nil
  }

  /// A name without the rating that some headlines end with: "X – 4/5", "X (★★★½)".
  static func withoutRating(_ text: Substring) -> Substring {
    guard let last = text.last(where: { $0 != " " }), last.isNumber || ")]★☆½%".contains(last),
      let cut = text.lastIndex(where: { "(–—:|[".contains($0) || $0 == "-" })
    else { return text }
    let (name, mark) = (trimmed(text[..<cut]), text[text.index(after: cut)...].prefix { !")]".contains($0) })
    guard !name.isEmpty, let rating = RatingReader.read(String(mark), context: .inText),
      rating.best != nil || mark.contains("★")
    else { return text }
    return name
  }

  /// A name without the sentence that some headlines hang on behind a dash or colon: one that goes on in lower case, or
  /// at length.
  static func withoutTagline(_ text: Substring) -> Substring {
    for separator in [" – ", " — ", " | ", " - ", ": "] {
      guard let cut = text.firstRange(of: separator) else { continue }
      let (name, tail) = (trimmed(text[..<cut.lowerBound]), trimmed(text[cut.upperBound...]))
      guard !name.isEmpty, let first = tail.first else { continue }
      if first.isLowercase || separator != ": " && tail.split(separator: " ").count > 6 { return name }
    }
    return text
  }

  /// "X (2012)".
  static func dated(_ text: Substring) -> ReviewItem? {
    guard let open = text.lastIndex(of: "("), let close = text[open...].firstIndex(of: ")") else { return nil }
    let inside = text[text.index(after: open)..<close]
    // "(2012, Ada Example)" and "(UK 2012)" hold the year too.
    let parts = inside.split { !$0.isNumber && !$0.isLetter }
    guard parts.count <= 6, let year = parts.lazy.compactMap({ $0.utf8.count == 4 ? Int($0) : nil }).first,
      (1880...2100).contains(year), !parts.contains(where: { editions.contains($0.lowercased()) })
    else { return nil }
    let name = trimmed(text[..<open])
    guard !name.isEmpty else { return nil }
    var item = made(name) ?? ReviewItem(name: unquoted(name))
    item.year = year
    if item.creators.isEmpty { item.creators = makers(beside: year, in: inside) }
    return item
  }

  /// "(Ada Example, 2012)": who made it, and not where.
  private static func makers(beside year: Int, in brackets: Substring) -> [String] {
    let parts = brackets.split { ",;/".contains($0) }.map { trimmed($0) }
    guard parts.count == 2, let other = parts.first(where: { $0 != String(year) }),
      parts.contains(where: { $0 == String(year) })
    else { return [] }
    let names = NameList.parts(of: other)
    let isPerson = names.allSatisfy {
      PersonName.isPlausible($0) && PersonName.isFull($0) && !lands.contains($0.lowercased())
        && !PersonName.holdsOrganization($0)
    }
    return isPerson ? names : []
  }

  /// Countries of two words and other things that stand beside a year as people do.
  private static let lands: Set<String> = [
    "hong kong", "south korea", "north korea", "new zealand", "united states", "united kingdom", "saudi arabia",
    "czech republic", "great britain", "south africa", "sri lanka", "costa rica", "puerto rico", "el salvador",
    "soviet union", "west germany", "east germany", "burkina faso", "sierra leone", "reino unido", "estados unidos",
    "corea del sur", "nueva zelanda", "nouvelle zélande", "corée du sud", "royaume uni", "etats unis", "états unis",
    "blu ray", "first edition", "second edition", "special edition", "director’s cut", "new edition",
  ]

  /// Words beside a year that date the page, not the thing.
  private static let editions: Set<String> = [
    "guide", "update", "updated", "edition", "buyer", "buyers", "list", "new", "reviewed", "tested", "version", "stand",
  ]

  /// "X by Y", where Y is a full name and ends the text.
  static func made(_ text: Substring) -> ReviewItem? {
    let words = text.split(separator: " ")
    for index in words.indices.dropFirst().reversed() where isMaker(words[index], in: text) {
      guard index + 1 < words.count else { continue }
      let maker = trimmed(text[words[index + 1].startIndex...])
      let makers = NameList.parts(of: maker)
      guard !makers.isEmpty, makers.allSatisfy({ PersonName.isPlausible($0) && PersonName.isFull($0) }) else {
        continue
      }
      let name = unquoted(trimmed(text[..<words[index].startIndex]))
      return name.isEmpty ? nil : ReviewItem(name: name, creators: makers)
    }
    return ofMaker(text)
  }

  /// Whether a word joins a maker to a name; in a headline all in capitals it is in capitals too.
  private static func isMaker(_ word: Substring, in text: Substring) -> Bool {
    if ReviewWords.isMaker(String(word)) { return true }
    return word == "BY" && !text.contains(where: \.isLowercase)
  }

  /// "X, de Y", “X” de Y: the small word joins a maker to a name that a comma or quotation marks end.
  private static func ofMaker(_ text: Substring) -> ReviewItem? {
    for link in [" de ", " d’", " d'"] {
      guard
        let cut = text.ranges(of: link).last(where: { place in
          let before = text[..<place.lowerBound].last ?? " "
          return before == "," || quotes.contains { $0.close == before }
        })
      else { continue }
      let makers = NameList.parts(of: trimmed(text[cut.upperBound...]))
      guard !makers.isEmpty, makers.allSatisfy({ PersonName.isPlausible($0) && PersonName.isFull($0) }) else {
        continue
      }
      let name = unquoted(trimmed(text[..<cut.lowerBound]))
      return name.isEmpty ? nil : ReviewItem(name: name, creators: makers)
    }
    return nil
  }

  /// A work's name without where it was played or shown: "X at the Granary Theatre", "X, Tate Gallery, Hull".
  static func withoutVenue(_ name: String) -> String {
    let text = name[...]
    for link in venueLinks {
      guard let cut = text.firstRange(of: link) else { continue }
      let (work, place) = (trimmed(text[..<cut.lowerBound]), text[cut.upperBound...])
      let words = place.split { " ,".contains($0) }
      guard !work.isEmpty, (2...8).contains(words.count), words[0].first?.isLowercase == false else { continue }
      let venues = words.filter { word in
        let lower = word.lowercased()
        return venueStems.contains(where: lower.hasPrefix) || lower == "hall" || lower == "arena"
      }
      // "Night at the Museum" names no museum.
      guard !venues.isEmpty, words.count > venues.count else { continue }
      return unquoted(work)
    }
    return name
  }

  private static let venueLinks = [
    " at the ", " at ", " @ ", " im ", " am ", " in der ", " au ", " à l’", " à l'", " en el ", " al ", " – ", " - ",
    ", ",
  ]

  private static let venueStems = [
    "theat", "théât", "teatr", "playhouse", "galler", "galerie", "galería", "museum", "musée", "museo", "schauspiel",
    "kunsthalle", "opera", "opéra",
  ]

  /// Whether a text may hold a quotation mark; by its bytes, since most texts hold none.
  static func mayQuote(_ text: String) -> Bool {
    text.utf8.contains { byte in openingBytes.contains(byte) }
  }

  /// The first bytes of the opening marks in UTF-8.
  private static let openingBytes: [UInt8] = Array(Set(quotes.compactMap { String($0.open).utf8.first }))

  /// What stands in quotation marks, when one thing only does and it looks like a title rather than like speech.
  static func onlyQuoted(_ title: String) -> String? {
    guard mayQuote(title) else { return nil }
    var found: String?
    for (open, close) in quotes {
      var rest = title[...]
      while let start = rest.firstIndex(of: open) {
        let after = rest.index(after: start)
        // An apostrophe inside a word opens nothing.
        if open == "'", start > title.startIndex, title[title.index(before: start)].isLetter {
          rest = rest[after...]
          continue
        }
        guard let end = closing(rest[after...], close), end > after else { break }
        let inside = trimmed(rest[after..<end])
        let isTitle = inside.first.map { !$0.isLowercase } ?? false
        if isTitle, inside.count > 1, !".".contains(inside.last ?? " ") {
          if found != nil { return nil }
          found = String(inside)
        }
        rest = rest[rest.index(after: end)...]
      }
      if found != nil { return found }
    }
    return found
  }

  static func opensWithQuote(_ text: Substring) -> Bool {
    text.first.map { c in quotes.contains { $0.open == c } } ?? false
  }

  private static func closesWithQuote(_ text: Substring) -> Bool {
    text.last.map { c in quotes.contains { $0.close == c } } ?? false
  }

  /// An apostrophe inside a word closes nothing.
  private static func closing(_ text: Substring, _ mark: Character) -> Substring.Index? {
    text.indices.first { index in
      guard text[index] == mark else { return false }
      let next = text.index(after: index)
      return mark != "’" && mark != "'" || next == text.endIndex || !text[next].isLetter
    }
  }

  private static let quotes: [(open: Character, close: Character)] = [
    ("“", "”"), ("„", "“"), ("‘", "’"), ("«", "»"), ("»", "«"), ("《", "》"), ("『", "』"), ("「", "」"), ("\"", "\""),
    ("„", "”"), ("'", "'"), ("”", "”"), ("״", "״"), ("〈", "〉"),
  ]

  /// "X (PS4)", "X [Blu-ray]", "X para PS5" without what it is reviewed on.
  private static func withoutPlatform(_ text: Substring) -> Substring {
    let words = text.split(separator: " ")
    if words.count > 2, let last = words.last, platforms.contains(last.lowercased()) {
      // "Nintendo Switch" is two words.
      let link = [words.count - 2, words.count - 3].first { $0 > 0 && platformLinks.contains(words[$0].lowercased()) }
      if let link, words[(link + 1)...].allSatisfy({ platforms.contains($0.lowercased()) }) {
        return trimmed(text[..<words[link].startIndex])
      }
    }
    guard let last = text.last, ")]".contains(last), let open = text.lastIndex(where: { "([".contains($0) }) else {
      return text
    }
    let name = trimmed(text[..<open])
    return name.isEmpty ? text : name
  }

  private static let platformLinks: Set<String> = [
    "para", "on", "for", "auf", "für", "sur", "per", "su", "na", "op", "en",
  ]

  private static let platforms: Set<String> = [
    "pc", "ps3", "ps4", "ps5", "playstation", "xbox", "switch", "nintendo", "wii", "steam", "ios", "android", "mac",
    "blu-ray", "dvd", "one", "360", "series", "x", "vita", "3ds", "ds", "4", "5", "vr",
  ]

  static func unquoted(_ name: Substring) -> String {
    let marks = "“”‘’\"'„«»《》「」『』"
    guard let first = name.first, let last = name.last, marks.contains(first), marks.contains(last), name.count > 2
    else {
      return String(name)
    }
    return String(name.dropFirst().dropLast())
  }

  /// The text without separators at its ends.
  static func trimmed(_ text: Substring) -> Substring {
    text.dropping(leading: separators, spaces: false).dropping(trailing: separators, spaces: false)
  }

  private static let separators: Marks = " -–—:：|,"
}
