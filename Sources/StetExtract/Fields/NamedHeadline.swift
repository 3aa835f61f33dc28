internal import StetHTML
internal import StetModel

/// The name that a review's headline opens with, when the text names it too: "Meridian Rising sails close to the wind".
///
/// A headline tells names from other words only where it is not all capitals: what the text repeats is the name.
struct NamedHeadline {
  private static let maximumWords = 8

  private let reading: PageReading

  init(_ reading: PageReading) { self.reading = reading }

  /// The longest opening of the headline that is a name and stands in the text.
  /// - Parameter isOverWork: whether the page is filed under works of one sort, whose names stand alone as headlines.
  func find(in title: String, isOverWork: Bool = false) -> String? {
    guard let region = reading.region, title.utf8.count < 200 else { return nil }
    let words = title.split(separator: " ")
    let search = TextSearch(reading.document)
    let range = search.range(from: region.start, to: region.end)
    for count in stride(from: min(words.count, Self.maximumWords), to: 0, by: -1) {
      let last = words[count - 1]
      let name = TitleName.trimmed(title[..<last.endIndex])
      let isWhole = isOverWork && count == words.count
      guard isName(words[..<count], next: count < words.count ? words[count] : nil, isWhole: isWhole),
        // "Book reviews" is a section, and no name.
        !(count == words.count && count < 3 && ReviewWords.isSection(title))
      else { continue }
      // What is said three times over is no figure of speech.
      let wanted = count > 2 || isWhole ? 1 : (count == 2 ? 2 : 3)
      let spelled = name.contains(where: \.isLowercase) ? String(name) : Self.inRunningText(words[..<count])
      let places = search.places(of: spelled, in: range, limit: wanted + 4).filter { !isInHeading($0, search) }
      if places.count >= wanted { return TitleName.unquoted(name) }
    }
    return nil
  }

  /// Whether words may be a name: capitals, numbers, and small words between them.
  private func isName(_ words: ArraySlice<Substring>, next: Substring?, isWhole: Bool) -> Bool {
    guard let first = words.first, let last = words.last, Self.isCapital(first), Self.isCapital(last) else {
      return false
    }
    guard words.allSatisfy({ Self.isCapital($0) || Self.smallWords.contains($0.lowercased()) }) else { return false }
    if words.count == 1 {
      // One capital word opens every sentence: the next must not be one, and it must be a word of some length.
      return first.utf8.count > 4 && !Self.openers.contains(first.lowercased())
        && next.map { !Self.isCapital($0) } ?? true
    }
    return words.count > 2 || isWhole || !Self.openers.contains(first.lowercased())
  }

  /// A name in capitals as a text would write it; a single word in capitals may be an abbreviation.
  private static func inRunningText(_ words: ArraySlice<Substring>) -> String {
    guard words.count > 1 else { return String(words.first ?? "") }
    let spelled = words.enumerated().map { index, word in
      let lower = word.lowercased()
      return index > 0 && smallWords.contains(lower) ? lower : String(word.prefix(1)) + lower.dropFirst()
    }
    return String(TitleName.trimmed(spelled.joined(separator: " ")[...]))
  }

  private func isInHeading(_ place: Int, _ search: TextSearch) -> Bool {
    let node = search.node(at: place)
    return reading.document.closest(node, .h1, .h2) != nil
  }

  private static func isCapital(_ word: Substring) -> Bool {
    guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { return false }
    return first.isUppercase || first.isNumber
  }

  private static let smallWords: Set<String> = [
    "of", "the", "and", "in", "on", "a", "an", "to", "for", "at", "&", "de", "la", "le", "les", "du", "des", "el",
    "los",
    "y", "et", "und", "der", "die", "das", "des", "von", "di", "e", "del", "da", "do", "van", "en", "och", "og", "i",
  ]

  /// Words that headlines open with, and names seldom are made of alone.
  private static let openers: Set<String> = [
    "the", "this", "that", "these", "why", "how", "what", "when", "where", "who", "with", "there", "here", "first",
    "review", "watch", "warum", "wieso", "diese", "dieser", "dieses", "pourquoi", "comment", "cette", "cómo", "esta",
    "questo", "waarom", "after", "from", "into", "about", "more", "your", "every",
  ]
}
