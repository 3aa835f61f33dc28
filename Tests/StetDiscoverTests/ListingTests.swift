import StetDiscover
import StetHTML
import StetModel
import Testing

@Suite struct ListingTests {
  private func listing(_ body: String, at place: String = "https://reel.example/reviews/", selector: String? = nil)
    throws
    -> Listing
  {
    let document = try HTMLParser.parse(
      Array("<!DOCTYPE html><html><head><title>Reviews</title></head><body>\(body)".utf8))
    return Listing.read(document, at: address(place), selector: try selector.map { try ListingSelector($0) })
  }

  private func paths(_ listing: Listing) -> [String] { listing.entries.map(\.address.path) }

  private func next(_ body: String, at place: String = "https://reel.example/reviews/") throws -> String? {
    try listing(body, at: place).next?.description
  }

  private let menu = """
    <nav><ul><li><a href="/films-and-television/">Films and Television</a></li><li><a href="/books-and-comics/">Books and
    Comics</a></li><li><a href="/music-and-concerts/">Music and Concerts</a></li><li><a href="/games/">Games</a></li></ul></nav>
    """

  @Test("Cards with a headline each: the articles with title and date, not menu, tags, comments or sidebar")
  func cards() throws {
    let cards = (1...4).map { number in
      """
      <article class="post-\(number) post"><a href="/2012/11/long-night-\(number)/"><img src="/\(number).jpg"></a>
      <h2><a href="/2012/11/long-night-\(number)/">The Long Night, Part \(number)</a></h2>
      <time datetime="2012-11-1\(number)">1\(number) November 2012</time><a href="/category/films/">Films</a>
      <p>It is long, it is dark, and whoever has seen the first will want to see this one as well, rain or shine.
      <a href="/2012/11/long-night-\(number)/">Read more</a></p><a href="/tag/night/">night</a>
      <a href="/2012/11/long-night-\(number)/#comments">\(number) comments</a></article>
      """
    }
    let side = (1...6).map { "<li><a href='/2011/05/popular-thing-\($0)/'>A Popular Thing of Last Year \($0)</a></li>" }
    let listing = try listing(
      "\(menu)<main>\(cards.joined())</main><div class='sidebar'><h3>Most read</h3><ul>\(side.joined())</ul></div>")
    #expect(paths(listing) == (1...4).map { "/2012/11/long-night-\($0)/" })
    #expect(listing.entries[0].title == "The Long Night, Part 1" && listing.entries[0].source == .listing)
    #expect(listing.entries[0].published?.description == "2012-11-11T00:00:00Z" && listing.next == nil)
  }

  @Test("Cards that are one link around everything")
  func linkedCards() throws {
    let cards = (1...5).map { number in
      """
      <a class="card" href="/reviews/film-number-\(number)"><img src="\(number).jpg"><h3>A Film Called \(number)</h3>
      <p>Nobody knew what it was about until the last reel, and then it was too late to ask anybody at all.</p></a>
      """
    }
    let listing = try listing("\(menu)<div class=grid>\(cards.joined())</div>")
    #expect(paths(listing) == (1...5).map { "/reviews/film-number-\($0)" })
    #expect(listing.entries[0].title == "A Film Called 1")
  }

  @Test("A plain list of headlines with dates, as sites of 2003 have it")
  func plainList() throws {
    let rows = (1...6).map {
      "<tr><td>\($0). 11. 2003</td><td><a href='review\($0)000.html'>A Review of Something Long \($0)</a></td></tr>"
    }
    let listing = try listing("<table>\(rows.joined())</table>")
    #expect(paths(listing) == (1...6).map { "/reviews/review\($0)000.html" })
  }

  @Test("The first article may have a place of its own beside the list")
  func hero() throws {
    func card(_ number: Int, _ kind: String) -> String {
      "<div class='\(kind)'><h2><a href='/the-night-of-\(number)'>The Night of Number \(number)</a></h2><p>Text.</p></div>"
    }
    let listing = try listing(
      "<main><section>\(card(1, "hero"))\(card(2, "hero"))\(card(3, "hero"))</section><section>"
        + (4...9).map { card($0, "teaser") }.joined() + "</section></main>")
    #expect(paths(listing) == (1...9).map { "/the-night-of-\($0)" })
  }

  @Test("Authors in the cards are no articles, a link without text has its label, and hosts below the own one count")
  func details() throws {
    let cards = (1...4).map { number in
      """
      <div class="card"><h2><a href="https://film.reel.example/the-\(number)-th-night" aria-label="The Night of Number
      \(number)"></a></h2><p>It is long, and it is dark, and whoever has seen the first will want to see this, too.</p>
      <div><a href="/people-we-know/ada-of-\(number)-houses">Ada Number \(number) Example</a></div></div>
      """
    }
    let listing = try listing("<main>\(cards.joined())</main>", at: "https://www.reel.example/reviews/")
    #expect(listing.entries.map(\.address) == (1...4).map { address("https://film.reel.example/the-\($0)-th-night") })
    #expect(listing.entries[0].title == "The Night of Number 1")
  }

