import StetModel
import StetTestSupport
import Testing

/// Reviews of several pages, by the tool itself.
@Suite struct PartsTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  private func archive(_ path: String = "/film") throws -> ProcessOutcome {
    try work.stet("archive", "--json", "--delay", "0", work.server.address(path))
  }

  private func outcomes(_ outcome: ProcessOutcome) throws -> [JSONValue?] {
    try outcome.jsonLines().map { $0["outcome"] }
  }

  @Test("A review of three pages is one page; a change on its last page alone is a version, and diff shows it")
  func story() throws {
    var review = PagedReview()
    review.serve(work.server)
    #expect(try outcomes(archive()) == ["new"])
    #expect(try outcomes(archive()) == ["unchanged"])
    review.pages[2][1] =
      "What stood here in the third page's second paragraph has been taken back by its author, in full."
    review.serve(work.server)
    #expect(try outcomes(archive()) == ["changed"])
    #expect(try work.stet("list", "--json").json().array?.count == 1)
    let shown = try work.stet("show", "film", "--format", "text").output
    for text in review.pages.flatMap(\.self) { #expect(shown.contains(text.prefix(60))) }
    let diff = try work.stet("diff", "film")
    #expect(diff.exitCode == 1)
    #expect(diff.output.contains("taken back"))
    #expect(!diff.output.contains("On page 1, and in its paragraph 1"))
    #expect(try work.stet("reextract", "--json").json()["versions"]?["current"] == 1)
    #expect(try work.stet("verify").exitCode == 0)
    #expect(try work.stet("export", "--format", "warc", "out.warc.gz").exitCode == 0)
    let again = try work.stet("import", "out.warc.gz", "--archive", "Other")
    #expect(again.exitCode == 0)
    #expect(again.errorOutput.contains("the first page is stored only"))
    let imported = try work.stet("show", "--archive", "Other", work.server.address("/film"), "--json").json()
    #expect(imported["response"]?["missing"]?.string == work.server.address("/film/2"))
  }

  @Test("A page that answers 500 is exit 69 and nothing is stored; one that is not there, 65, and what there is waits")
  func missing() throws {
    let review = PagedReview()
    review.serve(work.server)
    work.server.on("/film/2", .page(500, text: "Sorry"))
    let failed = try archive()
    #expect(failed.exitCode == 69)
    #expect(failed.saysOneLine)
    #expect(failed.errorOutput.contains("page 2 is missing"))
    #expect(!work.folder.files().contains { $0.contains("/pages/") })
    review.serve(work.server)
    work.server.on("/film/3", .page(404, text: "Nothing"))
    let aside = try archive()
    #expect(aside.exitCode == 65)
    #expect(aside.errorOutput.contains("its page 3"))
    let list = try work.stet("quarantine", "list", "--json")
    #expect(list.output.contains("\"incomplete\""))
    #expect(try work.stet("quarantine", "accept", "film").exitCode == 0)
    let shown = try work.stet("show", "film", "--json")
    #expect(try shown.json()["response"]?["missing"]?.string == work.server.address("/film/3"))
    #expect(try shown.json()["response"]?["parts"]?.array?.count == 1)
    #expect(shown.saysOneLine)
    #expect(shown.errorOutput.contains("not whole"))
  }

  @Test("WordPress links every post to the next one: that is no page of it")
  func wordPress() throws {
    let head = "<link rel=\"next\" href=\"/film-2/\"><link rel=\"prev\" href=\"/film-0/\">"
    work.server.on("/film", .page(text: ReviewPage(head: head).html))
    work.server.on("/film-2/", .page(text: ReviewPage().html))
    #expect(try outcomes(archive()) == ["new"])
    #expect(work.server.requests.map(\.path) == ["/film"])
    #expect(try work.stet("show", "film", "--json").json()["response"]?["parts"] == nil)
  }

  @Test("verify misses a part's record; redact takes the text out of all of them")
  func records() throws {
    PagedReview().serve(work.server)
    _ = try archive()
    let redacted = try work.stet("redact", "film", "--reason", "asked for", "--yes", "--json")
    #expect(redacted.exitCode == 0)
    #expect(try redacted.json()["records"]?.array?.count == 3)
    let file = try #require(work.folder.files().first { $0.hasSuffix(".warc.gz") })
    let text = try work.shell("gzip -dc $1", file)
    #expect(text.exitCode == 0)
    #expect(!text.output.contains("On page"))
    #expect(try work.stet("verify").exitCode == 0)
    _ = try work.shell("rm Archive/warc/*/*/*")
    let verify = try work.stet("verify", "--json")
    #expect(verify.exitCode == 1)
    #expect(verify.output.ranges(of: "is in no WARC file").count == 3)
  }

  @Test("extract reads all pages at an address, and warns of those that it cannot have; of a file it reads the one")
  func extract() throws {
    let review = PagedReview()
    review.serve(work.server)
    let url = work.server.address("/film")
    let whole = try work.stet("extract", "--format", "text", url)
    #expect(whole.exitCode == 0)
    #expect(whole.errorOutput == "")
    for text in review.pages.flatMap(\.self) { #expect(whole.output.contains(text.prefix(60))) }
    work.server.on("/film/3", .page(404, text: ""))
    let cut = try work.stet("extract", "--format", "text", url)
    #expect(cut.exitCode == 0)
    #expect(cut.errorOutput.contains("its page 3"))
    #expect(cut.output.contains("On page 2"))
    work.server.on("/film/3", .page(503, text: ""))
    #expect(try work.stet("extract", url).exitCode == 69)
    try work.folder.write("page.html", review.html(1))
    let file = try work.stet("extract", "--url", url, "page.html")
    #expect(file.exitCode == 0)
    #expect(file.errorOutput.contains("/film/2"))
  }

  @Test("run keeps a review of several pages, by one visit")
  func run() throws {
    let review = PagedReview()
    review.serve(work.server)
    _ = try work.folder.write(
      "stet.yaml",
      "archive: Archive\nsites:\n  - name: Reels\n    delay: 0\n    pages: [\(work.server.address("/film"))]\n")
    let outcome = try work.stet("run", "--json")
    #expect(outcome.exitCode == 0, "\(outcome.errorOutput)")
    #expect(try outcomes(outcome) == ["new"])
    #expect(work.server.requests.map(\.path) == ["/robots.txt", "/film", "/film/2", "/film/3"])
    #expect(try work.stet("show", "film", "--format", "text").output.contains("On page 3"))
  }
}
