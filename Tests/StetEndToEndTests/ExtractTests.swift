import StetGzip
import StetModel
import StetTestSupport
import Testing

@Suite struct ExtractTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  @Test("A file, gzip, standard input and an address give the same record")
  func sources() throws {
    let html = ReviewPage().html
    try work.folder.write("page.html", html)
    try work.folder.write("page.html.gz", Gzip.compress(Array(html.utf8)))
    work.server.on("/film", .page(text: html))
    let url = work.server.address("/film")
    let outcomes = [
      try work.stet("extract", url), try work.stet("extract", "--url", url, "page.html"),
      try work.stet("extract", "page.html.gz", "--url=\(url)"),
      try work.stet("extract", "-", "--url", url, stdin: Array(html.utf8)),
    ]
    for outcome in outcomes {
      #expect(outcome.exitCode == 0)
      #expect(outcome.errorOutput == "")
      #expect(outcome.output == outcomes[0].output)
    }
    let record = try outcomes[0].json()
    #expect(record["url"]?.string == url)
    #expect(record["title"]?.string == ReviewPage().title)
    #expect(record["authors"]?.array?.first?["name"]?.string == "Ida Marsh")
    #expect(record["tags"]?.array?.compactMap { $0["name"]?.string } == ["drama", "islands"])
    #expect(record["body"]?.array?.count == 4)
  }

  @Test("One source is one document; several are a line each, and a failure among them is exit 3")
  func several() throws {
    try work.folder.write("one.html", ReviewPage().html)
    var second = ReviewPage()
    second.title = "Second"
    try work.folder.write("two.html", second.html)
    let both = try work.stet("extract", "one.html", "two.html")
    #expect(both.exitCode == 0)
    #expect(try both.jsonLines().map { $0["title"]?.string } == [ReviewPage().title, "Second"])
    let some = try work.stet("extract", "one.html", "none.html", "two.html")
    #expect(some.exitCode == 3)
    #expect(try some.jsonLines().count == 2)
    #expect(some.saysOneLine)
    let none = try work.stet("extract", "none.html", "nothing.html")
    #expect(none.exitCode == 2)
    #expect(none.output == "")
  }

  @Test("Markdown, text and HTML hold the title and the text", arguments: ["markdown", "text", "html"])
  func formats(format: String) throws {
    try work.folder.write("page.html", ReviewPage().html)
    let outcome = try work.stet("extract", "--format", format, "page.html")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains(ReviewPage().title))
    #expect(outcome.output.contains("forgives nearly everything"))
    #expect(outcome.output.contains("Ida Marsh"))
    #expect(!outcome.output.contains("\u{1B}"))
  }

  @Test("JSON-LD is one schema.org document for a source, a line each for several; the name has two spellings")
  func linkedData() throws {
    try work.folder.write("page.html", ReviewPage().html)
    let one = try work.stet("extract", "--format", "json-ld", "--url", "https://reel.example/1", "page.html")
    #expect(one.exitCode == 0)
    let json = try one.json()
    #expect(json["@context"] == "https://schema.org")
    #expect(json["url"] == "https://reel.example/1")
    #expect(json["headline"]?.string == ReviewPage().title)
    #expect(json["author"]?.array?.first?["name"] == "Ida Marsh")
    let several = try work.stet("extract", "--format", "jsonld", "page.html", "page.html")
    #expect(try several.jsonLines().map { $0["headline"]?.string } == [ReviewPage().title, ReviewPage().title])
  }

  @Test("A text that has a next page is printed, with a warning that names that page; a whole one without")
  func continuation() throws {
    let page = ReviewPage(head: "<link rel=next href=/1/2>").html
    try work.folder.write("page.html", page)
    let cut = try work.stet("extract", "--url", "https://reel.example/1", "page.html")
    #expect(cut.exitCode == 0)
    #expect(cut.errorOutput.contains("https://reel.example/1/2"))
    try work.folder.write("page.html", ReviewPage().html)
    #expect(try work.stet("extract", "--url", "https://reel.example/1", "page.html").errorOutput == "")
  }

  @Test("--explain shows, for each field, the value, its place and the rule; with --format json as JSON")
  func explain() throws {
    try work.folder.write("page.html", ReviewPage().html)
    let text = try work.stet("extract", "--explain", "page.html")
    #expect(text.exitCode == 0)
    #expect(text.output.contains("title"))
    #expect(text.output.contains("h1"))
    let json = try work.stet("extract", "--explain", "--format", "json", "page.html").json()
    let fields = try #require(json["fields"]?.array)
    let title = try #require(fields.first { $0["field"] == "title" })
    #expect(title["winner"]?["value"]?.string == ReviewPage().title)
    #expect(title["winner"]?["rule"]?.string?.isEmpty == false)
  }

  @Test("--require-review refuses what is no review")
  func requireReview() throws {
    let page = """
      <html><head><title>List</title></head><body><ul>\
      \((0..<40).map { "<li><a href=/films/\($0)>Film number \($0) of our long list</a></li>" }.joined())</ul></body></html>
      """
    try work.folder.write("list.html", page)
    let outcome = try work.stet("extract", "--require-review", "list.html")
    #expect(outcome.exitCode == 65)
    #expect(outcome.output == "")
    #expect(outcome.saysOneLine)
  }

  @Test("A batch prints a line for each page in order; a bad page is an error line and exit 3")
  func batch() throws {
    try work.folder.write("pages/a.html", ReviewPage().html)
    try work.folder.write("pages/b.html", "")
    try work.folder.write(
      "pages/m.jsonl",
      """
      {"id":"a","url":"https://example.org/a","path":"a.html"}
      {"id":"b","url":"https://example.org/b","path":"b.html"}
      {"id":"c","url":"https://example.org/c","path":"a.html"}
      """)
    let outcome = try work.stet("extract", "--batch", "pages/m.jsonl", "--jobs", "2")
    #expect(outcome.exitCode == 3)
    let lines = try outcome.jsonLines()
    #expect(lines.map { $0["id"]?.string } == ["a", "b", "c"])
    #expect(lines.map { $0["error"]?["code"]?.string } == [nil, "empty", nil])
    #expect(lines[2]["url"] == "https://example.org/c")
    #expect(lines[0].object?.members.first?.name == "id")
    #expect(outcome.saysOneLine)
  }

  @Test("A manifest with a mistake is not started on")
  func badManifest() throws {
    try work.folder.write("m.jsonl", "{\"id\":\"a\",\"path\":\"a.html\"}\nnonsense\n")
    let outcome = try work.stet("extract", "--batch", "m.jsonl")
    #expect(outcome.exitCode == 65)
    #expect(outcome.output == "")
    #expect(outcome.saysOneLine)
    #expect(outcome.errorOutput.contains("line 2"))
  }

  @Test("A profile on the command line speaks first, and a wrong one is exit 78 with its line")
  func profile() throws {
    var page = ReviewPage()
    page.head = "<meta name=x-name content=Renamed>"
    try work.folder.write("page.html", page.html.replacing("</h1>", with: "</h1><p id=other>Another title</p>"))
    try work.folder.write("p.yaml", "name: Reel\nhosts: [reel.example]\nfields:\n  title: \"#other\"\n")
    let outcome = try work.stet("extract", "--profile", "p.yaml", "--url", "https://reel.example/1", "page.html")
    #expect(try outcome.json()["title"]?.string == "Another title")
    try work.folder.write("p.yaml", "name: Reel\nhosts: [reel.example]\nfields:\n  titel: \"#other\"\n")
    let wrong = try work.stet("extract", "--profile", "p.yaml", "page.html")
    #expect(wrong.exitCode == 78)
    #expect(wrong.saysOneLine)
    #expect(wrong.errorOutput.contains("title"))
  }

  @Test("A named profile is for a page without address, for its hosts with or without www, and for no other host")
  func profileReach() throws {
    try work.folder.write(
      "page.html", ReviewPage().html.replacing("</h1>", with: "</h1><p id=other>Another title</p>"))
    try work.folder.write("p.yaml", "name: Reel\nhosts: [www.reel.example]\nfields:\n  title: \"#other\"\n")
    for url in [[], ["--url", "https://reel.example/1"], ["--url", "https://www.reel.example/1"]] {
      let outcome = try work.shell("$STET extract --profile p.yaml $1 page.html", url.joined(separator: " "))
      #expect(try outcome.json()["title"]?.string == "Another title", "\(url)")
    }
    let other = try work.stet("extract", "--profile", "p.yaml", "--url", "https://elsewhere.example/1", "page.html")
    #expect(other.exitCode == 78)
    #expect(other.saysOneLine)
    #expect(other.errorOutput.contains("elsewhere.example"))
  }

  @Test("profile test: the cases of the profiles that ship with stet hold where they stand")
  func bundledProfileTest() throws {
    let source = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let outcome = try work.stet("profile", "test", "/\(source)/Sources/StetExtract/Profiles/docgeeks.com.yaml")
    #expect(outcome.exitCode == 0, "\(outcome.errorOutput)\(outcome.output)")
  }

  @Test("profile test: cases that hold are exit 0; one that does not is shown with what was found")
  func profileTest() throws {
    try work.folder.write("site/page.html", ReviewPage().html)
    func profile(_ title: String) -> String {
      """
      name: Reel
      hosts: [reel.example]
      fields:
        title: h1
      test:
        - { url: "https://reel.example/1", file: page.html, expect: { title: "\(title)", authors: [Ida Marsh] } }
      """
    }
    try work.folder.write("site/p.yaml", profile(ReviewPage().title))
    let holds = try work.stet("profile", "test", "site/p.yaml")
    #expect(holds.exitCode == 0, "\(holds.errorOutput)\(holds.output)")
    try work.folder.write("site/p.yaml", profile("Something else"))
    let differs = try work.stet("profile", "test", "site/p.yaml")
    #expect(differs.exitCode == 2)
    #expect(differs.output.contains("Something else"))
    #expect(differs.output.contains(ReviewPage().title))
  }
}
