import StetModel
import StetTestSupport
import Testing

@testable import StetCommands
@testable import StetExtract

@Suite struct ExplanationTests {
  private func candidate(_ value: String, _ score: Double, at place: String = "h1") -> FieldExplanation.Candidate {
    FieldExplanation.Candidate(
      value: value, provenance: Provenance(source: "page", at: place), rule: "a heading", score: score)
  }

  private func extraction() throws -> Extraction {
    var review = Review(url: "https://reel.example/1", kind: .review, confidence: 0.875)
    review.title = "Night"
    let long = "div#content > div.entry-content > section.wide > h1.title"
    return Extraction(
      review: review, provenance: [],
      explanations: [
        FieldExplanation(field: "rating", winner: nil, losers: [candidate("9", 0.25)]),
        FieldExplanation(
          field: "title", winner: candidate("Night\u{1B}[2J", 0.9),
          losers: [candidate("Reel", 0.25, at: long), candidate("Reel", 0.2, at: "p.\u{202E}x")]),
      ], charset: "utf-8", canonical: nil,
      extractor: ExtractorFacts(
        version: "1", rules: try #require(Digest("sha256:" + String(repeating: "0", count: 64)))))
  }

  @Test("Fields in the record's order, in columns; the chosen one marked, losers below, what has no winner last")
  func text() throws {
    let text = ExplanationRendering(style: TextStyle(isColored: false), width: 80).render(try extraction())
    #expect(
      text == """
        https://reel.example/1
        kind review · confidence 0.88 · charset utf-8

        title   ✓ 0.90  Night␛[2J
                        page  h1                                               a heading
                ✗ 0.25  Reel
                        page  … > div.entry-content > section.wide > h1.title  a heading
                ✗ 0.20  Reel
                        page  p.‹U+202E›x                                      a heading

        rating  none of these was good enough
                ✗ 0.25  9
                        page  h1  a heading

        without any candidate: byline, authors, authorBio, published, modified, lead, body, tags, categories, breadcrumb, item, pros, cons, verdict, siteName, language, comments

        """)
  }

  @Test("Colour where it is asked for, around the same text")
  func color() throws {
    let plain = ExplanationRendering(style: TextStyle(isColored: false), width: 80).render(try extraction())
    let colored = ExplanationRendering(style: TextStyle(isColored: true), width: 80).render(try extraction())
    #expect(colored.contains("\u{1B}[32m✓ 0.90\u{1B}[0m"))
    #expect(!plain.contains("\u{1B}"))
    var stripped = ""
    for (index, part) in colored.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated() {
      stripped += index == 0 ? part : part.drop { $0 != "m" }.dropFirst()
    }
    #expect(stripped == plain)
  }

  @Test(
    "Of a real page: no control characters, no line too wide, one mark for each candidate", arguments: FixturePage.all)
  func page(_ fixture: FixturePage) throws {
    guard let extraction = try? Extractor().extract(try fixture.page(), explaining: true) else { return }
    let text = ExplanationRendering(style: TextStyle(isColored: false), width: 90).render(extraction)
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    let lines = text.split(separator: "\n")
    #expect(lines.dropFirst(2).dropLast().allSatisfy { $0.count <= 90 })
    let won = extraction.explanations.count { $0.winner != nil }
    #expect(lines.count { $0.contains("✓ ") } >= won)
  }

  @Test("JSON has the same, whole")
  func json() throws {
    let json = ExplanationRendering.json(try extraction())
    #expect(json["fields"]?.array?.map { $0["field"] } == ["title", "rating"])
    #expect(json["fields"]?.array?.first?["winner"]?["score"] == 0.9)
    #expect(json["fields"]?.array?.last?["winner"] == nil)
  }
}
