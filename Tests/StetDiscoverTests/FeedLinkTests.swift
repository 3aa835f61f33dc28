import StetDiscover
import StetHTML
import StetModel
import Testing

@Suite struct FeedLinkTests {
  private func links(_ head: String) throws -> [FeedLink] {
    let document = try HTMLParser.parse(Array("<head>\(head)</head><p>text".utf8))
    return FeedLink.all(in: document, at: address("https://reel.example/reviews/"))
  }

  @Test(
    "Feeds are announced by rel=alternate with a feed's type, or by rel=feed, in any case and order",
    arguments: [
      "rel=alternate type=application/rss+xml", "rel=alternate type=application/atom+xml", "rel=feed",
      "rel=' alternate ' type=application/atom+xml", "rel='foo alternate' type=application/atom+xml",
      "rel='alternate foo' type=application/atom+xml", "rel='meat feed cake'",
      "rel=ALTERNate type=application/atom+xml",
      "rel=fEEd", "rel=alternate type='  application/atom+xml  '", "rel=alternate type=aPPliCAtion/ATom+xML",
      "rel='feed stylesheet'", "rel=alternate type='application/rss+xml; charset=utf-8'",
      "rel=alternate type=application/feed+json", "REL=alternate TYPE=application/atom+xml",
    ])
  func announced(attributes: String) throws {
    #expect(try links("<link \(attributes) href='/feed.x'>").map(\.address) == [address("https://reel.example/feed.x")])
  }

  @Test(
    "Nothing else announces one",
    arguments: [
      "rel=disabled-alternate type=application/atom+xml", "rel=alternates type=application/atom+xml",
      "rel=' alternate-like' type=application/atom+xml", "rel=alternate type=text/xml",
      "rel=alternate type=application/xml", "rel=alternate type=application/rdf+xml", "rel=alternate type=text/plain",
      "rel=foopy type=application/atom+xml", "rel=goats type=application/rss+xml",
      "rel='alternate stylesheet' type=application/rss+xml", "rel=alternate hreflang=de", "type=application/rss+xml",
    ])
  func notAnnounced(attributes: String) throws {
    #expect(try links("<link \(attributes) title='RSS and Atom' href='/x'>").isEmpty)
  }

  @Test("Addresses of other schemes, empty ones and repeats are none")
  func addresses() throws {
    let announced = try links(
      ["file://path/1.rss", "feed:http://path/1.rss", "pcast://path/1.rss", "", "/a", "/a#x"]
        .map { "<link rel=feed href='\($0)'>" }.joined())
    #expect(announced.map(\.address) == [address("https://reel.example/a")])
  }

  @Test("Links start from the base element; title and type are told")
  func details() throws {
    let announced = try links(
      "<base href='/b/'><link rel=alternate type='Application/RSS+xml' title=' The\n feed ' href='feed'>")
    #expect(announced.map(\.address) == [address("https://reel.example/b/feed")])
    #expect(announced[0].title == "The feed" && announced[0].type == "application/rss+xml")
  }

  @Test("application/json is a feed only where the address says so; WordPress announces its interface so")
  func json() throws {
    #expect(try links("<link rel=alternate type=application/json href='/wp-json/wp/v2/posts/1'>").isEmpty)
    #expect(try links("<link rel=alternate type=application/json href='/feed.json'>").count == 1)
  }

  @Test("Feeds of comments are told apart")
  func comments() throws {
    let announced = try links(
      "<link rel=feed title='Reel » Feed' href='/feed/'><link rel=feed title='Reel » Comments Feed' href='/c/'>"
        + "<link rel=feed href='/1/comments/feed/'>")
    #expect(announced.map(\.isForComments) == [false, true, true])
  }
}
