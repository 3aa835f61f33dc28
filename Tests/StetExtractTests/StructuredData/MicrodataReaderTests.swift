import StetModel
import Testing

@testable import StetExtract

@Suite struct MicrodataReaderTests {
  @Test("A review in microdata gives the same values as one in JSON-LD, and the node of its text")
  func review() throws {
    let data = try LinkedDataTests.read(
      """
      <html><body><div itemscope itemtype="http://schema.org/Review">
        <h1 itemprop="name">Quiet Harbour</h1>
        <div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Movie"><meta itemprop="name" content="Quiet Harbour"></div>
        <span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/ada"><b itemprop="name">Ada Example</b></a></span>
        <time itemprop="datePublished" datetime="2012-11-17">last Saturday</time>
        <p itemprop="reviewRating" itemscope itemtype="http://schema.org/Rating">
          <span itemprop="ratingValue">4</span> of <span itemprop="bestRating">5</span></p>
        <div itemprop="reviewBody"><p>A calm film.</p></div>
      </div></body></html>
      """)
    let review = try #require(data.articles.first)
    #expect(review.source == .microdata)
    #expect(review.name == "Quiet Harbour")
    #expect(review.item == ReviewItem(type: "Movie", name: "Quiet Harbour"))
    #expect(review.authors == [LinkedPerson(name: "Ada Example", url: "https://www.example.org/ada")])
    #expect(review.datePublished == "2012-11-17")
    #expect(review.rating == Rating(value: .number(4), best: 5, text: "4/5"))
    #expect(review.bodyNode != nil)
  }

  @Test("A link that is the author says its words, and its address is the author's")
  func linkedAuthor() throws {
    let data = try LinkedDataTests.read(
      "<body><article itemscope itemtype=http://schema.org/Article><h1 itemprop=headline>A</h1>"
        + "<a itemprop=author rel=author href=/people/ada>Ada Example</a></article></body>")
    #expect(
      data.articles.first?.authors
        == [LinkedPerson(name: "Ada Example", url: "https://www.example.org/people/ada")])
  }

  @Test("itemref brings in what stands elsewhere; a thing that refers to its own surroundings is survived")
  func itemref() throws {
    let data = try LinkedDataTests.read(
      "<body id=all><p id=who>By <span itemprop=author>Ada Example</span></p>"
        + "<div itemscope itemtype=http://schema.org/Article itemref='who all missing'><h1 itemprop=headline>A</h1></div></body>"
    )
    #expect(data.articles.first?.authors.map(\.name) == ["Ada Example"])
  }

  @Test("The one post of a blog is the page's; comments are not")
  func blogPost() throws {
    let data = try LinkedDataTests.read(
      """
      <body itemscope itemtype="http://schema.org/Blog"><div itemprop="blogPost" itemscope itemtype="http://schema.org/BlogPosting">
      <h3 itemprop="name">Fog</h3><div itemprop="articleBody">Text</div></div>
      <div itemprop="comment" itemscope itemtype="http://schema.org/Comment"><p itemprop="text">Nice</p></div></body>
      """)
    #expect(data.articles.map(\.name) == ["Fog"])
    #expect(data.articles.first?.bodyNode != nil)
  }

  @Test("RDFa Lite and Drupal's RDFa give articles too")
  func rdfa() throws {
    let lite = try LinkedDataTests.read(
      "<body vocab=http://schema.org/><div typeof=Article><h1 property=headline>Fog</h1>"
        + "<span property=author typeof=Person><span property=name>Ada Example</span></span></div></body>")
    #expect(lite.articles.first?.headline == "Fog")
    #expect(lite.articles.first?.authors.map(\.name) == ["Ada Example"])
    let drupal = try LinkedDataTests.read(
      """
      <body><div about="/node/1" typeof="sioc:Item foaf:Document"><span property="dc:title" content="Fog"></span>
      <span property="dc:date dc:created" content="2012-11-17T08:00:00+01:00">17/11</span>
      <span rel="sioc:has_creator"><a href="/user/1" about="/user/1" typeof="sioc:UserAccount" property="foaf:name">Ada Example</a></span>
      <div property="content:encoded"><p>Text</p></div></div></body>
      """)
    let article = try #require(drupal.articles.first)
    #expect(article.source == .rdfa)
    #expect(article.headline == "Fog")
    #expect(article.datePublished == "2012-11-17T08:00:00+01:00")
    #expect(article.authors.map(\.name) == ["Ada Example"])
    #expect(article.bodyNode != nil)
  }

  @Test("The page's meta properties for social networks are no RDFa")
  func openGraph() throws {
    let data = try LinkedDataTests.read(
      "<html typeof=WebPage><head><meta property=og:description content=Wrong></head><body></body></html>")
    #expect(data.articles.allSatisfy { $0.description == nil })
  }
}
