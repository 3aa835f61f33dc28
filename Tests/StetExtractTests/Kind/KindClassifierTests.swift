import StetExtract
import StetModel
import Testing

@Suite struct KindClassifierTests {
  @Test(
    "A wall against machines is a block page, whatever the status it answers with", arguments: [200, 403, 429, 503])
  func wall(status: Int) throws {
    let review = try ShortPage.review("<p>Checking your browser before accessing example.org.</p>", status: status)
    #expect(review.kind == .blocked)
  }

  @Test("Any other page with an error's status is an error page", arguments: [403, 404, 410, 500, 503])
  func error(status: Int) throws {
    #expect(try ShortPage.review("", status: status).kind == .error)
  }

  @Test("A page that asks for consent to data and partners is a block page")
  func consent() throws {
    let review = try ShortPage.review(
      """
      <p>Wir und unsere 412 Partner verarbeiten personenbezogene Daten wie Ihre IP-Adresse und Cookie-Kennungen.</p>
      <p>Ihre Zustimmung zu Werbung und Tracking ist jederzeit widerrufbar.</p>
      """)
    #expect(review.kind == .blocked)
  }

  @Test(
    "A review that says so in its title is one",
    arguments: [
      "Review: The Salt Road", "The Long Ferry review – a widower at sea", "Kritik: Der letzte Leuchtturm",
      "Recensione: La terrazza", "影评：夜航",
    ])
  func review(title: String) throws {
    #expect(try ShortPage.review("", title: title).kind == .review)
  }

  @Test(
    "A text that merely speaks of reviews is none",
    arguments: ["Reviewing the year in film", "A law under review again", "Six kettles (tested & reviewed)"])
  func other(title: String) throws {
    #expect(try ShortPage.review("", title: title).kind != .review)
  }

  @Test("A journal's paper that reviews what was written is no review of a thing; a journal's book review is one")
  func survey() throws {
    let journal = #"<meta name="citation_journal_title" content="Journal of Harbours">"#
    #expect(try ShortPage.review(journal, title: "Salt in the sea: a review").kind != .review)
    #expect(try ShortPage.review(journal, title: "Book review: The Salt Road").kind == .review)
    #expect(try ShortPage.review("", title: "The Salt Road: a review").kind == .review)
  }

  @Test(
    "A line of its own by the headline may say that a text is a review; the name of a section does not",
    arguments: [
      ("Film review", true), ("A book review", true), ("Recensie", true), ("Reviews", false), ("Film", false),
    ])
  func kicker(line: String, isReview: Bool) throws {
    let address = try #require(PageAddress("https://example.org/a"))
    let text =
      "A paragraph, which is long enough, and has commas enough, to be taken for a piece of running text, or two."
    let html = """
      <html><head><title>All at sea</title></head><body><main><article><p class="label">\(line)</p><h1>All at sea</h1>
      <div class="entry-content"><p>\(text)</p><p>\(text) Again.</p><p>\(text) And again.</p></div></article></main></body></html>
      """
    let page = Page(
      requested: address, final: address, status: 200, body: Array(html.utf8),
      received: Timestamp(secondsSince1970: 1_767_225_600))
    #expect((try Extractor(profiles: []).extract(page).review.kind == .review) == isReview)
  }

  @Test("A thing with an offer is a product, and its buyers' stars make it no review")
  func product() throws {
    let review = try ShortPage.review(
      """
      <script type="application/ld+json">{"@type":"Product","name":"Kettle","offers":{"price":"9"},
      "aggregateRating":{"ratingValue":"4.7","reviewCount":"31"},
      "review":{"@type":"Review","author":{"name":"Bo"},"reviewRating":{"ratingValue":"5"}}}</script>
      <div class="rating">4.7 out of 5</div>
      """, title: "Kettle")
    #expect(review.kind == .product)
    #expect(review.rating == nil)
  }

  @Test(
    "Headlines of several things make no review with a rating",
    arguments: ["The best kettles of the year", "10 kettles that we put to the test", "Die besten Kessel im Vergleich"])
  func roundup(title: String) throws {
    let review = try ShortPage.review("<p>Rating: 4.5/5</p>", title: title)
    #expect(review.rating == nil)
    #expect(review.item == nil)
  }

  @Test("A byline that says who reviewed makes the page a review, but not where the text was checked so")
  func reviewer() throws {
    let text =
      "<p>A paragraph in the middle, which does nothing but make the page a text of some length, with commas.</p>"
    #expect(try ShortPage.review(text, below: "<p>Book review by Ada Example</p>").kind == .review)
    let data = #"<script type="application/ld+json">{"@type":"Article","headline":"A quiet film"}</script>"#
    #expect(try ShortPage.review(data + text, below: "<p>Reviewed by Ada Example</p>").kind != .review)
  }
}
