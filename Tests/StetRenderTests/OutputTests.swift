import StetExtract
import StetHTML
import StetModel
import StetTestSupport
import Testing

@testable import StetRender

/// What each form that a record is printed in promises, over every test page and over records made up to be hard.
@Suite struct OutputTests {
  static let reviews: [Review] =
    FixturePage.all.compactMap { fixture in
      (try? fixture.page()).flatMap { try? Extractor().extract($0).review }
    } + (0..<150).map(RandomReview.make)

  @Test("There are pages to print")
  func found() { #expect(Self.reviews.count > 175) }

  @Test("Markdown has the blocks of the record, in their order, with their words", arguments: reviews.indices)
  func markdown(index: Int) throws {
    var review = Self.reviews[index]
    let whole = try MarkdownReader.blocks(MarkdownRendering.render(review))
    if let title = review.title {
      #expect(Outline.of(Array(whole.prefix(1))) == Outline.of([Block.heading(level: 1, text: title)]))
    }
    // The body alone, and the address that stands below it.
    review = Review(url: review.url)
    review.body = Self.reviews[index].body
    let blocks = try MarkdownReader.blocks(MarkdownRendering.render(review))
    #expect(blocks.last == .paragraph("<\(review.url)>"))
    #expect(Outline.of(blocks.dropLast()) == Outline.of(review.body))
  }

  @Test("HTML holds known elements and web addresses only, and its reader sees the record", arguments: reviews.indices)
  func html(index: Int) throws {
    let review = Self.reviews[index]
    let html = HTMLRendering.render([review])
    #expect(CleanHTML.violation(in: html) == nil)
    let document = try HTMLParser.parse(Array(html.utf8))
    #expect(Self.missing(review, in: Self.words(of: document)) == nil)
    for (selector, kind) in [("table", "table"), ("blockquote", "quote"), ("pre", "code"), ("hr", "rule")] {
      let blocks = Self.count(kind, in: review.body)
      #expect(try Selector("article \(selector)").all(in: document).count == blocks, "\(selector)")
    }
  }

  @Test("Text holds the record, in the order of reading", arguments: reviews.indices)
  func text(index: Int) {
    let text = PlainTextRendering.render(Self.reviews[index])
    #expect(Self.missing(Self.reviews[index], in: text) == nil)
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" })
  }

  @Test(
    "JSON-LD is JSON that reads back, has no empty member, and its values are the record's", arguments: reviews.indices)
  func linkedData(index: Int) throws {
    let review = Self.reviews[index]
    let json = try JSONParser.parse(PrettyJSON.bytes(LinkedDataRendering.json(review), order: .kept))
    #expect(!Self.hasEmptyMember(json))
    #expect(json["@context"] == "https://schema.org")
    let texts: [(String, String?)] = [
      ("url", review.url), ("headline", review.title), ("description", review.lead), ("creditText", review.byline),
      ("datePublished", review.published), ("dateModified", review.modified), ("inLanguage", review.language),
      ("abstract", review.verdict),
    ]
    for (name, text) in texts { #expect(json[name]?.string == text, "\(name)") }
    #expect(json["author"]?.array?.map { $0["name"]?.string } ?? [] == review.authors.map(\.name))
    let body = ["reviewBody", "articleBody", "text"].compactMap { json[$0]?.string }
    #expect(body == [review.bodyText].filter { !$0.isEmpty })
    #expect((json["keywords"]?.array ?? []).map { $0.string ?? $0["name"]?.string } == review.tags.map(\.name))
    let sections = json["articleSection"] ?? json["genre"]
    #expect(sections?.array?.map(\.string) ?? [] == review.categories.map(\.name))
    #expect((json["itemReviewed"] ?? json["about"])?["name"]?.string == review.item?.name)
    #expect(json["isPartOf"]?["name"]?.string == review.siteName)
    #expect(Self.names(json["positiveNotes"]) == review.pros)
    #expect(Self.names(json["negativeNotes"]) == review.cons)
    #expect(Self.names(json["mainEntityOfPage"]?["breadcrumb"]) == review.breadcrumb.map(\.name))
    let isReview =
      review.kind == .review || review.rating != nil || !review.pros.isEmpty || !review.cons.isEmpty
    #expect((json["@type"] == "Review") == isReview)
    switch review.rating?.value {
    case .number(let value): #expect(json["reviewRating"]?["ratingValue"]?.number == value)
    case .grade(let grade): #expect(json["reviewRating"]?["ratingValue"]?.string == grade)
    case nil: #expect(json["reviewRating"] == nil)
    }
  }

  // MARK: Help

  /// The first word of the title, the lead or the body that a text does not have in its place.
  /// The words of a page, those of different blocks apart.
  private static func words(of document: HTMLDocument) -> String {
    document.nodes.indices.reduce(into: "") { words, node in
      switch document.tag(node) {
      case .text: words += String(decoding: document.text[document.textRange(node)], as: UTF8.self)
      case .a, .em, .strong, .code: break
      default: words += " "
      }
    }
  }

  private static func missing(_ review: Review, in text: String) -> String? {
    let told = [review.title, review.lead].compactMap(\.self) + review.body.map(\.plainText)
    return WordSequence.missing(told.flatMap(WordSequence.of), in: WordSequence.of(text))
  }

  private static func count(_ kind: String, in blocks: [Block]) -> Int {
    blocks.reduce(0) { count, block in
      guard case .quote(let inside, _) = block else { return count + (block.json["type"]?.string == kind ? 1 : 0) }
      return count + self.count(kind, in: inside) + (kind == "quote" ? 1 : 0)
    }
  }

  private static func names(_ list: JSONValue?) -> [String] {
    list?["itemListElement"]?.array?.compactMap { $0["name"]?.string } ?? []
  }

  private static func hasEmptyMember(_ json: JSONValue) -> Bool {
    switch json {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let values): values.isEmpty || values.contains(where: hasEmptyMember)
    case .object(let object): object.isEmpty || object.members.contains { hasEmptyMember($0.value) }
    case .bool, .number: false
    }
  }
}
