import StetModel
import Testing

@Suite struct OwnSiteTests {
  @Test(
    "Links of the site's own terms are told from another site's by whole labels",
    arguments: [
      ("/tag/sea", true), ("https://www.example.org/tag/sea", true), ("https://m.example.org:8080/tag/sea", true),
      ("https://blog.EXAMPLE.org/tag/sea", true), ("https://notexample.org/tag/sea", false),
      ("https://sample.org/tag/sea", false), ("https://example.org.test/tag/sea", false),
    ])
  func hosts(address: String, isOwn: Bool) throws {
    let review = try ShortPage.review("<p>Tags: <a rel=\"tag\" href=\"\(address)\">Sea</a></p>")
    #expect(review.tags.map(\.name) == (isOwn ? ["Sea"] : []))
  }
}
