internal import StetHTML
internal import StetModel

/// The names that a page's metadata gives as its keywords and as its section.
///
/// They are no tags: readers do not see them, and many sites fill them with anything. They confirm what is shown.
struct PageKeywords {
  /// Keywords, tags and sections, as keys.
  private let keywords: Set<UInt64>
  private let sections: Set<UInt64>

  init(_ reading: PageReading) {
    var sections: [String] = reading.meta.all("article:section").prefix(4).map { $0 }
    var words = sections
    for name in [
      "keywords", "news_keywords", "article:tag", "parsely-tags", "sailthru.tags", "citation_keywords", "dc.subject",
    ] {
      words += reading.meta.all(name).prefix(80)
    }
    for article in reading.data.articles.prefix(6) where article.belonging != .elsewhere {
      sections += article.sections.prefix(10)
      words += article.keywords.prefix(80) + article.sections.prefix(20)
    }
    var keys = Set<UInt64>()
    for word in words {
      for part in word.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }).prefix(80) {
        // "Topic: Rivers" names rivers.
        let name = part.split(separator: UInt8(ascii: ":")).last ?? part
        if let key = Self.key(name) { keys.insert(key) }
      }
    }
    keywords = keys
    self.sections = Set(sections.compactMap { Self.key($0.utf8) })
  }

  var isEmpty: Bool { keywords.isEmpty }

  /// Whether the metadata gives a name as a keyword.
  func contains(_ name: some Sequence<UInt8>) -> Bool { Self.key(name).map(keywords.contains) ?? false }

  /// Whether the metadata gives a name as the page's section.
  func isSection(_ name: some Sequence<UInt8>) -> Bool { Self.key(name).map(sections.contains) ?? false }

  /// The letters and digits of a name, ASCII case folded, as a hash; nil when it has none.
  static func key(_ name: some Sequence<UInt8>) -> UInt64? {
    var hash = WordHash.start
    var skipped = 0
    for byte in name {
      if skipped > 0 {
        skipped -= 1
      } else if byte == 0xE2 || byte == 0xC2 {
        // General punctuation and Latin-1's marks; the few letters there are lost on both sides alike.
        skipped = byte == 0xE2 ? 2 : 1
      } else if byte >= 0x80 || ASCII.isLetter(byte) || ASCII.isDigit(byte) {
        hash = WordHash.adding(byte, to: hash)
      }
    }
    return hash == WordHash.start ? nil : hash
  }
}
