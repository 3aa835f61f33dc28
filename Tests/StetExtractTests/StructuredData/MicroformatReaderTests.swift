import StetModel
import Testing

@testable import StetExtract

@Suite struct MicroformatReaderTests {
  @Test("hEntry gives headline, author, date and the node of the text")
  func entry() throws {
    let data = try LinkedDataTests.read(
      """
      <body><div class="post hentry"><h1 class="entry-title">Fog</h1>
      <span class="author vcard">By <a class="url fn n" href="/ada">Ada Example</a></span>
      <abbr class="published" title="2012-11-17T08:00:00+01:00">17 Nov</abbr>
      <div class="entry-content"><p>Text by <span class="author">Someone Else</span></p></div></div>
      <ol class="commentlist"><li class="hentry"><span class="author">A Reader</span></li></ol></body>
      """)
    #expect(data.articles.count == 1)
    let article = try #require(data.articles.first)
    #expect(article.headline == "Fog")
    #expect(article.authors == [LinkedPerson(name: "Ada Example", url: "https://www.example.org/ada")])
    #expect(article.datePublished == "2012-11-17T08:00:00+01:00")
    #expect(article.bodyNode != nil)
  }

  @Test("hReview inside an entry gives the item and the rating")
  func review() throws {
    let data = try LinkedDataTests.read(
      """
      <body><div class="hentry"><h1 class="entry-title">Fog</h1><div class="entry-content"><p>Text</p>
      <div class="hreview"><span class="item"><span class="fn">Quiet Harbour</span></span>
      <span class="reviewer">Ada Example</span><span class="rating"><span class="value">3.5</span>/<span class="best">5</span></span>
      </div></div></div></body>
      """)
    let review = try #require(data.articles.first { $0.isReview })
    #expect(review.item == ReviewItem(name: "Quiet Harbour"))
    #expect(review.authors.map(\.name) == ["Ada Example"])
    #expect(review.rating?.value == .number(3.5))
    #expect(review.rating?.best == 5)
    #expect(data.articles.contains { $0.headline == "Fog" })
  }

  @Test("h-review and h-entry are read by their prefixed classes")
  func prefixed() throws {
    let data = try LinkedDataTests.read(
      """
      <body><article class="h-review"><h1 class="p-name">Fog, reviewed</h1><a class="p-item h-product" href="/fog"><span class="p-name">Fog</span></a>
      <data class="p-rating" value="4">four</data><data class="p-best" value="5"></data>
      <span class="p-author h-card"><span class="p-name">Ada Example</span></span>
      <time class="dt-published" datetime="2012-11-17">Sat</time><div class="e-content">Text</div></article></body>
      """)
    let review = try #require(data.articles.first)
    #expect(review.headline == "Fog, reviewed")
    #expect(review.item?.name == "Fog")
    #expect(review.rating == Rating(value: .number(4), best: 5, text: "4/5"))
    #expect(review.datePublished == "2012-11-17")
    #expect(review.authors.map(\.name) == ["Ada Example"])
  }

  @Test("Entries nested without end are survived")
  func nested() throws {
    let html = "<body>" + String(repeating: "<div class='hentry'>", count: 5000) + "x</body>"
    #expect(try LinkedDataTests.read(html).articles.count <= 8)
  }
}
