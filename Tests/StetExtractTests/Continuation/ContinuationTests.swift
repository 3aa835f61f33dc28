import StetExtract
import StetModel
import Testing

/// Texts that end before their article does.
@Suite struct ContinuationTests {
  private static let prose = """
    <p>The harbour is shut for the winter, and the film is about the four people who stay: a pilot, a cook, a boy and his
    aunt. Nothing happens to them that would not happen anywhere else, and it is told with great patience.</p>
    <p>What I liked best is the sound. Ropes, kettles, gulls, a radio that nobody turns off; you could shut your eyes and
    know who is in the room. I did not, because the pictures are just as good, and as quiet.</p>
    <p>There are two scenes too many, both of them on the ferry, and the ending explains what had been clear for an hour.
    Those are small things. Go and see it, and take a warm coat with you for the way home.</p>
    """

  private func continuation(_ end: String, head: String = "", at path: String = "/review") throws -> Continuation? {
    let address = try #require(PageAddress("https://harbour.example" + path))
    let html = """
      <html><head><title>Harbour</title>\(head)</head><body><article><h1>Harbour</h1><div class="entry-content">
      \(Self.prose)\(end)</div></article><footer><p>All rights are ours.</p></footer></body></html>
      """
    let page = Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 0))
    return try Extractor(profiles: []).extract(page).continuation
  }

  @Test("A whole text goes on nowhere")
  func whole() throws { #expect(try continuation("") == nil) }

  @Test(
    "Pages of one article: the next one, by rel=next or by its number",
    arguments: [
      ("", #"<link rel="next" href="/review/2">"#, "/review"),
      (#"<p class="pager">Pages: 1 <a href="/review/2">2</a> <a href="/review/3">3</a></p>"#, "", "/review"),
      (#"<p><a href="/review">1</a> 2 <a href="/review/page/3">3</a></p>"#, "", "/review/page/2"),
      (#"<p><a href="?page=2">Weiter</a></p>"#, "", "/review"),
    ])
  func pages(end: String, head: String, path: String) throws {
    let found = try #require(try continuation(end, head: head, at: path))
    #expect(found.kind == .nextPage)
    #expect(found.address?.description.contains(path.hasSuffix("2") ? "3" : "2") == true)
  }

  @Test(
    "The next article, the next page of comments and the last page are no next page",
    arguments: [
      ("", #"<link rel="next" href="/another-review">"#, "/review"),
      (#"<p><a rel="next" href="/another-review">Next: Another film</a></p>"#, "", "/review"),
      (#"<p><a href="/review/comment-page-2">2</a></p>"#, "", "/review"),
      (#"<p><a href="/review">1</a> <a href="/review/2">2</a> 3</p>"#, "", "/review/3"),
    ])
  func noPages(end: String, head: String, path: String) throws {
    #expect(try continuation(end, head: head, at: path) == nil)
  }

  @Test("“Read the full review” at the end says where the text stands")
  func elsewhere() throws {
    let link = #"<p><a href="https://paper.example/harbour">Read the full review at The Paper</a></p>"#
    let found = try #require(try continuation(link))
    #expect(found.kind == .elsewhere)
    #expect(found.address?.description == "https://paper.example/harbour")
  }

  @Test("“Read more” tells of a cut only behind a text that ends in three dots")
  func more() throws {
    let link = #"<p><a href="/more">Read more</a></p>"#
    #expect(try continuation(link) == nil)
    let cut = "<p>And then, in the last scene, which I will not give away, the boy and his aunt go down to the…</p>"
    #expect(try continuation(cut + link)?.address?.description == "https://harbour.example/more")
  }

  @Test("Words of a paywall behind the text tell that the rest is for subscribers; in the text they tell nothing")
  func paywall() throws {
    let wall = "<div class=wall><p>Subscribe to read the rest of this article. Already a subscriber? Sign in.</p></div>"
    #expect(try continuation(wall)?.kind == .subscribers)
    let quoted =
      "<p>They put up a sign, subscribe to read on, and nobody came, which is the whole story, more or less.</p>"
    #expect(try continuation(quoted + Self.prose) == nil)
  }
}
