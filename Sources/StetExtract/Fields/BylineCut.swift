internal import StetModel

/// Cuts a line down to what is said of its authors: the words that introduce them, their names and what they are.
/// Dates, sections, counts of comments and reading times stand on the same line and are no part of it.
struct BylineCut {
  /// The byline.
  let text: String
  /// Whether words such as "by" introduce the names.
  let isIntroduced: Bool

  /// Nil when the line names none of the authors.
  init?(_ line: String, authors: [String]) {
    let mayBeIntroduced = BylineWords.introductionFilter.mayMatch(Array(line.utf8)[...])
    let line = Array(line)
    let lower = line.map(Self.lowercased)
    guard let names = Self.names(in: lower, authors) else { return nil }
    let start = mayBeIntroduced ? Self.introduction(of: names, in: line) : nil
    let end = names.upperBound + Self.role(line[names.upperBound...])
    text = Self.text(line[(start ?? names.lowerBound)..<end])
    isIntroduced = start != nil
  }

  /// The characters as one text: `String(_:)` of a slice of characters looks up what they are for each of them.
  private static func text(_ characters: ArraySlice<Character>) -> String {
    characters.reduce(into: "") { $0.append($1) }
  }

  private static func lowercased(_ character: Character) -> String {
    guard let byte = character.asciiValue else { return character.lowercased() }
    return String(Unicode.Scalar(ASCII.lowercased(byte)))
  }

  // MARK: Names

  /// From the first author's name to the last one's that follows in the same breath.
  private static func names(in line: [String], _ authors: [String]) -> Range<Int>? {
    let found = authors.compactMap { place(of: $0, in: line) }.sorted { $0.lowerBound < $1.lowerBound }
    guard var range = found.first else { return nil }
    for next in found.dropFirst() where next.lowerBound - range.upperBound < 40 {
      let between = line[range.upperBound..<max(next.lowerBound, range.upperBound)]
      if between.contains(where: { $0.first?.isNumber == true }) { break }
      range = range.lowerBound..<max(range.upperBound, next.upperBound)
    }
    return range
  }

  /// The first place where a name stands as words of its own.
  private static func place(of name: String, in line: [String]) -> Range<Int>? {
    let name = name.map(lowercased)
    guard !name.isEmpty, name.count <= line.count else { return nil }
    for start in 0...(line.count - name.count) where line[start] == name[0] {
      let end = start + name.count
      guard line[start..<end].elementsEqual(name) else { continue }
      let isWhole =
        (start == 0 || !isWord(line[start - 1], name[0]))
        && (end == line.count || !isWord(line[end], name[name.count - 1]))
      if isWhole { return start..<end }
    }
    return nil
  }

  /// Whether a character goes on with the word beside it. Scripts without spaces have no such words.
  private static func isWord(_ character: String, _ neighbour: String) -> Bool {
    guard let first = character.first, let scalar = neighbour.unicodeScalars.first else { return false }
    return (first.isLetter || first.isNumber) && scalar.value < 0x3000
  }

  // MARK: Introduction

  /// Where the longest introduction right before the names begins.
  private static func introduction(of names: Range<Int>, in line: [Character]) -> Int? {
    let name = line[names]
    var best: Int?
    var words = 0
    for index in stride(from: names.lowerBound - 1, through: 0, by: -1) {
      guard index == 0 || isGap(line[index - 1]), !isGap(line[index]) else { continue }
      words += 1
      if words > 6 { break }
      let rest = BylineReader.rest(of: text(line[index..<names.upperBound]))
      if let rest, rest.elementsEqual(name) { best = index }
    }
    return best
  }

  private static func isGap(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value {
    case 0x7C, 0xFF5C, 0x2022, 0xB7, 0x203A, 0xBB, 0x2013, 0x2014: true
    case let value? where value > 0x20 && value < 0x7F: false
    default: character.isWhitespace
    }
  }

  // MARK: Role

  /// How many characters behind the names say what the authors are: ", film critic", " (staff writer)".
  private static func role(_ rest: ArraySlice<Character>) -> Int {
    var taken = 0
    var start = rest.startIndex
    while start < rest.endIndex {
      // The mark, then the words up to the next one.
      let words = rest[start...].firstIndex { !isMark($0) && !$0.isWhitespace } ?? rest.endIndex
      let end = rest[words...].firstIndex { isMark($0) || isStop($0) } ?? rest.endIndex
      guard isRole(rest[words..<end]) else { break }
      let isBracketed = end < rest.endIndex && rest[end] == ")"
      taken = end - rest.startIndex + (isBracketed ? 1 : 0)
      start = isBracketed ? end + 1 : end
    }
    var kept = rest.prefix(taken)
    while kept.last?.isWhitespace == true { kept.removeLast() }
    return kept.count
  }

  private static func isRole(_ words: ArraySlice<Character>) -> Bool {
    guard !words.contains(where: \.isNumber) else { return false }
    let words = text(words).lowercased().spacedWords.flatMap { $0.utf8.split(separator: UInt8(ascii: "/")) }
    return (1...6).contains(words.count) && words.contains { BylineWords.roles.contains(String(Substring($0))) }
  }

  /// , | ｜ • · ( ) – — - › » @
  private static func isMark(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value {
    case 0x2C, 0x7C, 0xFF5C, 0x2022, 0xB7, 0x28, 0x29, 0x2013, 0x2014, 0x2D, 0x203A, 0xBB, 0x40: true
    default: false
    }
  }

  /// . : ;
  private static func isStop(_ character: Character) -> Bool {
    switch character.unicodeScalars.first?.value {
    case 0x2E, 0x3A, 0x3B: true
    default: false
    }
  }
}
