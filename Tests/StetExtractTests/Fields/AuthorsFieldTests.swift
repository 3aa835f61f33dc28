import StetExtract
import StetModel
import Testing

/// Who wrote a page, on pages of a headline, three paragraphs and what the test is about.
@Suite struct AuthorsFieldTests {
  private static let text = """
    <p>The lamp is lit at four, and nobody climbs the stairs before it burns as it should, says the keeper of the pier.</p>
    <p>Rain falls on the harbour for an hour, on the boats and on the nets, until the last of the visitors has gone home.</p>
    <p>What the film leaves out is the winter, when the ferry does not sail, and the letters lie for weeks on the mainland.</p>
    """

  private func review(_ body: String) throws -> Review {
    let address = try #require(PageAddress("https://ada.blogs.example/2012/lamps"))
    let html = "<html><head><title>The lamps – Harbour Notes</title></head><body>\(body)</body></html>"
    let page = Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 1_767_225_600))
    return try Extractor(profiles: []).extract(page).review
  }

  private func authors(_ above: String = "", behind: String = "") throws -> [String] {
    try review(
      "<article><h1>The lamps</h1>\(above)<div class=entry-content>\(Self.text)</div>\(behind)</article>"
    ).authors.map(\.name)
  }

  @Test("A column that holds the only headline and the text is the page's own, though it is called one beside it")
  func column() throws {
    let review = try review(
      """
      <div id=content><div id=leftColumn><div class=item><h1>The lamps</h1><p><em>by Ada Example</em></p>\(Self.text)
      <p class=tags>Tags: <a href="/tag/fog" rel=tag>Fog</a>, <a href="/tag/salt" rel=tag>Salt</a></p></div></div>
      <div id=rightColumn><h3>Latest</h3><ul><li><a href="/b">The boats are in</a></li><li><a href="/c">Nets</a></li></ul>
      </div></div>
      """)
    #expect(review.authors.map(\.name) == ["Ada Example"])
    #expect(review.tags.map(\.name) == ["Fog", "Salt"])
  }

  @Test(
    "A column beside the text, and what lies over it, stay clutter though they hold the only h1",
    arguments: ["sidebar", "newsletter modal"])
  func otherColumn(name: String) throws {
    let about = String(
      repeating: "<p>Notes of walks along the coast, in all weathers, by somebody who likes them.</p>", count: 7)
    let review = try review(
      """
      <div class="\(name)"><h1>Harbour Notes Of A Walker</h1>\(about)</div>
      <div class=post><h2>The lamps</h2>\(Self.text)\(Self.text.replacing("the", with: "a"))</div>
      """)
    #expect(!review.bodyText.contains("in all weathers"))
  }

  @Test("Values in the classes of a utility framework are no names of what they stand on")
  func bracketedValues() throws {
    #expect(
      try authors(
        #"""
        <div class="max-w-[--content-width] lg:mr-[--sidebar-width]"><a href="/authors/ada-example">Ada Example</a></div>
        """#) == ["Ada Example"])
  }

  @Test("A login with a number stands in the box about its owner, behind the text")
  func loginInBox() throws {
    let review = try review(
      """
      <article><h1>The lamps</h1><div class=entry-content>\(Self.text)</div>
      <div class=authorInfo><div class=author-name>ada1984</div>
      <div class=authorDesc>Walks along every pier of the coast, and writes down what she sees there.</div></div></article>
      """)
    #expect(review.authors.map(\.name) == ["ada1984"])
    #expect(review.authors.first?.bio?.hasPrefix("Walks along") == true)
  }

  @Test("A name over a text that begins with it is the author's; of two such names none is")
  func cards() throws {
    let bo =
      "<h3>Bo Sample</h3><p>Bo Sample is a carpenter, who repaired the lamp and the stairs of the pier in May.</p>"
    let ada =
      "<img src=ada.jpg alt=''><h3>Ada Example</h3><p>Ada Example is a writer, who lives near the pier and has walked it every day.</p>"
    #expect(try authors(behind: ada) == ["Ada Example"])
    #expect(try authors(behind: ada + bo) == [])
    #expect(try authors(behind: ada.replacing(" is a writer", with: " was a writer")) == [])
  }

  @Test("Whoever checked the text is not its author, though both have a page")
  func checker() throws {
    #expect(
      try authors(
        """
        <div>By <a href="/author/12/">Ada Example</a> – 3 May 2012 | Fact-checked by <a href="/author/7/">Bo Sample</a></div>
        """) == ["Ada Example"])
  }

  @Test(
    "A name in the first nodes of a page, and a headline below a hundred others, do no harm",
    arguments: [
      String(repeating: "It is a long and quiet film about a lamp, a pier and the sea. ", count: 12)
        + "<br>Ada Example<br>Ada Example is a writer, who lives near the pier and has walked it every single day.",
      "<h1>" + String(repeating: "<b>", count: 700) + "The lamps of the pier" + String(repeating: "</b>", count: 700)
        + "</h1>"
        + text,
    ])
  func smallAndDeep(body: String) throws {
    #expect(try review(body).title != nil)
  }

  @Test("Who stands behind words of another block, or takes no credit, is not taken for somebody else")
  func otherCredits() throws {
    #expect(
      try authors(
        """
        <figure><figcaption>The pier | Photo: Bo Sample</figcaption></figure>
        <p><a rel=author href="/author/12/">Ada Example</a></p>
        """) == ["Ada Example"])
    #expect(
      try authors(
        """
        <div><span>By <a href="/author/12/">Ada Example</a></span>
        <span>Medically reviewed by <a href="/author/7/">Bo Tester</a></span></div>
        """) == ["Ada Example"])
  }

  @Test("A surname behind a link to the first name stays")
  func linkedFirstName() throws {
    #expect(try authors("<p class=byline>By <a rel=author href=/author/ada/>Ada</a> Example</p>") == ["Ada Example"])
  }

  @Test("A link that says rel=author names the author with all its words")
  func shortLink() throws {
    #expect(
      try authors(
        #"""
        <div class=entry-meta>Am 3. Mai 2012 von <span class=author><a rel=author href="/author/ada/">Ada</a></span> In Kino</div>
        """#) == ["Ada"])
  }

  @Test("The label of a link to a profile is nobody", arguments: ["名片", "Profil", "プロフィール"])
  func profileLabel(label: String) throws {
    #expect(try authors(#"<ul><li id=link-profile><a href="/blog/profile/ada">\#(label)</a></li></ul>"#) == [])
  }

  @Test("An element called author that links to a user's profile holds a name, of one word too")
  func profileLink() throws {
    #expect(
      try authors(behind: #"<p><span class=author><a href="/user,profile,30,ada.html">Ada</a></span></p>"#) == ["Ada"])
  }

  @Test("Tags that a house of blogs keeps for all of them are the page's; those of another site are not")
  func houseTags() throws {
    func tags(_ host: String) throws -> [String] {
      try review(
        """
        <article><h1>The lamps</h1><div class=entry-content>\(Self.text)
        <p class=tags>Tags: <a rel=tag href="http://\(host)/tag/fog">Fog</a>, <a rel=tag href="http://\(host)/tag/salt">Salt</a></p>
        </div></article>
        """
      ).tags.map(\.name)
    }
    #expect(try tags("en.blogs.example") == ["Fog", "Salt"])
    #expect(try tags("other.example") == [])
  }

  @Test("A day beside the text counts with its label; not where the page prints another")
  func besideTheText() throws {
    func published(_ line: String) throws -> String? {
      try review(
        """
        <div class=post-sidebar><h4>Published</h4><div class=post-date>July 8, 2012</div></div>
        <article><h1>The lamps</h1>\(line)<div class=entry-content>\(Self.text)</div></article>
        """
      ).published
    }
    #expect(try published("") == "2012-07-08")
    #expect(try published("<p class=date>3 January 2012</p>") == "2012-01-03")
  }

  @Test(
    "The last line of a text signs it with a name and what its bearer is, or for whom it is signed",
    arguments: [
      ("<p>Ada Maria Example, film critic</p>", ["Ada Maria Example"]), ("<p>Granary Theatre, Hull</p>", []),
      (#"<p style="text-align: right"><em>For the parish: Ada Example</em></p>"#, ["Ada Example"]),
      ("<p>Open all year, daily</p>", []), ("<p>Sort By</p>", []), ("<p>Harbour Street, 12 Hull</p>", []),
    ])
  func lastLine(line: String, names: [String]) throws {
    let body = "<article><h1>The lamps</h1><div class=entry-content>\(Self.text)\(line)</div></article>"
    #expect(try review(body).authors.map(\.name) == names)
  }

  @Test("A label in an element of its own is no part of the name that is linked behind it")
  func label() throws {
    let byline =
      #"<ul><li class="byline__author"><span>Tekst</span> <a href="/auteur/ada" rel="author">Ada Example</a></li></ul>"#
    #expect(try authors(byline) == ["Ada Example"])
  }

  @Test("Who is said to have reviewed a thing wrote the page, not who made the thing")
  func reviewed() throws {
    #expect(try authors("<center>by Bo Maker<br>Reviewed by Ada Example, August 23, 1998</center>") == ["Ada Example"])
    // An expert who checked a text did not write it.
    #expect(try authors("<p>By Bo Sample</p><p>Reviewed by Ada Example, RD</p>") == ["Bo Sample"])
  }

  @Test("An editorial team that signs is named, in any of many languages")
  func team() throws {
    #expect(try authors(#"<div><span class="s-author">Редакція</span></div>"#) == ["Редакція"])
  }

  @Test("A login that only an address of mail shows is no author")
  func mail() throws {
    let meta = #"<meta name="dcterms.creator" content="jexample">"#
    let contact = #"<p>Contact: <a href="mailto:jexample@example.org">jexample@example.org</a></p>"#
    #expect(try authors(meta, behind: contact) == [])
  }

  @Test("A name beside its portrait counts close over the headline, too")
  func portrait() throws {
    let above = #"<ul><li><img src="/a.jpg" alt="Writer: Ada Example"><span>Ada Example</span></li></ul>"#
    let body = "<article>\(above)<h1>The lamps</h1><div class=entry-content>\(Self.text)</div></article>"
    #expect(try review(body).authors.map(\.name) == ["Ada Example"])
  }
}
