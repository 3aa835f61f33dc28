import StetArchive
import Testing

@testable import StetReadingRoom

@Suite struct SearchPageTests {
  let sites: InventedSites

  init() throws {
    sites = try InventedSites()
    try sites.capture("http://reviews.example/film", title: "The Quiet Harbour", says: "Two <keepers> wait.", on: 1)
    try sites.capture("http://reviews.example/film", title: "The Quiet Harbour", says: "Two keepers leave.", on: 2)
    try sites.capture("http://books.example/book", title: "A Book", says: "Of harbour keepers.", on: 3)
  }

  @Test("Finds are marked, linked, and nothing of a text becomes markup")
  func finds() throws {
    let page = try sites.get("/search/", [("q", "harbour keepers")])
    #expect(page.contains("The Quiet <mark>Harbour</mark></a>"))
    #expect(page.contains("Two <mark>keepers</mark> leave."))
    #expect(page.contains("<span class=\"number\">2</span> results"))
    #expect(page.contains("href=\"../pages/reviews.example/film~"))
    let old = try sites.get("/search/", [("q", "wait"), ("all", "1")])
    #expect(old.contains("Two &lt;keepers&gt; <mark>wait</mark>."))
    #expect(old.contains("/1/\"") && old.contains("version 1"))
    #expect(!old.contains("<keepers>"))
  }

  @Test("The form filters by host, date and field, and comes back as it was sent")
  func form() throws {
    func found(_ query: (String, String)...) throws -> Int {
      try sites.get("/search/", [("q", "harbour")] + query).occurrences(of: "<li><h2>")
    }
    #expect(try found() == 2)
    #expect(try found(("host", "books.example")) == 1)
    #expect(try found(("in", "title")) == 1)
    #expect(try found(("after", "2026-11-03")) == 1)
    #expect(try found(("before", "2026-11-03")) == 1)
    #expect(try found(("in", "unheard"), ("host", "  ")) == 2)
    let page = try sites.get("/search/", [("q", "\"><script>"), ("host", "'x"), ("in", "body"), ("all", "1")])
    #expect(!page.contains("<script>"))
    #expect(page.contains("value=\"&quot;&gt;&lt;script&gt;\""))
    #expect(page.contains("<option value=\"body\" selected>"))
    #expect(page.contains("name=\"all\" value=\"1\" checked"))
  }

  @Test("Nothing asked for, nothing found and what cannot be looked for are each said in a sentence")
  func sentences() throws {
    #expect(try sites.get("/search/").contains("All words have to be found"))
    #expect(try sites.get("/search/", [("q", "unicorn")]).contains("Nothing was found."))
    #expect(try sites.get("/search/", [("q", "-quiet")]).contains("there is no word in it to look for"))
    #expect(
      try sites.get("/search/", [("q", "quiet"), ("after", "soon")]).contains("after:soon&#39;: that is not a date"))
    #expect(try sites.get("/search/", [("q", "quiet"), ("part", "9")]).contains("No more was found."))
  }

  @Test("What was found alone is a part of the whole page")
  func fragment() throws {
    let part = try sites.get("/search/", [("q", "harbour"), ("only", "results")])
    #expect(part.hasPrefix("<p role=\"status\">"))
    #expect(try sites.get("/search/", [("q", "harbour")]).contains(part))
  }
}
