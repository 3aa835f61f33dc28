import StetDiff
import StetExtract
import StetModel
import StetTestSupport
import Testing

/// Real records under edits that are known: what the comparison reports is what was done.
@Suite(.enabled(if: SharedCorpus.folder != nil, "../shared/corpus is not here")) struct KnownEditTests {
  private static func snapshot(_ review: Review, _ version: Int) throws -> Snapshot {
    let rules = try #require(Digest(bytes: [UInt8](repeating: 7, count: 32)))
    return Snapshot(
      page: PageKey(stored: "http://reviews.example/film/"), version: version,
      captured: Timestamp(secondsSince1970: 1_353_110_400 + Int64(version)), cause: .page, previous: nil, response: nil,
      extractor: ExtractorFacts(version: "1", rules: rules), review: review)
  }

  private static func read(_ html: [UInt8]) -> Review? {
    guard let address = PageAddress("https://reviews.example/film/") else { return nil }
    let page = Page(
      requested: address, final: address, status: 200, headers: [], body: html,
      received: Timestamp(secondsSince1970: 1_353_110_400))
    return try? Extractor().extract(page).review
  }

  private static func diff(_ old: Review, _ new: Review) throws -> SnapshotDiff {
    SnapshotDiff.between(try snapshot(old, 1), try snapshot(new, 2))
  }

  @Test("Every edit to a record is reported as what it was, on every page")
  func records() throws {
    var pairs = 0
    for page in try SharedCorpus("reviews").pages() {
      guard let review = Self.read(page.bytes), KnownEdit.paragraphs(review).count >= 3 else { continue }
      for (index, edit) in KnownEdit.all.enumerated() {
        var random = SeededGenerator(seed: UInt64(pairs + index))
        var edited = review
        guard let expected = edit.edit(&edited, &random) else { continue }
        pairs += 1
        let diff = try Self.diff(review, edited)
        let place = "\(page.name), \(edit.name): \(diff.summary)"
        #expect(Set(diff.changes.map(\.field.rawValue)) == expected.fields, "\(place)")
        for case .body(let body) in diff.changes.map(\.detail) {
          let kinds = Dictionary(grouping: body.blocks.filter { $0.kind != .unchanged }, by: \.kind.rawValue).mapValues(
            \.count)
          #expect(kinds == expected.body, "\(place)")
          if let words = expected.changedWords { #expect(body.changedWords == words, "\(place)") }
        }
      }
    }
    #expect(pairs >= 200)
  }

  @Test("Markup written otherwise, and what stands round the text, is no difference")
  func pages() throws {
    var pairs = 0
    for page in try SharedCorpus("reviews").pages() {
      guard let review = Self.read(page.bytes) else { continue }
      for (name, edit) in MarkupEdit.all {
        guard let other = Self.read(edit(page.bytes)) else {
          Issue.record("\(page.name), \(name): cannot be read any more")
          continue
        }
        pairs += 1
        let diff = try Self.diff(review, other)
        #expect(diff.isEmpty, "\(page.name), \(name): \(diff.summary)")
      }
    }
    #expect(pairs >= 100)
  }
}
