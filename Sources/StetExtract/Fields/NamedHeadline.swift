internal import StetHTML
internal import StetModel

/// The name that a review's headline opens with, when the text names it too: "Meridian Rising sails close to the wind".
///
/// A headline tells names from other words only where it is not all capitals: what the text repeats is the name.
struct NamedHeadline {
  private static let maximumWords = 8

  private let document: HTMLDocument
  private let search: TextSearch
  /// Where the text stands; nil on a page without one.
  private let range: Range<Int>?

  init(_ reading: PageReading) {
    document = reading.document
    let search = TextSearch(document)
    self.search = search
    range = reading.region.map { search.range(from: $0.start, to: $0.end) }
  }

  /// The longest opening of the headline that is a name and stands in the text; else the headline's first part, or all of
  /// it, word for word as the text has it; else its second part, where all of that is a name.
  /// - Parameter isOverWork: whether the page is filed under works of one sort, whose names stand alone as headlines.
  func find(in title: String, isOverWork: Bool = false) -> String? {
    guard title.utf8.count < 200 else { return nil }
    if let name = opening(of: title, isOverWork: isOverWork) ?? verbatim(title) ?? setOff(in: title) { return name }
    // "Love among the rivets: The Tin Cathedral at the Alder Theatre"
    let colons = title.ranges(of: ": ")
    guard colons.count == 1, let colon = colons.first else { return nil }
    let second = TitleName.withoutVenue(String(title[colon.upperBound...]))
    return opening(of: second, isOverWork: false, minimum: max(2, second.split(separator: " ").count))
  }

  /// - Parameter minimum: how many words it must have.
  private func opening(of title: String, isOverWork: Bool, minimum: Int = 1) -> String? {
    let words = title.split(separator: " ")
    for count in stride(from: min(words.count, Self.maximumWords), to: minimum - 1, by: -1) {
      let last = words[count - 1]
      let name = TitleName.trimmed(title[..<last.endIndex])
      let isWhole = isOverWork && count == words.count
      guard isName(words[..<count], next: count < words.count ? words[count] : nil, isWhole: isWhole),
        // "Book reviews" is a section, and no name.
        !(count == words.count && count < 3 && ReviewWords.isSection(title))
      else { continue }
      // What is said three times over is no figure of speech.
      let wanted = count > 2 || isWhole ? 1 : (count == 2 ? 2 : 3)
      let written = name.contains(where: \.isLowercase) ? String(name) : nil
      for spelled in [written, Self.inRunningText(words[..<count])].compactMap(\.self) {
        if places(of: spelled, limit: wanted + 4).count >= wanted { return TitleName.unquoted(name) }
      }
    }
    return nil
  }

  /// The name before a colon behind which the headline goes on in small letters, where the text has its last word:
  /// "Hotel Meridian: a night above the clock".
  private func setOff(in title: String) -> String? {
    guard let colon = title.firstRange(of: ": "),
      title[colon.upperBound...].first?.isLowercase == true
    else { return nil }
    let words = title[..<colon.lowerBound].split(separator: " ")
    guard (2...5).contains(words.count), isName(words[...], next: nil, isWhole: false),
      !words.contains(where: { ReviewWords.isLabelAlone($0.lowercased()) })
    else { return nil }
    guard let last = words.last, last.utf8.count > 4, !places(of: String(last), limit: 4).isEmpty else { return nil }
    return TitleName.unquoted(title[..<colon.lowerBound])
  }

  /// The headline up to its colon or dash, else all of it, where the text has these words in this spelling: a sentence
  /// does not come again, a name does.
  private func verbatim(_ title: String) -> String? {
    let cut = [": ", " – ", " — ", " - "].lazy.compactMap { title.firstRange(of: $0)?.lowerBound }.first
    let parts = [cut.map { title[..<$0] }, title[...]].compactMap(\.self)
    for part in parts {
      let name = TitleName.trimmed(part)
      let words = name.split(separator: " ")
      guard (2...Self.maximumWords).contains(words.count), name.utf8.count > 7, name.first?.isLowercase == false,
        words.dropFirst().contains(where: NameWords.isCapital),
        !Self.openers.contains(words[0].lowercased()) || words.count > 2,
        !NameWords.opensSpeech(words[0]), !ReviewWords.isSection(String(name))
      else { continue }
      let places = places(of: String(name), limit: 6)
      if places.count > 1 || places.contains(where: isInSentence) { return TitleName.unquoted(name) }
    }
    return nil
  }

  /// Whether words may be a name: capitals, numbers, and small words between them.
  private func isName(_ words: ArraySlice<Substring>, next: Substring?, isWhole: Bool) -> Bool {
    guard let first = words.first, NameWords.areName(words) else { return false }
    if words.count == 1 {
      // One capital word opens every sentence: the next must not be one, and it must be a word of some length.
      return first.utf8.count > 4 && !Self.openers.contains(first.lowercased())
        && next.map { !NameWords.isCapital($0) } ?? true
    }
    return words.count > 2 || isWhole || !Self.openers.contains(first.lowercased())
  }

  /// A name as a text would write it that a headline has in capitals, or with capitals at every word; a single word in
  /// capitals may be an abbreviation.
  private static func inRunningText(_ words: ArraySlice<Substring>) -> String {
    guard words.count > 1 else { return String(words.first ?? "") }
    let isShouted = !words.contains { $0.contains(where: \.isLowercase) }
    let spelled = words.enumerated().map { index, word in
      let lower = word.lowercased()
      if index > 0, NameWords.isSmall(lower) { return lower }
      return isShouted ? String(word.prefix(1)) + lower.dropFirst() : String(word)
    }
    return String(TitleName.trimmed(spelled.joined(separator: " ")[...]))
  }

  /// Whether a place stands within a sentence, not at its start.
  private func isInSentence(_ place: Int) -> Bool {
    let before = document.text[..<place].suffix(8).reversed().drop(while: ASCII.isSpace)
    guard let last = before.first, before.startIndex != before.endIndex else { return false }
    return ASCII.isLetter(last) || last >= 0x80 || last == UInt8(ascii: ",")
  }

  /// The first places in the text that have some words, those in headlines left out.
  private func places(of words: String, limit: Int) -> [Int] {
    guard let range else { return [] }
    return search.places(of: words, in: range, limit: limit).filter {
      document.closest(search.node(at: $0), .h1, .h2) == nil
    }
  }

  /// Words that headlines open with, and names seldom are made of alone.
  private static let openers: Set<String> = [
    "the", "this", "that", "these", "why", "how", "what", "when", "where", "who", "with", "there", "here", "first",
    "review", "watch", "warum", "wieso", "diese", "dieser", "dieses", "pourquoi", "comment", "cette", "cómo", "esta",
    "questo", "waarom", "after", "from", "into", "about", "more", "your", "every",
  ]
}
