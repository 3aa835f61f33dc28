internal import StetHTML
internal import StetModel

/// The bibliographic note that reviews of one book end or begin with: "Ada Example: The Long Ferry. Quay Press, 2019. 320
/// pages. ISBN 978…". It names the book whatever the headline says.
struct BookNote {
  private let reading: PageReading

  init(_ reading: PageReading) { self.reading = reading }

  /// The book, and the block that the note stands in; nil when there is none, or when there are notes on several.
  func find() -> (item: ReviewItem, node: Int)? {
    guard let region = reading.region else { return nil }
    let search = TextSearch(reading.document)
    let range = search.range(from: min(region.start, region.article), to: region.end + 60)
    var block: Int?
    let numbered = search.places(of: "ISBN", in: range, limit: 6).map { Int(reading.survey.block[search.node(at: $0)]) }
    for holder in numbered.isEmpty ? pricedBlocks(region) : numbered {
      // What holds the note has its words, too.
      if let block, block != holder, !reading.document.contains(block, holder) { return nil }
      block = holder
    }
    guard let block, reading.survey.ownWeight[block] < 500, !reading.isForeign(block) else { return nil }
    guard let item = Self.read(reading.survey.line(block)) else { return nil }
    return (item, block)
  }

  /// Notes without a publisher's number have a price and a count of pages, and stand over the text or behind it.
  private func pricedBlocks(_ region: BodyRegion) -> [Int] {
    let above = reading.nodes(from: region.start - 40, to: region.start + 12)
    let below = reading.nodes(from: max(region.end - 40, above.upperBound), to: region.end + 40)
    return (Array(above) + Array(below)).filter { node in
      guard (20..<260).contains(reading.survey.ownWeight[node]) else { return false }
      let bytes = reading.document.text[reading.document.textRange(node)]
      return bytes.count < 4000 && Self.prices.contains { ByteSearch.contains($0, in: bytes) }
        && Self.pages.contains { ByteSearch.contains($0, in: bytes) }
    }
  }

  private static let prices: [StaticString] = [
    "£", "€", "$", "EUR", "Euro", " kr", "Kč", " zł", " lei", " Ft", "руб", "원", "円", "元",
  ]
  private static let pages: [StaticString] = [
    " pp", "pp,", "pp.", " p.", " p,", " pages", " Seiten", " S.", "páginas", " pagine", " págs", " sidor", " sider",
    " str.",
    " stran", " oldal", " стр", " с.", "쪽", "ページ", "页", "頁",
  ]

  /// "Title by Author. …", "Author: Title. …", "Author, Title, …".
  static func read(_ line: String) -> ReviewItem? {
    let note = line.prefix(300)
    // "한소람, 『십삼층 반』, 돌층계, 2019, 288쪽"
    if let open = note.firstIndex(where: { "『《".contains($0) }),
      let close = note[open...].firstIndex(where: { "』》".contains($0) })
    {
      let name = TitleName.trimmed(note[note.index(after: open)..<close])
      if isName(name) { return ReviewItem(type: "Book", name: String(name)) }
    }
    let first = TitleName.trimmed(note[..<(end(of: note) ?? note.endIndex)])
    if var item = TitleName.made(first) {
      item.type = "Book"
      return item
    }
    if let colon = note.firstRange(of: ": ") {
      // "Example, Ada: …"
      let makers = NameList.parts(of: NameList.inReadingOrder(String(note[..<colon.lowerBound]))[...])
      let rest = note[colon.upperBound...]
      let name = TitleName.trimmed(rest[..<(end(of: rest) ?? rest.endIndex)])
      if areNames(makers), isName(name) {
        return ReviewItem(type: "Book", name: TitleName.unquoted(name), creators: makers)
      }
    }
    let parts = note.split(separator: ",", maxSplits: 2).map { TitleName.trimmed($0) }
    if parts.count == 3 {
      let makers = NameList.parts(of: parts[0])
      if areNames(makers), isName(parts[1]) {
        return ReviewItem(type: "Book", name: TitleName.unquoted(parts[1]), creators: makers)
      }
    }
    return nil
  }

  /// Where the title ends: at a full stop or a bracket with white space beside it. The point of an initial ends nothing.
  private static func end(of text: Substring) -> Substring.Index? {
    text.indices.first { index in
      if text[index] == "(" { return true }
      guard text[index] == "." else { return false }
      let next = text.index(after: index)
      guard next == text.endIndex || text[next] == " " else { return false }
      let word = text[..<index].suffix(2)
      return !(word.count == 2 && word.last?.isUppercase == true && " .".contains(word.first ?? "x"))
    }
  }

  private static func areNames(_ names: [String]) -> Bool {
    !names.isEmpty && names.allSatisfy { PersonName.isPlausible($0) && PersonName.isFull($0) }
  }

  private static func isName(_ name: Substring) -> Bool {
    (2...120).contains(name.utf8.count) && name.first?.isLowercase == false && name.contains(where: \.isLetter)
  }
}
