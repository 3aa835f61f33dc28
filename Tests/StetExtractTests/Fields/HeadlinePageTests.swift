import StetExtract
import StetModel
import Testing

@Suite struct HeadlinePageTests {
  @Test(
    "What stands before the headline in an element of its own, a kicker, a label or a date, is no part of it",
    arguments: [
      #"<span class="article__kicker">On the stage</span> The quiet film returns"#,
      #"<span class="card-label">News</span><span class="headline">The quiet film returns</span>"#,
      #"<a href="/a"><span class="topline"><span class="date">3 May 2012</span></span>The quiet film returns</a>"#,
      #"<time datetime="2012-05-03">3 May 2012</time> The quiet film returns"#,
      #"<small>Cinema</small> <span class="date">3 May</span> The quiet film returns"#,
      #"The quiet film returns <button>Copy link</button>"#,
    ])
  func kicker(heading: String) throws {
    #expect(try review(heading, title: "The quiet film returns").title == "The quiet film returns")
  }

  @Test(
    "What a colon or a dash joins to the headline belongs to it",
    arguments: [
      (#"<span class="kicker">Harbour town:</span> The quiet film returns"#, "Harbour town: The quiet film returns"),
      (#"<span class="kicker">Harbour town</span> – The quiet film returns"#, "Harbour town – The quiet film returns"),
      (#"<span class="kicker">Harbour town –</span> The quiet film returns"#, "Harbour town – The quiet film returns"),
    ])
  func joined(heading: String, title: String) throws {
    #expect(try review(heading, title: title).title == title)
  }

  @Test(
    "Where only those who hear the page get the colon or the dash, what stands before it is set apart, whatever it is called",
    arguments: [
      #"<span class="a1">Harbour town</span><span class="visually-hidden">: </span><span>The quiet film returns</span>"#,
      #"<span>Harbour town</span> <i class="h-offscreen"> – </i> <b>The quiet film returns</b>"#,
      #"<a href="/a"><span class="kicker">Harbour town<span class="invisible">: </span></span>The quiet film returns</a>"#,
    ])
  func heard(heading: String) throws {
    #expect(try review(heading, title: "Harbour town: The quiet film returns").title == "The quiet film returns")
  }

  @Test(
    "Small print, a date or a tagline behind the headline, in an element of its own, is no part of it",
    arguments: [
      #"The quiet film returns <small>3 May 2012, Cinema</small>"#,
      #"<a href="/a">The quiet film returns<br><time datetime="2012-05-03">3 May 2012</time></a>"#,
      #"The quiet film returns<span class="pdp-header_Header__tagline__x7">A story about a harbour</span>"#,
    ])
  func tail(heading: String) throws {
    let title = try review(heading, title: "The quiet film returns").title
    #expect(title == "The quiet film returns")
  }

  @Test(
    "What the page's own title has too, or a mark joins to the headline, belongs to it even in small print",
    arguments: [
      (#"The quiet film <small>returns home</small>"#, "The quiet film returns home"),
      (#"The quiet film: <small>a return</small>"#, "The quiet film: a return"),
      (#"The quiet film <small>(1988)</small>"#, "The quiet film (1988)"),
      (#"The quiet film – <small>a return</small>"#, "The quiet film – a return"),
      ("The quiet film&nbsp;—&nbsp;<small>a return</small>", "The quiet film — a return"),
      (#"The quiet film - <small>a return</small>"#, "The quiet film - a return"),
    ])
  func smallHeadline(heading: String, title: String) throws {
    let found = try review(heading, title: title).title
    #expect(found == title)
  }

  @Test(
    "A headline that is printed more than once, for several screens or for those who hear the page, is read once",
    arguments: [
      "<span class=wide>The quiet<br>film returns</span><span class=narrow>The quiet film returns</span>",
      "<span class=a><b>The</b><b>quiet</b><b>film returns</b></span><span class=b>The quiet film returns</span>",
      #"The quiet film returns <span class="sr-only">The quiet film returns</span>"#,
      """
      <span aria-hidden=true><b>The quiet </b><b>film</b><b>returns</b><i>The quiet film</i><br><i>returns</i></span>
      <span class=heard>The quiet film returns</span>
      """,
    ])
  func printedTwice(heading: String) throws {
    #expect(try review(heading, title: "The quiet film returns").title == "The quiet film returns")
  }

  @Test("A name that says one word twice is no headline printed twice")
  func doubledWord() throws {
    #expect(try review("<b>Bora</b> <b>Bora</b>", title: "Bora Bora").title == "Bora Bora")
  }

  @Test("A headline gives up the site's name at its end where the page's metadata is without it")
  func siteInHeading() throws {
    let site = #"<meta property="og:site_name" content="Reel Harbour">"#
    let found = try review("The quiet film returns – Reel Harbour" + site, title: "The quiet film returns").title
    #expect(found == "The quiet film returns")
    let other = try review("The quiet film returns – Night Train" + site, title: "The quiet film returns").title
    #expect(other == "The quiet film returns – Night Train")
  }

  @Test("Of a headline that shows a character reference and one that has it resolved, the latter is taken")
  func referenceInHeading() throws {
    let claim = #"<meta property="og:title" content="Salt &amp;#038; Roads return">"#
    #expect(try review("Salt &amp;#038; Roads return" + claim, title: "Salt and roads").title == "Salt & Roads return")
  }

  @Test("A bar drawn from box characters sets the site's name apart, too")
  func drawnBar() throws {
    let site = #"<meta property="og:site_name" content="Reel Harbour">"#
    let title = "The quiet film returns │ Reel Harbour"
    #expect(try review(site + "Reel Harbour", title: title).title == "The quiet film returns")
  }

  @Test(
    "A headline that is marked up in parts is read whole",
    arguments: [
      #"The <em>quiet</em> film returns"#, #"<span class="first-line">The quiet film</span> returns"#,
      #"<span class="date">The quiet film returns</span>"#, #"<i class="label"></i>The quiet film returns"#,
    ])
  func whole(heading: String) throws {
    #expect(try review(heading, title: "The quiet film returns").title == "The quiet film returns")
  }

  @Test(
    "A name beside its own portrait, or beside the sign of a person, between headline and text is the author's",
    arguments: [
      #"<p><img src="a.jpg" alt="Ada Example"> Ada Example</p>"#,
      #"<p><a title="Ada Example"><img src="a.jpg" alt="Portrait of Ada Example"><span>Ada Example</span></a></p>"#,
      #"<ul><li><i class="bi bi-person"></i> Ada Example</li><li><i class="bi bi-clock"></i> 3 May 2012</li></ul>"#,
      #"<p>Ada Example | Senior Writer | 3 May 2012</p>"#,
    ])
  func author(line: String) throws {
    #expect(try review("The quiet film returns", line).authors.map(\.name) == ["Ada Example"])
  }

  @Test(
    "Portraits of several people, and of nobody who is named, name no author",
    arguments: [
      #"<p><img src="a.jpg" alt="Ada Example"> Ada Example</p><p><img src="b.jpg" alt="Bo Sample"> Bo Sample</p>"#,
      #"<p><img src="a.jpg" alt="The harbour"> Ada Example</p>"#,
      #"<p><i class="bi bi-clock"></i> Ada Example</p>"#,
      #"<p>The Harbour | A Town | 3 May 2012</p>"#,
    ])
  func noAuthor(line: String) throws {
    #expect(try review("The quiet film returns", line).authors.isEmpty)
  }

  @Test("A headline that ends in dots, or where a quotation cut its attribute off, gives way to the whole one")
  func cut() throws {
    let whole = "The quiet film that came back to the harbour"
    let dots = #"<meta property="og:title" content="The quiet film that came back ...">"#
    #expect(try review("Cinema" + dots, title: whole).title == whole)
    let quote = #"<meta property="og:title" content="They call the film "quiet"">"#
    #expect(try review("Cinema" + quote, title: #"They call the film "quiet""#).title == #"They call the film "quiet""#)
  }

  @Test("A film may be called like a front page", arguments: ["Home", "Start", "Accueil"])
  func calledHome(name: String) throws {
    #expect(try review(name, title: "\(name) | Reel Harbour").title == name)
  }

  @Test("A front page's name in the metadata alone is no headline")
  func frontPageName() throws {
    let claim =
      #"<title>Home - The Quiet Harbour</title><meta property="og:title" content="Home"><script "#
      + #"type="application/ld+json">{"@type":"Article","headline":"Home","url":"https://example.org/"}</script>"#
    let text = "A paragraph, which is long enough, and has commas enough, to be taken for a piece of running text. "
    let html = "<html><head>\(claim)</head><body><article><p>\(text)\(text)</p><p>\(text)</p></article></body></html>"
    let page = try page(of: html, at: "https://example.org/")
    let title = try Extractor(profiles: []).extract(page).review.title
    #expect(title == "The Quiet Harbour")
  }

  @Test("A dash joins small print to the headline, whatever else the page is called")
  func joinedSmallPrint() throws {
    for dash in ["–", "—", "-"] {
      let found = try review("Night Train \(dash) <small>A love story</small>", title: "Night Train | Reel Harbour")
        .title
      #expect(found == "Night Train \(dash) A love story")
    }
  }

  @Test("Who is credited by full name outranks logins and the site beside it")
  func credited() throws {
    let lines = #"<p>Posted by <a rel="author" href="/user/3">harbour</a></p><p>A column by Ada Example</p>"#
    #expect(try review("The quiet film returns", lines).authors.map(\.name) == ["Ada Example"])
  }

  @Test(
    "A line that was posted by a login on a day, and one in which somebody writes, name the author",
    arguments: [
      ("<p class=date><small>Posted by spool on March 4th, 2008</small></p>", "spool"),
      ("<p>Γράφει: Άντα Παράδειγμα</p>", "Άντα Παράδειγμα"), ("<p>Беседовал Иван Примеров</p>", "Иван Примеров"),
    ])
  func postedBy(line: String, name: String) throws {
    #expect(try review("The quiet film returns", line).authors.map(\.name) == [name])
  }

  @Test("A day in a card that leads to another page gives way to a short line with the page's own")
  func cards() throws {
    let card = #"<article class="teaser"><h4><a href="/b">The other film</a></h4><time>3 May 2019</time></article>"#
    let html = """
      <html><head><title>The quiet film returns</title></head><body><div class="story"><h1>The quiet film returns</h1>
      <p>A paragraph, which is long enough, and has commas enough, to be taken for a piece of running text, or two.</p>
      <p>A paragraph, which is long enough, and has commas enough, to be taken for a piece of running text again.</p>
      <div class="foot"><div>15.2.2019 <span class="name">Ada Example</span></div></div></div>
      <div class="rail">\(card)\(card)</div></body></html>
      """
    #expect(
      try Extractor(profiles: []).extract(try page(of: html, at: "https://example.org/a")).review.published
        == "2019-02-15")
  }

  @Test("A byline within a sentence leaves the sentence in the text")
  func inSentence() throws {
    let opening = "Two films came back to the harbour this year, and both of them, as it happens, are silent ones."
    let line = "For those who missed it in May we print once more, with thanks, the review by Ada Example."
    let author = #"<meta name="author" content="Ada Example">"#
    let page = try review("The quiet film returns" + author, opening: "\(opening)</p><p>\(line)</p><p>")
    #expect(page.authors.map(\.name) == ["Ada Example"])
    #expect(page.bodyText.contains(line))
  }

  private static let firstName = #"<p class="byline">By <a rel="author" href="/author/ada">Ada</a></p>"#
  private static let wholeName =
    #"<div class="author-bio"><p>Ada Example writes about films and lives beside a harbour with two dogs.</p></div>"#

  @Test("A first name alone is completed by the box about its owner")
  func completed() throws {
    let review = try review("The quiet film returns", Self.firstName, behind: Self.wholeName)
    #expect(review.authors.map(\.name) == ["Ada Example"])
    let other =
      #"<div class="author-bio"><p>Ada lives beside a harbour with two dogs and writes about films.</p></div>"#
    #expect(try self.review("The quiet film returns", Self.firstName, behind: other).authors.map(\.name) == ["Ada"])
    let label =
      #"<div class="author-bio"><p><b>Ada</b> Film critic since 2004, she writes about films and lives in Hull.</p></div>"#
    let dash =
      #"<div class="author-bio"><p>Ada Example – film critic, who lives beside a harbour with two dogs.</p></div>"#
    #expect(
      try self.review("The quiet film returns", Self.firstName, behind: dash).authors.map(\.name) == ["Ada Example"])
    #expect(try self.review("The quiet film returns", Self.firstName, behind: label).authors.map(\.name) == ["Ada"])
  }

  @Test("Where a box completes a name, the record says that it stood there")
  func completedProvenance() throws {
    let page = try page("The quiet film returns", Self.firstName, behind: Self.wholeName)
    let found = try Extractor(profiles: []).extract(page, explaining: true)
    let provenance = try #require(found.provenance.first { $0.field == "authors" })
    #expect(provenance.provenance.at.contains("author-bio"))
    let explanation = try #require(found.explanations.first { $0.field == "authors" })
    #expect(explanation.losers.contains { $0.value == "Ada" })
    let profile = try SiteProfile.read(
      yaml: "hosts: [example.org]\nfields: { authors: \".byline a\" }", path: "a.yaml")
    #expect(try Extractor(profiles: [profile]).extract(page).review.authors.map(\.name) == ["Ada"])
  }

  @Test(
    "The day with which the text itself opens is that of publication",
    arguments: [
      ("(3 May 2012) ", "2012-05-03"), ("Hull, 3 May 2012 – ", "2012-05-03"), ("03.05.2012 – ", "2012-05-03"),
      ("On 3 May 2012 we saw it. ", nil), ("3 May 2012 – 7 May 2012: ", nil), ("It opened (3 May 2012) ", nil),
    ] as [(String, String?)])
  func opening(opening: String, date: String?) throws {
    #expect(try review("The quiet film returns", opening: opening).published == date)
  }

  @Test("The text may open with its day below a standfirst")
  func belowStandfirst() throws {
    let standfirst = "A film that nobody has seen comes back to the harbour, and the whole town, or what is left of it,"
    let opening = "\(standfirst) comes to the quay to look at it in the rain.</p><p>Hull, 3 May 2012 – "
    #expect(try review("The quiet film returns", opening: opening).published == "2012-05-03")
  }

  @Test("A day in small print in the headline's own element, however long that is, is that of publication")
  func besideHeadline() throws {
    let title =
      "The quiet film that nobody in the whole of the harbour town had seen for thirty years returns to the old cinema "
      + "beside the quay, with the band that played on its first night, and with rain"
    let review = try review("\(title) <small>3 May 2012</small>", title: title)
    #expect(review.published == "2012-05-03")
    #expect(review.title == title)
  }

  @Test("Who began a thread is the author, where the software says it of the first post")
  func thread() throws {
    let post = "Which film, of all that were ever made, is the quietest, and where, if anywhere, can it be seen?"
    let html = """
      <html><head><title>The quietest film?</title></head><body><h1>The quietest film?</h1>
      <div class="post" data-author="reel_77"><div class="post-text"><p>\(post) \(post)</p></div></div>
      <div class="post" data-author="spool"><div class="post-text"><p>\(post) \(post)</p></div></div></body></html>
      """
    let page = try page(of: html, at: "https://example.org/threads/quietest-film.7/")
    #expect(try Extractor(profiles: []).extract(page).review.authors.map(\.name) == ["reel_77"])
  }

  @Test("A day in the side column is that of publication where the word before it says so")
  func labelled() throws {
    let label = #"<div class="sidebar"><h4>Published</h4><div class="post-date">3 May 2012</div></div>"#
    #expect(try review("The quiet film returns", behind: label).published == "2012-05-03")
  }

  @Test("In a column beside the text, “Written by” and nothing else introduces an author")
  func besideText() throws {
    let column = #"<div class="article-sidebar"><p> Written by </p><p>Ada Example</p></div>"#
    #expect(try review("The quiet film returns", column).authors.map(\.name) == ["Ada Example"])
    let other = #"<div class="article-sidebar"><p>Our new films</p><p>Ada Example</p></div>"#
    #expect(try review("The quiet film returns", other).authors.isEmpty)
  }

  @Test("Under a heading that says “Author” stand authors up to the next heading")
  func headed() throws {
    let lines = "<div><h3>Author</h3><p>Ada Example</p></div><div><h3>Related Program</h3><p>Harbour Studies</p></div>"
    #expect(try review("The quiet film returns", lines).authors.map(\.name) == ["Ada Example"])
  }

  /// What is read from a page with this heading and these lines under it.
  private func review(
    _ heading: String, _ under: String = "", title: String = "The quiet film returns", opening: String = "",
    behind: String = ""
  ) throws -> Review {
    let page = try page(heading, under, title: title, opening: opening, behind: behind)
    return try Extractor(profiles: []).extract(page).review
  }

  private func page(
    _ heading: String, _ under: String = "", title: String = "The quiet film returns", opening: String = "",
    behind: String = ""
  ) throws -> Page {
    let text = "A paragraph, which is long enough, and has commas enough, to be taken for a piece of running text. "
    let html = """
      <html><head><title>\(title)</title></head><body><article><h1>\(heading)</h1>\(under)<div class="entry-content">
      <p>\(opening)\(opening.isEmpty ? "" : text)\(text)</p><p>\(text)\(text)</p><p>\(text)</p></div>\(behind)</article>
      </body></html>
      """
    return try page(of: html, at: "https://example.org/a")
  }

  private func page(of html: String, at address: String) throws -> Page {
    let address = try #require(PageAddress(address))
    return Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 1_767_225_600))
  }

  @Test(
    "One word in an element of its own goes where all else says the headline without it",
    arguments: [
      ("<b>Live</b> The quiet film returns", "The quiet film returns", "The quiet film returns"),
      ("<b>Live</b>: The quiet film returns", "The quiet film returns", "The quiet film returns"),
      ("<b>Live</b> The quiet film returns", "Live The quiet film returns", "Live The quiet film returns"),
      ("<b>Ada Example</b> The quiet film returns", "The quiet film returns", "Ada Example The quiet film returns"),
    ])
  func label(heading: String, title: String, expected: String) throws {
    #expect(try review(heading, title: title).title == expected)
  }

  @Test("A heading that leads to the front page is the logo, where another of its rank does not")
  func logo() throws {
    let logo = #"<h1><a href="/">The late shelf</a></h1>"#
    #expect(try ShortPage.review("", title: "A quiet film", above: logo).title == "A quiet film")
  }
}
