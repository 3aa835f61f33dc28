import StetExtract
import StetHTML
import StetModel
import StetTestSupport
import Testing

/// What every record promises, on pages as found and on pages that somebody tore up.
@Suite struct RandomPageTests {
  @Test("A record says nothing that its page does not", arguments: FixturePage.all)
  func found(_ fixture: FixturePage) throws { try check(try fixture.page()) }

  @Test("Nor does that of a page that was torn up and put together at random", arguments: 0..<60)
  func torn(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    // Walls and errors have hardly any text to tear.
    let pages = FixturePage.all.filter { !$0.isAboutObstacles }
    var page = try generator.pick(pages).page()
    let other = try generator.pick(pages).page().body
    for _ in 0..<generator.pick([1, 3, 12]) { Self.tear(&page.body, other, &generator) }
    try check(page)
  }

  @Test(
    "A sign before or behind everything, which stands in no element, does no harm",
    arguments: ["<", "<3", "< @", "@</html><", "@</html>< x", "<!doctype html>< @"])
  func outside(frame: String) throws {
    let fixture = try #require(FixturePage.all.first)
    var page = try fixture.page()
    page.body = frame.split(separator: "@", omittingEmptySubsequences: false).map { Array($0.utf8) }
      .joined(separator: page.body).map(\.self)
    try check(page)
  }

  /// Takes out, doubles, moves, or writes into a stretch of the page.
  private static func tear(_ bytes: inout [UInt8], _ other: [UInt8], _ generator: inout SeededGenerator) {
    func stretch(of bytes: [UInt8]) -> Range<Int> {
      guard !bytes.isEmpty else { return 0..<0 }
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      return start..<min(bytes.count, start + Int.random(in: 1...generator.pick([4, 60, 2_000]), using: &generator))
    }
    let place = stretch(of: bytes)
    switch generator.pick([0, 1, 2, 3, 4]) {
    case 0: bytes.removeSubrange(place)
    case 1: bytes.insert(contentsOf: bytes[stretch(of: bytes)], at: place.lowerBound)
    case 2: bytes.replaceSubrange(place, with: other[stretch(of: other)])
    case 3: bytes.insert(contentsOf: generator.pick(tokens).utf8, at: place.lowerBound)
    default: for index in place.prefix(4) { bytes[index] = UInt8.random(in: 0...255, using: &generator) }
    }
  }

  private static let tokens = [
    "<", ">", "\"", "</div>", "<div>", "<p>", "</article>", "<article>", "<table><tr><td>", "<script>", "</script>",
    "<!--", "-->", "&#0;", "&#x110000;", "&amp", "\u{202E}", "\u{0}", "<h1>", "</h1>", "{", "}]", "\\u", "★★★", "10/5",
    "By ", "2012-02-31", "<a rel=tag href=//>", "<time datetime=99999-99-99>", "<base href=:>", "<meta charset=utf-16>",
  ]

  private func check(_ page: Page) throws {
    guard let extraction = try? Extractor().extract(page, explaining: true) else { return }
    let review = extraction.review
    #expect(try Review(json: JSONParser.parse(CompactJSON.bytes(review.json))) == review)
    #expect(try Extractor().extract(page).review == review, "explaining changes nothing")
    let document = try HTMLParser.parse(page.body, httpCharset: Self.charset(page))
    let text = PageText(document)
    // A body that structured data tells stands in a script.
    let isTold = extraction.provenance.contains {
      $0.field == "body" && !["page", "profile"].contains($0.provenance.source)
    }
    #expect(text.missing(in: review.bodyText, inOrder: !isTold) == nil)
    for field in [review.lead, review.authorBio, review.byline, review.verdict].compactMap(\.self) {
      #expect(!field.isEmpty)
      #expect(field.utf8.count <= document.text.count + document.values.count)
      #expect(text.missing(in: field, inOrder: false) == nil)
    }
    for date in [review.published, review.modified].compactMap(\.self) {
      #expect([4, 7, 10].contains(date.utf8.count) || date.utf8.dropFirst(10).first == UInt8(ascii: "T"), "\(date)")
    }
    if let rating = review.rating, case .number(let value) = rating.value {
      #expect(value.isFinite && value <= rating.best ?? .infinity)
    }
  }

  private static func charset(_ page: Page) -> String? {
    page.header("content-type")?.split(separator: "charset=").dropFirst().first.map(String.init)
  }
}

/// All that a page says, letters and digits only: where words end is a matter of layout.
private struct PageText {
  /// The text nodes.
  private let shown: [UInt8]
  /// Those, then attributes, scripts and what stands in them.
  private let everything: [UInt8]

  init(_ document: HTMLDocument) {
    shown = Self.squashed(String(decoding: document.text, as: UTF8.self))
    everything = shown + Self.squashed(String(decoding: document.values, as: UTF8.self))
  }

  /// The first word of a text that the page does not have, `inOrder` behind the words before it; nil when it has all.
  func missing(in text: String, inOrder: Bool) -> String? {
    let page = inOrder ? shown : everything
    var place = 0
    for word in WordSequence.of(text) {
      let bytes = Array(word.utf8)
      guard let found = Self.first(bytes, in: page, from: inOrder ? place : 0) else { return word }
      place = found + bytes.count
    }
    return nil
  }

  private static func squashed(_ text: String) -> [UInt8] { WordSequence.of(text).flatMap(\.utf8) }

  private static func first(_ word: [UInt8], in page: [UInt8], from start: Int) -> Int? {
    guard let head = word.first else { return start }
    var place = start
    while place + word.count <= page.count {
      if page[place] == head, page[place..<place + word.count].elementsEqual(word) { return place }
      place += 1
    }
    return nil
  }
}
