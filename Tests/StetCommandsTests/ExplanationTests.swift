@testable import StetExtract
import StetModel
import Testing

@testable import StetCommands

@Suite struct ExplanationTests {
  private func explanation(_ field: String, _ winner: String?, losers: [String]) -> FieldExplanation {
    func candidate(_ value: String, _ score: Double) -> FieldExplanation.Candidate {
      FieldExplanation.Candidate(
        value: value, provenance: Provenance(source: "page", at: "h1"), rule: "a heading", score: score)
    }
    return FieldExplanation(
      field: field, winner: winner.map { candidate($0, 0.9) }, losers: losers.map { candidate($0, 0.25) })
  }

  private func extraction() throws -> Extraction {
    var review = Review(url: "https://reel.example/1", kind: .review, confidence: 0.875)
    review.title = "Night"
    return Extraction(
      review: review, provenance: [],
      explanations: [
        explanation("rating", nil, losers: ["9"]), explanation("title", "Night\u{1B}[2J", losers: ["Reel"]),
      ], charset: "utf-8", canonical: nil,
      extractor: ExtractorFacts(
        version: "1", rules: try #require(Digest("sha256:" + String(repeating: "0", count: 64)))))
  }

  @Test("Fields in the record's order, values aligned, losers below, what has no winner last")
  func text() throws {
    let text = ExplanationRendering(style: TextStyle(isColored: false), width: 80).render(try extraction())
    #expect(
      text == """
        https://reel.example/1
        kind review · confidence 0.88 · charset utf-8

        title   0.90  Night␛[2J
                      page · h1 · a heading
                0.25  ✗ Reel
                        page · h1 · a heading
        rating  none  no candidate was good enough
                0.25  ✗ 9
                        page · h1 · a heading

        """)
  }

  @Test("JSON has the same, whole")
  func json() throws {
    let json = ExplanationRendering.json(try extraction())
    #expect(json["fields"]?.array?.map { $0["field"] } == ["title", "rating"])
    #expect(json["fields"]?.array?.first?["winner"]?["score"] == 0.9)
    #expect(json["fields"]?.array?.last?["winner"] == nil)
  }
}