  @Test("What holds the articles is no sidebar, though its name says so and the menus have more text")
  func wrapper() throws {
    let cards = (1...3).map {
      "<article><h2><a href='/the-\($0)-th-night'>The Night of Number \($0)</a></h2><time datetime=2012-11-17></time></article>"
    }
    let menus = String(repeating: "<nav><a href=/a>A menu that goes on and on</a></nav>", count: 60)
    let listing = try listing("\(menus)<div class='content-sidebar-wrap'>\(cards.joined())</div>")
    #expect(paths(listing) == (1...3).map { "/the-\($0)-th-night" })
  }

  @Test(
    "A page without repeated cards lists nothing",
    arguments: [
      "<h1>The Long Night</h1><p>It is long.</p><p><a href='/another-long-night'>Another Long Night</a></p>",
      "<nav><a href='/films-and-books'>Films and Books</a><a href='/all-the-news'>All the News</a><a href='/who-we-are'>Who</a></nav>",
      "<p><a href='/a'>a</a> <a href='/b'>b</a> <a href='/c'>c</a> <a href='/d'>d</a></p>",
      "<p><a href='https://x.example/one-two-three'>One Two Three Four</a><a href='https://y.example/one-two-three'>One Two Three Four</a></p>",
    ])
  func none(body: String) throws { #expect(try paths(listing(body)).isEmpty) }

  @Test("A selector selects the links, or what they stand in, and may select other hosts")
  func selector() throws {
    let body = """
      <div class=item><time datetime=2012-11-17></time><a href=/1>One</a><a href=/x>x</a></div><div class=item>none</div>
      <div class=item><a href=https://other.example/2>Two</a></div><div class=item><a href=/1#again>One</a></div>
      """
    let cards = try listing(body, selector: ".item")
    #expect(cards.entries.map(\.address) == [address("https://reel.example/1"), address("https://other.example/2")])
    #expect(cards.entries[0].title == "One" && cards.entries[0].published?.description == "2012-11-17T00:00:00Z")
    #expect(try listing(body, selector: ".item a").entries.count == 3)
  }

  @Test(
    "The next page is found by rel=next, by words, and by number",
    arguments: [
      ("<link rel=next href='/reviews/page/2/'>", "/reviews/page/2/"),
      ("<a rel='next' href='/reviews/?p=2'>x</a>", "/reviews/?p=2"),
      ("<div class=nav-links><a href='/reviews/page/2/'>Older posts</a></div>", "/reviews/page/2/"),
      ("<a href='/reviews/page/2/'>Ältere Beiträge »</a>", "/reviews/page/2/"),
      (
        "<a class='blog-pager-older-link' href='/search?updated-max=2012-11-17'>Older Posts</a>",
        "/search?updated-max=2012-11-17"
      ),
      ("<div class=pagination><span>1</span><a href='?page=2'>2</a><a href='?page=3'>3</a></div>", "/reviews/?page=2"),
      ("<ul class=pager><li><a href='/reviews?start=20'>Next</a></li></ul>", "/reviews?start=20"),
      ("<a href='/reviews/2'>→</a>", "/reviews/2"),
    ])
  func nextPage(body: String, path: String) throws { #expect(try next(body) == "https://reel.example\(path)") }

  @Test(
    "What only looks like a next page is none",
    arguments: [
      "<a href='/reviews/page/3/'>3</a>", "<a href='/next-week'>Next</a>", "<a href='/reviews/'>Older posts</a>",
      "<a href='https://other.example/reviews/page/2/'>Next</a>",
      "<a rel=next href='/2012/11/the-long-night/'>Next</a>",
      "<a href='/films/page/2/'>2</a>", "<a href='/2012/'>2012</a>", "<a href='/reviews/page/0/'>«</a>",
    ])
  func noNextPage(body: String) throws { #expect(try next(body) == nil) }

  @Test("On the second page the third is next, and on the last none")
  func laterPages() throws {
    let pager =
      "<div class=pages><a href='/reviews/'>1</a><a href='/reviews/page/2/'>2</a><a href='/reviews/page/3/'>3</a></div>"
    #expect(try next(pager, at: "https://reel.example/reviews/page/2/") == "https://reel.example/reviews/page/3/")
    #expect(try next(pager, at: "https://reel.example/reviews/page/3/") == nil)
    let bySuffix = "<a href='/list-3.html'>3</a>"
    #expect(try next(bySuffix, at: "https://reel.example/list-2.html") == nil, "a number alone may be an article's")
    #expect(try next("<a href='/list-page3.html'>3</a>", at: "https://reel.example/list-page2.html") == nil)
    #expect(
      try next("<a href='/page3.html'>3</a>", at: "https://reel.example/page2.html")
        == "https://reel.example/page3.html")
  }
}
