internal import StetModel

/// The name of a work or thing as it stands in a headline: "“X” by Y", "X (2012)", "Y, “X”".
enum TitleName {
  /// The item that a part of a headline names; nil when it is no name.
  static func read(_ text: Substring) -> ReviewItem? {
    let text = trimmed(text)
    guard text.utf8.count < 160 else { return nil }
    if let dated = dated(text) { return dated }
    if let made = made(text) { return made }
    if opensWithQuote(text) || closesWithQuote(text), let quoted = onlyQuoted(String(text)) {
      return ReviewItem(name: quoted)
    }
    let name = withoutPlatform(text)
    guard name.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    return ReviewItem(name: unquoted(name))
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
      let (artist, name) = (trimmed(text[..<cut.lowerBound]), trimmed(text[cut.upperBound...]))
      guard !artist.isEmpty, !name.isEmpty, name.firstRange(of: separator) == nil else { return nil }
      var item = read(name) ?? ReviewItem(name: unquoted(name))
      if item.creators.isEmpty { item.creators = [unquoted(artist)] }
      return item
    }
    return nil
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
    return item
  }

  /// Words beside a year that date the page, not the thing.
  private static let editions: Set<String> = [
    "guide", "update", "updated", "edition", "buyer", "buyers", "list", "new", "reviewed", "tested", "version", "stand",
  ]

  /// "X by Y", where Y is a full name and ends the text.
  static func made(_ text: Substring) -> ReviewItem? {
    let words = text.split(separator: " ")
    for index in words.indices.dropFirst().reversed() where ReviewWords.isMaker(String(words[index])) {
      guard index + 1 < words.count else { continue }
      let maker = trimmed(text[words[index + 1].startIndex...])
      let makers = NameList.parts(of: maker)
      guard !makers.isEmpty, makers.allSatisfy({ PersonName.isPlausible($0) && PersonName.isFull($0) }) else {
        continue
      }
      let name = unquoted(trimmed(text[..<words[index].startIndex]))
      return name.isEmpty ? nil : ReviewItem(name: name, creators: makers)
    }
    return nil
  }

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
    ("„", "”"),
  ]

  /// "X (PS4)", "X [Blu-ray]" without what it is reviewed on.
  private static func withoutPlatform(_ text: Substring) -> Substring {
    guard let last = text.last, ")]".contains(last), let open = text.lastIndex(where: { "([".contains($0) }) else {
      return text
    }
    let name = trimmed(text[..<open])
    return name.isEmpty ? text : name
  }

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
    var text = text
    while let first = text.first, " -–—:：|,".contains(first) { text.removeFirst() }
    while let last = text.last, " -–—:：|,".contains(last) { text.removeLast() }
    return text
  }
}
