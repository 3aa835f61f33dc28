import StetArchive
import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

@Suite struct VersionPageTests {
  private static let film = "http://reviews.example/film"
  let sites: InventedSites

  init() throws { sites = try InventedSites() }

  @Test(
    "A page is set with all that its record has; it has one heading of the first level, and nothing of it is markup")
  func whole() throws {
    let evil = "<script>alert(1)</script>"
    try sites.capture(Self.film, title: "Quiet \(evil)", says: "It begins \(evil)", on: 1) { review in
      review.byline = "By Ada \(evil)"
      review.authors = [Author(name: "Ada Example", url: "javascript:alert(1)", bio: "Ada \(evil)")]
      review.authorBio = "Ada \(evil)"
      review.published = "2012-11-17"
      review.lead = "A lead \(evil)"
      review.tags = [
        Term(name: "war \(evil)", url: "data:text/html,x"), Term(name: "sea", url: "https://a.example/sea"),
      ]
      review.rating = Rating(value: .number(3.5), best: 5, text: evil)
      review.item = ReviewItem(type: evil, name: "Item \(evil)", creators: [evil], year: 2011, url: "vbscript:x")
      review.pros = ["Good \(evil)"]
      review.cons = ["Bad \(evil)"]
      review.verdict = "Verdict \(evil)"
      review.language = "en\" onclick=\"alert(1)"
      review.siteName = evil
    }
    let page = try sites.get(try sites.path(Self.film))
    #expect(page.occurrences(of: "<h1") == 1)
    #expect(!page.contains("<script>"))
    #expect(!page.contains("onclick=\"alert"))
    for scheme in ["javascript:", "data:text", "vbscript:"] { #expect(!page.contains("href=\"\(scheme)"), "\(scheme)") }
    #expect(page.contains("<time datetime=\"2012-11-17\">2012-11-17</time>"))
    #expect(page.contains("3.5 of 5</bdi>"))
    #expect(page.contains("<a href=\"https://a.example/sea\" rel=\"noopener nofollow\">sea</a>"))
    #expect(page.contains("<a href=\"\(Self.film)\" rel=\"noopener nofollow\">"))
    #expect(page.contains("<div><dt>title</dt><dd>json-ld <code dir=\"ltr\">Review.name</code></dd></div>"))
    for text in ["For</h2>", "Against</h2>", "Verdict</h2>", "About the author</h2>"] { #expect(page.contains(text)) }
    #expect(!page.contains("style=") && !page.contains("<style"))
  }

  @Test("What the text shows already is not said a second time")
  func once() throws {
    try sites.capture(Self.film, on: 1) { review in
      review.pros = ["Quiet", "Dark"]
      review.verdict = "See it."
      review.body = [
        .list(ordered: false, items: [ListItem(text: "Quiet"), ListItem(text: "Dark")]), .paragraph(text: "See it."),
      ]
    }
    let page = try sites.get(try sites.path(Self.film))
    #expect(!page.contains("For</h2>") && !page.contains("Verdict</h2>"))
    #expect(page.occurrences(of: "See it.") == 1)
  }

  @Test("The history says what changed in each version, how much it matters, and leads to the comparison")
  func history() throws {
    try sites.capture(Self.film, on: 1) { $0.rating = Rating(value: .number(4), best: 5, text: "4/5") }
    try sites.capture(Self.film, on: 2) { $0.rating = Rating(value: .number(4), best: 5, text: "4/5") }
    try sites.capture(Self.film, on: 3) { $0.rating = Rating(value: .number(4), best: 5, text: "4/5") }
    try sites.capture(Self.film, on: 5) { $0.rating = Rating(value: .number(3), best: 5, text: "3/5") }
    let path = try sites.path(Self.film)
    let page = try sites.get(path)
    #expect(page.contains("2 versions</h2>"))
    #expect(page.contains("<p class=\"what\">rating lowered 4/5 → 3/5</p>"))
    #expect(page.contains("<span class=\"severity substantive\">substantive</span>"))
    #expect(page.contains("/1..2/\">Compare with version 1</a>"))
    #expect(page.contains("First seen"))
    // Visits that brought the same are one line.
    #expect(page.contains("4 visits</h2>"))
    #expect(page.contains("2 times, <time"))
    // The rating's course is drawn.
    #expect(page.contains("aria-label=\"Rating: from 4 of 5 to 3 of 5\""))
    let first = try sites.get("\(path)1/")
    #expect(first.contains("This is version 1 as it stood on"))
    #expect(first.contains("aria-current=\"true\">Version 1</a>"))
    #expect(!(try sites.get("\(path)2/")).contains("This is version 2 as it stood"))
    _ = try sites.get("\(path)3/", status: 404)
  }

  @Test("Of a long history a version's page shows what is round it, the page's own place everything")
  func long() throws {
    for day in 1...20 { try sites.capture(Self.film, says: "It begins for the \(day). time.", on: day) }
    let path = try sites.path(Self.film)
    let tenth = try sites.get("\(path)10/")
    #expect(tenth.occurrences(of: "<p class=\"when\">") == 7)
    #expect(tenth.contains("All 20 versions</a>"))
    let all = try sites.get(path)
    #expect(all.occurrences(of: "<p class=\"when\">") == 20)
    #expect(all.contains("<summary>8 older versions</summary>"))
  }

  @Test("A page that is gone is read as it stood last, and says that it is gone; its tombstone leads to that")
  func gone() throws {
    try sites.capture(Self.film, on: 1)
    for day in [2, 3, 5] { try sites.miss(Self.film, on: day) }
    let path = try sites.path(Self.film)
    let page = try sites.get(path)
    #expect(page.contains("This page is gone from its site since"))
    #expect(page.contains("It begins."))
    let tombstone = try sites.get("\(path)2/")
    #expect(tombstone.contains("was found to be gone from its site"))
    #expect(tombstone.contains("Read what it said last</a>"))
    #expect(tombstone.occurrences(of: "<h1") == 1)
  }

  @Test("Of a redacted version it is said why and when, and nothing else")
  func redacted() throws {
    try sites.capture(Self.film, says: "A secret.", on: 1)
    try sites.capture(Self.film, says: "Nothing to see.", on: 2)
    let key = PageKey(try #require(PageAddress(Self.film)))
    try sites.write { writer in
      _ = try writer.redact(key, version: 1, reason: "asked for by <b>Ada</b>", at: InventedSites.day(3))
    }
    let path = try sites.path(Self.film)
    let page = try sites.get("\(path)1/")
    #expect(page.contains("was taken out of the archive on"))
    #expect(page.contains("asked for by &lt;b&gt;Ada&lt;/b&gt;"))
    #expect(!page.contains("A secret."))
    #expect(!(try sites.get(path)).contains("A secret."))
    let comparison = try sites.get("\(path)1..2/")
    #expect(comparison.contains("The text of version 1 was taken out of the archive"))
  }

  @Test("Of a text on several pages all addresses are named, and what could not be had")
  func parts() throws {
    try sites.write { writer in
      var review = Review(url: Self.film, kind: .review, confidence: 0.9)
      review.body = [.paragraph(text: "It begins.")]
      let rules = ExtractorFacts(version: "0.1.0", rules: try #require(Digest(bytes: [UInt8](repeating: 1, count: 32))))
      var response = ResponseFacts(status: 200, finalURL: Self.film, missing: "\(Self.film)/3")
      response.parts = [ResponsePart(captured: InventedSites.day(1), status: 200, finalURL: "\(Self.film)/2")]
      _ = try writer.record(
        Capture(
          page: PageKey(try #require(PageAddress(Self.film))), captured: InventedSites.day(1), response: response,
          extractor: rules, review: review))
    }
    let page = try sites.get(try sites.path(Self.film))
    #expect(page.contains("<dt>And from</dt><dd><a href=\"\(Self.film)/2\" rel=\"noopener nofollow\">"))
    #expect(page.contains("as far as is known: <a href=\"\(Self.film)/3\" rel=\"noopener nofollow\">"))
  }

  @Test("A version whose file is broken hides none of the others")
  func broken() throws {
    try sites.capture(Self.film, says: "One.", on: 1)
    try sites.capture(Self.film, says: "Two.", on: 2)
    try sites.capture(Self.film, says: "Three.", on: 3)
    let path = try sites.path(Self.film)
    try sites.folder.write("Archive\(path)2.json", "{}")
    let page = try sites.get(path)
    #expect(page.contains("Three."))
    #expect(page.contains("2.json&#39;"))
  }

  @Test(
    "A link whose text nobody can see says its address, wherever the page is named (WCAG 2.4.4)",
    arguments: ["\u{200D}", " \u{200B}\u{2060}", "\u{3164}", "\u{FE0F}\u{AD}"])
  func unseen(title: String) throws {
    let page = "http://unseen.example/film"
    try sites.capture(page, title: title, says: "Unseen words.", on: 1) {
      $0.tags = [Term(name: title, url: "http://unseen.example/tag")]
      $0.authors = [Author(name: title, url: "http://unseen.example/ada")]
    }
    let path = try sites.path(page)
    let text = try sites.get(path)
    #expect(text.contains("<h1>\(page)</h1>") && text.contains("<title>\(page)</title>"))
    #expect(text.contains(">http://unseen.example/tag</a>") && text.contains(">http://unseen.example/ada</a>"))
    #expect(try sites.get("/pages/unseen.example/").contains("dir=\"auto\">\(page)</a>"))
    #expect(try sites.get("/search/", [("q", "unseen")]).contains("dir=\"auto\">\(page)</a>"))
    #expect(try sites.get("\(path)1/").contains("dir=\"auto\">\(page)</a>"))
  }

  @Test("Right-to-left texts are set from the right, in their language; others are not")
  func direction() throws {
    try sites.capture(Self.film, title: "הרחוב", on: 1) { $0.language = "he" }
    #expect(try sites.get(try sites.path(Self.film)).contains("<article class=\"review\" lang=\"he\" dir=\"rtl\">"))
    let pairs: [(language: String?, title: String, attributes: String)] = [
      ("ar-EG", "Film", " lang=\"ar-EG\" dir=\"rtl\""), ("de", "Film", " lang=\"de\" dir=\"ltr\""),
      ("ku-Arab", "Film", " lang=\"ku-Arab\" dir=\"rtl\""), ("az-Latn", "Film", " lang=\"az-Latn\" dir=\"ltr\""),
      (nil, "«מאמר» film", " lang=\"\" dir=\"rtl\""), (nil, "123 film", " lang=\"\" dir=\"ltr\""),
      ("klingon!", "Film", " lang=\"\" dir=\"ltr\""),
    ]
    for pair in pairs {
      var review = Review(url: Self.film)
      review.language = pair.language
      review.title = pair.title
      #expect(WrittenLanguage(review).attributes.html == pair.attributes)
    }
  }

  @Test("Stars are filled as far as the rating goes; grades and tenths are drawn too")
  func rating() {
    func mark(_ value: Rating.Value, _ best: Double? = nil, _ text: String = "") -> String {
      RatingMark(rating: Rating(value: value, best: best, text: text)).markup.html
    }
    // Half of the fourth star: three of 24, and half of its 20 behind 2 left free.
    #expect(mark(.number(3.5), 5).contains("<svg width=\"84\""))
    #expect(mark(.number(5), 5).contains("<svg width=\"120\""))
    #expect(mark(.number(7), 10).contains("width=\"84\" height=\"10\""))
    #expect(mark(.number(7), 10).contains("7 of 10"))
    #expect(mark(.number(12), 10).contains("width=\"120\" height=\"10\""))
    #expect(mark(.grade("B+")).contains("<span class=\"grade\">B+</span>"))
    #expect(mark(.number(88), nil, "88 points").contains("88 points"))
    #expect(!mark(.number(.infinity), 5).contains("<svg"))
  }

  @Test("Dates are elements of their own only where they are dates")
  func dates() {
    #expect(Markup.date("2012").html == "<time datetime=\"2012\">2012</time>")
    #expect(Markup.date("2012-11-17T10:00:00+01:00").html.contains("datetime=\"2012-11-17T10:00:00+01:00\""))
    for text in ["", "20", "2012-1", "November", "2012-11-17\"onx=1", "2012-11-17T<b>"] {
      #expect(!Markup.date(text).html.contains("<time"), "\(text)")
    }
  }
}
