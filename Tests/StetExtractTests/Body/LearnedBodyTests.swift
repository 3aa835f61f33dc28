import StetModel
import Testing

@testable import StetExtract

/// What the block model and the guards round it make of a page.
@Suite struct LearnedBodyTests {
  private static let prose = """
    <p>The harbour is shut for the winter, and the film is about the four people who stay: a pilot, a cook, a boy and his
    aunt. Nothing happens to them that would not happen anywhere else, and it is told with great patience.</p>
    <p>What I liked best is the sound. Ropes, kettles, gulls, a radio that nobody turns off; you could shut your eyes and
    know who is in the room. I did not, because the pictures are just as good, and as quiet.</p>
    <p>There are two scenes too many, both of them on the ferry, and the ending explains what had been clear for an hour.
    Those are small things. Go and see it, and take a warm coat with you for the way home.</p>
    """

  private func body(_ html: String) throws -> String {
    let address = try #require(PageAddress("https://harbour.example/review"))
    let page = Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 0))
    return try Extractor(profiles: []).extract(page).review.bodyText
  }

  @Test("A page that a script draws may have its text in noscript")
  func scriptless() throws {
    let text = try body(
      "<html><head><title>Harbour</title></head><body><div id=app></div><noscript><h1>Harbour</h1>\(Self.prose)\(Self.prose.replacing("The", with: "A"))</noscript><script>draw()</script></body></html>"
    )
    #expect(text.contains("take a warm coat"))
  }

  @Test("What noscript says beside a text stays out of it")
  func noscriptAside() throws {
    let text = try body(
      "<html><body><article><h1>Harbour</h1>\(Self.prose)<noscript><p>Please switch on scripts to see our comments, all of them.</p></noscript></article></body></html>"
    )
    #expect(text.contains("take a warm coat"))
    #expect(!text.contains("switch on scripts"))
  }

  @Test("A text that is printed twice, for wide and narrow screens, is read once")
  func twice() throws {
    let text = try body(
      "<html><body><main><h1>Harbour</h1><div class=wide>\(Self.prose)</div><div class=narrow>\(Self.prose)</div></main></body></html>"
    )
    #expect(text.ranges(of: "take a warm coat").count == 1)
  }

  @Test(
    "What asks readers for something is no text, wherever it stands",
    arguments: ["newsletter-box", "cookie-consent", "share-buttons", "donate-now"])
  func appeals(name: String) throws {
    let appeal =
      "<div class=\"\(name)\"><p>We would be glad of your kind support, which takes a minute, and helps us very much.</p></div>"
    let parts = Self.prose.replacing("</p>\n", with: "</p>\(appeal)\n", maxReplacements: 1)
    let text = try body("<html><body><article class=post><h1>Harbour</h1>\(parts)</article></body></html>")
    #expect(text.contains("take a warm coat"))
    #expect(!text.contains("kind support"))
  }

  @Test("The confidence is a share, higher for a plain article than for a row of links")
  func confidence() throws {
    let address = try #require(PageAddress("https://harbour.example/"))
    func confidence(_ html: String) throws -> Double {
      let page = Page(
        requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 0))
      return try Extractor(profiles: []).extract(page).review.confidence
    }
    let article = try confidence("<html><body><article><h1>Harbour</h1>\(Self.prose)</article></body></html>")
    let links = (0..<40).map { "<li><a href=/\($0)>Something about page number \($0)</a></li>" }.joined()
    let listing = try confidence("<html><body><h1>All pages</h1><ul>\(links)</ul></body></html>")
    #expect(article <= 1 && listing >= 0)
    #expect(article > listing + 0.2)
  }
}
