import StetDiscover
import StetHTML
import StetModel
import Testing

@Suite struct SourceWalkTests {
  private let now = Timestamp(secondsSince1970: 1_353_190_000)  // 2012-11-17T22:06:40Z

  private func page(_ place: String, _ text: String) -> Page {
    Page(requested: address(place), final: address(place), body: Array(text.utf8), received: now)
  }

  private func walk(_ steps: [SourceStep], since: Timestamp? = nil, limits: SourceLimits = SourceLimits()) -> SourceWalk
  {
    SourceWalk(steps, since: since, now: now, limits: limits)
  }

  /// Follows a walk through a web of documents; what was fetched, and what was found.
  private func follow(_ walk: inout SourceWalk, _ web: [String: String], known: Set<String> = []) -> (
    fetched: [String], found: [String]
  ) {
    var fetched: [String] = []
    var found: [String] = []
    while let step = walk.next(), fetched.count < 200 {
      fetched.append(step.address.path)
      guard let text = web[step.address.path] else { continue }
      let entries = try? walk.read(page(step.address.description, text), for: step) { known.contains($0.path) }
      found += (entries ?? []).map(\.address.path)
    }
    return (fetched, found)
  }

  private func rss(_ paths: [String], next: String? = nil) -> String {
    "<rss xmlns:a='http://www.w3.org/2005/Atom'><channel>" + (next.map { "<a:link rel='next' href='\($0)'/>" } ?? "")
      + paths.map { "<item><link>\($0)</link></item>" }.joined() + "</channel></rss>"
  }

  @Test("From the front page to its feeds: not to those of comments, and to one of several formats")
  func frontPage() {
    var walk = walk([SourceStep(.frontPage, address("https://reel.example/"))])
    let seen = follow(
      &walk,
      [
        "/": """
        <link rel=alternate type=application/rss+xml title="Reel RSS" href=/rss>
        <link rel=alternate type=application/atom+xml title="Reel Atom 1.0" href=/atom>
        <link rel=alternate type=application/rss+xml title="Reel Comments" href=/comments>
        <link rel=alternate type=application/rss+xml title="Reel: Film" href=/film><p>text
        """, "/rss": rss(["/1"]), "/film": rss(["/2"]),
      ])
    #expect(seen.fetched == ["/", "/rss", "/film"] && seen.found == ["/1", "/2"] && walk.notes.isEmpty)
  }

  @Test("A front page without a feed is a note")
  func noFeed() {
    var walk = walk([SourceStep(.frontPage, address("https://reel.example/"))])
    #expect(follow(&walk, ["/": "<p>text"]).fetched == ["/"])
    #expect(walk.notes == ["the page https://reel.example/ announces no feed"])
  }

  @Test("A feed is followed to older entries while there is something new, and never in circles")
  func pages() {
    let web = [
      "/feed": rss(["/3", "/4"], next: "/feed/2"), "/feed/2": rss(["/2"], next: "/feed/3"),
      "/feed/3": rss(["/1"], next: "/feed"),
    ]
    var all = walk([SourceStep(.feed, address("https://reel.example/feed"))])
    #expect(follow(&all, web).fetched == ["/feed", "/feed/2", "/feed/3"])
    var some = walk([SourceStep(.feed, address("https://reel.example/feed"))])
    #expect(follow(&some, web, known: ["/4", "/2", "/1"]).fetched == ["/feed", "/feed/2"])
    var limits = SourceLimits()
    limits.pages = 2
    var few = walk([SourceStep(.feed, address("https://reel.example/feed"))], limits: limits)
    #expect(follow(&few, web).fetched == ["/feed", "/feed/2"] && few.notes.count == 1)
  }

  @Test("Indexes lead to sitemaps, each once, not too deep, and not to those that did not change")
  func sitemaps() throws {
    func index(_ paths: [String], _ day: String = "2012-11-17T12:00:00Z") -> String {
      "<sitemapindex>"
        + paths.map { "<sitemap><loc>\($0)</loc><lastmod>\(day)</lastmod></sitemap>" }.joined() + "</sitemapindex>"
    }
    let pages = "<urlset><url><loc>/1</loc></url><url><loc>https://other.example/2</loc></url></urlset>"
    let start = SourceStep(.sitemap, address("https://reel.example/sitemap.xml"))
    let web = ["/sitemap.xml": index(["/a.xml", "/a.xml", "/sitemap.xml"]), "/a.xml": pages]
    var twice = walk([start, start])
    let seen = follow(&twice, web)
    #expect(seen.fetched == ["/sitemap.xml", "/a.xml"] && seen.found == ["/1"] && twice.notes.count == 1)

    var unchanged = walk([start], since: Timestamp("2012-11-17T13:00:00Z"))
    #expect(follow(&unchanged, web).fetched == ["/sitemap.xml"])
    var changed = walk([start], since: Timestamp("2012-11-17T11:00:00Z"))
    #expect(follow(&changed, web).fetched == ["/sitemap.xml", "/a.xml"])

    var deep = walk([start])
    let tower = Dictionary(
      uniqueKeysWithValues: (0...9).map { ($0 == 0 ? "/sitemap.xml" : "/\($0).xml", index(["/\($0 + 1).xml"])) })
    #expect(follow(&deep, tower).fetched == ["/sitemap.xml", "/1.xml", "/2.xml", "/3.xml"] && deep.notes.count == 1)
  }

  @Test("Listings are followed to the next page, and one without articles is a note")
  func listings() {
    func list(_ numbers: ClosedRange<Int>, next: String) -> String {
      numbers.map { number in
        "<article><h2><a href='/the-\(number)-th-night'>The Night Number \(number)</a></h2><p>It is long.</p></article>"
      }.joined() + next
    }
    let web = [
      "/reviews/": list(11...15, next: "<a rel=next href='/reviews/page/2/'>Older</a>"),
      "/reviews/page/2/": list(1...5, next: ""),
    ]
    var walk = walk([
      SourceStep(.listing, address("https://reel.example/reviews/")),
      SourceStep(.listing, address("https://reel.example/x")),
    ])
    let seen = follow(&walk, web.merging(["/x": "<p>Nothing"]) { first, _ in first })
    #expect(seen.fetched == ["/reviews/", "/x", "/reviews/page/2/"] && seen.found.count == 10)
    #expect(walk.notes == ["the listing https://reel.example/x lists nothing that looks like articles"])
  }

  @Test("A limit of documents ends the walk and is said")
  func documents() {
    var limits = SourceLimits()
    limits.documents = 2
    var walk = walk((1...5).map { SourceStep(.feed, address("https://reel.example/\($0)")) }, limits: limits)
    #expect(follow(&walk, [:]).fetched == ["/1", "/2"])
    #expect(walk.notes == ["3 feeds, sitemaps and listings were left: 2 were read"] && walk.next() == nil)
  }

  @Test("What is not what was expected is an error, and the walk goes on")
  func errors() throws {
    var walk = walk([
      SourceStep(.feed, address("https://reel.example/1")), SourceStep(.listing, address("https://reel.example/2")),
    ])
    let first = walk.next()
    let feed = try #require(first)
    #expect {
      _ = try walk.read(page("https://reel.example/1", "no feed"), for: feed) { _ in false }
    } throws: { ($0 as? DiscoveryError)?.code == .notAFeed }
    let second = walk.next()
    let listing = try #require(second)
    #expect {
      _ = try walk.read(page("https://reel.example/2", ""), for: listing) { _ in false }
    } throws: { ($0 as? DiscoveryError)?.code == .notAPage }
    #expect(walk.next() == nil)
  }
}
