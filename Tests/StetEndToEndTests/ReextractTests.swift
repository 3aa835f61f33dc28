import StetArchive
import StetDigest
import StetModel
import StetTestSupport
import Testing

@Suite struct ReextractTests {
  let work: Workplace

  init() throws { work = try Workplace() }

  /// A page in the archive as rules of another day have read it.
  private func store(_ path: String, title: String, html: String = ReviewPage().html, day: String = "2020-11-01") throws
  {
    work.server.on(path, .page(text: html))
    let printed = try work.stet("extract", "--format", "json", work.server.address(path))
    var review = try Review(json: try printed.json())
    review.title = title
    let address = try #require(PageAddress(work.server.address(path)))
    let captured = try #require(Timestamp("\(day)T00:00:00Z"))
    let exchange = HTTPExchange(
      address: address, requestFields: [HeaderField(name: "User-Agent", value: "stet")], status: 200, reason: "OK",
      fields: [HeaderField(name: "Content-Type", value: "text/html; charset=utf-8")],
      body: Array(html.utf8),
      date: captured)
    let writer = try ArchiveWriter.open(at: work.folder.path("Archive"))
    defer { writer.close() }
    let rules = try #require(Digest(bytes: [UInt8](repeating: 7, count: 32)))
    _ = try writer.record(
      Capture(
        page: PageKey(address), captured: captured,
        response: ResponseFacts(
          status: 200, finalURL: address.description, payload: Digest.sha256(of: Array(html.utf8))),
        exchanges: [exchange],
        extractor: ExtractorFacts(version: "0", rules: rules), review: review))
  }

  @Test("The report, then the writing, then nothing left to do; nobody is asked")
  func story() throws {
    try store("/a", title: "As it was read")
    try store("/b", title: ReviewPage().title)
    let asked = work.server.requests.count
    let report = try work.stet("reextract", "--json", "--jobs", "2")
    #expect(report.exitCode == 0)
    #expect(try report.json()["versions"]?["changed"] == 1)
    #expect(try report.json()["versions"]?["same"] == 1)
    #expect(try report.json()["fields"]?.array?.first?["field"] == "title")
    #expect(try work.stet("reextract").output.contains("title  differs in 1 version"))
    #expect(try work.stet("show", "/a").output.contains("As it was read"))

    let written = try work.stet("reextract", "--write", "--json")
    #expect(try written.json()["written"] == 1)
    let shown = try work.stet("show", "/a", "--json").json()
    #expect(shown["cause"] == "extractor")
    #expect(shown["version"] == 2)
    #expect(shown["review"]?["title"]?.string == ReviewPage().title)
    #expect(try work.stet("reextract", "--write", "--json").json()["written"] == 0)
    #expect(try work.stet("verify").exitCode == 0)
    #expect(work.server.requests.count == asked)

    // The two versions are of one capture: today's rules read no difference.
    let diff = try work.stet("diff", "/a", "--json")
    #expect(diff.exitCode == 0)
    #expect(try diff.json()["basis"] == "reread")
    #expect(diff.errorOutput.hasPrefix("stet: different rules have read these versions: "))
    #expect(diff.saysOneLine)
    let stored = try work.stet("diff", "/a", "--stored", "--json")
    #expect(stored.exitCode == 1)
    #expect(try stored.json()["basis"] == "stored")
    #expect(try stored.json()["changes"]?.array?.map { $0["field"] } == ["title"])
    #expect(stored.errorOutput.isEmpty)
  }

  @Test("What diff compares by itself is the capture before, not another reading of the same one")
  func previousCapture() throws {
    var page = ReviewPage()
    try store("/a", title: page.title, html: page.html)
    page.paragraphs[0] = "The first paragraph was rewritten on another day, and says something else by now, at length."
    try store("/a", title: "As it was read", html: page.html, day: "2020-12-01")
    #expect(try work.stet("reextract", "--write", "--json").json()["written"] == 1)
    let diff = try work.stet("diff", "/a", "--json")
    #expect(diff.exitCode == 1)
    #expect(try diff.json()["changes"]?.array?.map { $0["field"] } == ["body"])
  }

  @Test("Another day's rules are no changed page: archive finds it unchanged")
  func archive() throws {
    try store("/a", title: "As it was read")
    let outcome = try work.stet("archive", "--json", work.server.address("/a")).jsonLines().first
    #expect(outcome?["outcome"] == "unchanged")
    #expect(outcome?["version"] == 1)
  }

  @Test("A page that is not there is 66, a wrong number of threads 64")
  func trouble() throws {
    try store("/a", title: "As it was read")
    #expect(try work.stet("reextract", "nowhere").exitCode == 66)
    #expect(try work.stet("reextract", "--jobs", "0").exitCode == 64)
    #expect(try work.stet("reextract", "--archive", "none").exitCode == 66)
  }
}
