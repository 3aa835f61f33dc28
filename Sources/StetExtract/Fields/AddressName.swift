internal import StetHTML
internal import StetModel

/// The name that the page's own part of its address opens with, as the text writes it: editors file a review under the
/// thing ("/2022/08/the-salt-ledger/") and put a quip over it.
struct AddressName {
  /// How much of the text is looked at, in texts.
  private static let maximumTexts = 1500
  /// How many words of one text are compared.
  private static let maximumTries = 1000

  private let reading: PageReading
  /// The words that may be the name, as addresses spell them.
  private let words: [String]
  /// Whether a word beside them says "review".
  private let isLabelled: Bool
  /// Whether the name is all of them, for a word behind them ended it.
  private let isWhole: Bool

  /// Nil where the address has no words for the page.
  init?(_ reading: PageReading) {
    var words = Self.words(of: reading.address.path)
    let opening = words.prefix { ReviewWords.isLabelAlone($0) || ReviewWords.isKind($0) || ReviewWords.isLink($0) }
    let isOpened = opening.contains(where: ReviewWords.isLabelAlone)
    if isOpened { words.removeFirst(opening.count) }
    let label = words.dropFirst().firstIndex(where: ReviewWords.isLabel).flatMap {
      ReviewWords.isEstranging(words[$0 - 1]) ? nil : $0
    }
    if let label {
      words = Array(words[..<label])
      while words.count > 1, let last = words.last, ReviewWords.isKind(last) { words.removeLast() }
    }
    guard words.joined().utf8.count > 4, !ReviewEvidence.isRoundup(words.joined(separator: " ")) else { return nil }
    self.reading = reading
    self.words = words
    isLabelled = isOpened || label != nil
    isWhole = label != nil
  }

  /// The name and where the text has it.
  /// - Parameter title: the headline. What the address repeats of it is no news.
  func find(title: String?) -> (name: String, node: Int)? {
    guard let region = reading.region else { return nil }
    if let title, Self.plainWords(title[...]).starts(with: words.prefix(3)) { return nil }
    let document = reading.document
    var read = 0
    for node in reading.nodes(from: region.start - 40, to: region.end) where document.tag(node) == .text {
      guard reading.survey.isVisible[node] else { continue }
      read += 1
      guard read < Self.maximumTexts else { break }
      guard let name = name(in: document.text[document.textRange(node)]), !reading.isForeign(node),
        document.closest(node, .h1, .a) == nil, name.contains(" ") || isNamedAgain(name, region)
      else { continue }
      return (name, node)
    }
    return nil
  }

  private func isNamedAgain(_ name: String, _ region: BodyRegion) -> Bool {
    let search = TextSearch(reading.document)
    return search.places(of: name, in: search.range(from: region.start, to: region.end), limit: 2).count > 1
  }

  // MARK: In the text

  /// The words of a text that are those of the address, where they are written as a name is.
  private func name(in bytes: ArraySlice<UInt8>) -> String? {
    guard let first = words[0].utf8.first else { return nil }
    var previous = UInt8(ascii: " ")
    var tries = 0
    for index in bytes.indices {
      let byte = bytes[index]
      // A capital, or a letter with an accent behind something that is no letter.
      let mayOpen = ASCII.lowercased(byte) == first && byte < UInt8(ascii: "a") || (0xC3...0xC5).contains(byte)
      let isTry = mayOpen && !ASCII.isLetter(previous) && !ASCII.isDigit(previous)
      previous = byte
      guard isTry else { continue }
      tries += 1
      guard tries < Self.maximumTries else { return nil }
      let before = bytes[..<index]
      // No more than white space and a quotation mark.
      let isFirst =
        before.count < 24 && before.allSatisfy { ASCII.isSpace($0) || $0 >= 0x80 || $0 == UInt8(ascii: "\"") }
      let text = String(decoding: bytes[index...].prefix(160), as: UTF8.self)
      if let name = name(opening: text, isFirst: isFirst) { return name }
    }
    return nil
  }

  /// - Parameter isFirst: whether nothing but quotation marks stands before it.
  private func name(opening text: String, isFirst: Bool) -> String? {
    var run: [Substring] = []
    var (matched, length) = (0, 0)
    var isEnded = false
    for word in text.split(maxSplits: 14, whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "–" }) {
      let letters = word.dropping(leading: Self.marks, spaces: false).dropping(trailing: Self.marks, spaces: false)
      if Self.isSame(letters, words[matched]) {
        (matched, length) = (matched + 1, run.count + 1)
      } else if matched == 0 || !NameWords.isSmall(letters.lowercased()) {
        break
      }
      run.append(letters)
      // Marks end a name.
      isEnded = letters.endIndex < word.endIndex || word.endIndex == text.endIndex
      if matched == words.count || isEnded { break }
    }
    let name = run[..<length]
    guard let first = name.first, let last = name.last, isEnough(matched) else { return nil }
    // Most languages write the words of a name small: set apart it is one all the same ("Hajný a jeho stín. 182 min").
    let isSetApart = isFirst && isEnded && matched == words.count && matched > 2 && NameWords.isCapital(first)
    guard NameWords.areName(name) || isSetApart else { return nil }
    return String(text[first.startIndex..<last.endIndex])
  }

  /// Whether so many of the address' words are a name: all of them, three, or those up to where it was shown.
  private func isEnough(_ matched: Int) -> Bool {
    if matched == words.count { return matched > 1 || isLabelled }
    return !isWhole && (matched > 2 || isLabelled && Self.placeLinks.contains(words[matched]))
  }

  /// Words behind a work, before a place or a maker.
  private static let placeLinks: Set<String> = [
    "at", "pa", "im", "am", "in", "i", "au", "en", "by", "von", "av", "w", "na",
  ]

  private static let marks: Marks = ".,:;!?()\"'…“”„»«’‘"

  /// Whether a word of the text is one of the address.
  private static func isSame(_ word: Substring, _ plain: String) -> Bool {
    PlainLetters.of(word) == plain || PlainLetters.of(word, isGerman: true) == plain
  }

  // MARK: In the address

  /// Whether the page's own part of a path spells a headline.
  static func isHeadline(_ title: String, _ path: String) -> Bool {
    let words = words(of: path)
    return !words.isEmpty && [false, true].contains { plainWords(title[...], isGerman: $0) == words }
  }

  /// The words of the page's own part of a path: what stands behind its last stroke, without ending and numbers.
  private static func words(of path: String) -> [String] {
    let folders = path.split(separator: "/")
    guard let own = folders.last(where: { $0.contains(where: \.isLetter) }) else { return [] }
    let name = own.prefix { $0 != "." && $0 != "," && $0 != ";" }
    var words = plainWords(name)
    while let first = words.first, first.allSatisfy(\.isNumber) { words.removeFirst() }
    // Numbers that tell pages apart: "-4471", "-3f9ac21be0d4", "-1.4410923".
    while let last = words.last, last.utf8.count > 3, last.contains(where: \.isNumber) { words.removeLast() }
    return words
  }

  private static func plainWords(_ text: Substring, isGerman: Bool = false) -> [String] {
    text.split { $0.isWhitespace || "-_–+".contains($0) }.map { PlainLetters.of($0, isGerman: isGerman) }.filter {
      !$0.isEmpty
    }
  }
}
