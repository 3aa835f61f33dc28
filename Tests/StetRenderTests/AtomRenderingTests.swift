import StetModel
import Testing

@testable import StetRender

@Suite struct AtomRenderingTests {
  private func digest(_ byte: UInt8) throws -> Digest {
    try #require(Digest(bytes: [UInt8](repeating: byte, count: 32)))
  }

  private func version(_ review: Review?, published: String? = nil) throws -> StoredVersion {
    var review = review
    if let published { review?.published = published }
    let captured = try #require(Timestamp("2026-11-22T06:00:03Z"))
    let snapshot = Snapshot(
      page: PageKey(stored: "http://reel.example/?a=1&b=\"2\""), version: 3, captured: captured,
      cause: review == nil ? .gone : .page, previous: nil, response: nil,
      extractor: ExtractorFacts(version: "0", rules: try digest(0)), review: review)
    return StoredVersion(snapshot, digest: try digest(0xF7))
  }

  private func entry(_ version: StoredVersion, summary: String? = nil) throws -> WellFormedXML.Element {
    let feed = try WellFormedXML.read(
      AtomRendering.head(id: try digest(1), title: "A & B", updated: version.snapshot.captured)
        + AtomRendering.entry(version, summary: summary) + AtomRendering.foot)
    #expect(feed.name == "feed")
    #expect(feed.attributes["xmlns"] == "http://www.w3.org/2005/Atom")
    #expect(feed.text("title") == "A & B")
    #expect(feed.text("updated") == "2026-11-22T06:00:03Z")
    return try #require(feed.all("entry").first)
  }

  @Test("An entry has what RFC 4287 demands, and the text of the page as HTML that is escaped once more")
  func whole() throws {
    let entry = try entry(try version(SampleReview.review), summary: "title <changed>")
    #expect(entry.text("id") == "urn:uuid:f7f7f7f7-f7f7-87f7-b7f7-f7f7f7f7f7f7")
    #expect(entry.text("title") == "Night & <Day> *again*")
    #expect(entry.text("updated") == "2026-11-22T06:00:03Z")
    #expect(entry.text("summary") == "title <changed>")
    #expect(entry.all("author").map { $0.text("name") } == ["Ida Marsh"])
    #expect(entry.all("link").map(\.attributes) == [["rel": "alternate", "href": "http://reel.example/?a=1&b=\"2\""]])
    #expect(entry.all("category").map { $0.attributes["term"] } == ["drama", "x"])
    #expect(entry.all("content").first?.attributes["type"] == "html")
    #expect(entry.text("content") == HTMLRendering.article(SampleReview.review))
  }

  @Test(
    "Only a whole date-time is told as published: Atom has no other dates",
    arguments: [
      ("2012-11-17T08:00:00+01:00", true), ("2012-11-17T08:00:00Z", true), ("2012-11-17T08:00:00", false),
      ("2012-11-17", false), ("2012", false), ("2012-13-17T08:00:00Z", false), ("2012-11-17T08:00:00 0100", false),
    ])
  func published(text: String, isTold: Bool) throws {
    let entry = try entry(try version(SampleReview.review, published: text))
    #expect(entry.text("published") == (isTold ? text : nil))
  }

  @Test("A page that names no author has its site's name for one; a page that is gone says so")
  func bare() throws {
    let bare = try entry(try version(Review(url: "http://reel.example/")))
    #expect(bare.all("author").map { $0.text("name") } == ["reel.example"])
    #expect(bare.text("title") == "http://reel.example/?a=1&b=\"2\"")
    let gone = try entry(try version(nil))
    #expect(gone.text("title")?.hasPrefix("Gone: ") == true)
    #expect(gone.text("content")?.contains("gone since 2026-11-22T06:00:03Z") == true)
  }

  @Test("Whatever a page says, the feed can be read", arguments: 0..<60)
  func hostile(seed: Int) throws {
    var review = RandomReview.make(seed: seed)
    review.title = "\u{0}\u{1B}]]><![CDATA[\u{FFFF}&#0;</title>\u{FFFE}"
    review.language = "en\" onload=\""
    let entry = try entry(try version(review))
    #expect(entry.text("title")?.hasPrefix("␀␛]]><![CDATA[") == true)
    #expect(entry.all("content").first?.attributes == ["type": "html"])
  }
}
