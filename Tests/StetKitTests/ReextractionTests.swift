import StetArchive
import StetDiff
import StetExtract
import StetKit
import StetModel
import StetTestSupport
import Testing

@Suite struct ReextractionTests {
  let folder: TemporaryDirectory
  let writer: ArchiveWriter
  let responses = KeptResponses()

  init() throws {
    folder = try TemporaryDirectory()
    writer = try ArchiveWriter.open(at: folder.path("Archive"))
  }

  private static let oldRules = ExtractorFacts(
    version: "0", rules: Digest(bytes: [UInt8](repeating: 7, count: 32)) ?? Extractor.facts.rules)

  private func day(_ number: Int) throws -> Timestamp {
    try #require(Timestamp("2026-11-\(number < 10 ? "0" : "")\(number)T00:00:00Z"))
  }

  /// Stores what today's rules read from a page, changed as the old rules would have read it.
  @discardableResult
  private func store(
    _ name: String, _ html: String, day: Int, kept: Bool = true, rules: ExtractorFacts = oldRules,
    as change: (inout Review) -> Void = { _ in }
  ) throws -> Visit {
    let address = try #require(PageAddress("http://reviews.example/\(name)"))
    let captured = try self.day(day)
    var review = try Extractor().extract(
      Page(requested: address, final: address, body: Array(html.utf8), received: captured)
    ).review
    review.url = address.description
    change(&review)
    if kept { responses[captured] = html }
    return try writer.record(
      Capture(
        page: PageKey(address), captured: captured, response: ResponseFacts(status: 200, finalURL: address.description),
        extractor: rules, review: review))
  }

  private func reextraction(_ versions: Reextraction.Versions = .latest, jobs: Int = 2) -> Reextraction {
    Reextraction(writer.archive, responses: responses, versions: versions, jobs: jobs)
  }

  private func snapshots(_ name: String) throws -> [Snapshot] {
    let page = try writer.archive.find("http://reviews.example/\(name)")
    return try writer.archive.versionsInTime(of: page).map { try writer.archive.snapshot($0, of: page).snapshot }
  }

  @Test("The report tells which fields differ in how many versions, the worst first; nothing is written")
  func report() throws {
    let html = ReviewPage().html
    try store("a", html, day: 1) { $0.title = "Another title" }
    try store("b", html, day: 2) { $0.title = "Yet another" }
    try store("c", html, day: 3) { $0.verdict = "A verdict that today's rules do not find" }
    try store("d", html, day: 4)
    try store("e", html, day: 5, rules: Extractor.facts) { $0.title = "Read by today's rules" }
    try store("f", html, day: 6, kept: false) { $0.title = "Without a response" }
    // The index is derived, and whoever reads brings it up to date.
    func files() -> [String] { folder.files().filter { !$0.contains("index.sqlite") && !$0.hasSuffix("index-lock") } }
    let before = files()
    let report = try reextraction().run()
    #expect(report.fields == [.title, .verdict])
    #expect(report.fieldCounts == [.title: 2, .verdict: 1])
    #expect(report.count(.changed) == 3)
    #expect(report.count(.same) == 1)
    #expect(report.count(.current) == 1)
    #expect(report.count(.missing) == 1)
    #expect(report.written == 0)
    #expect(report.fieldExamples[.verdict]?.first?.page.description == "http://reviews.example/c")
    let json = report.json(rules: Extractor.facts.rules)
    #expect(json["fields"]?.array?.map { $0["versions"] } == [2, 1])
    #expect(json["versions"]?["changed"] == 3)
    #expect(files() == before)
  }

  @Test("Examples are the worst ones: what is lost before what reads otherwise")
  func worst() throws {
    let html = ReviewPage().html
    for number in 1...5 {
      try store("p\(number)", html, day: number) {
        $0.title = "Another title"
        if number == 4 { $0.verdict = "Lost" }
      }
    }
    let examples = try #require(try reextraction().run().fieldExamples[.title])
    #expect(examples.count == ReextractReport.maximumExamples)
    #expect(examples.first?.page.description == "http://reviews.example/p4")
  }

  @Test("What is written is a version of the same capture with the cause extractor; the archive stays whole")
  func write() throws {
    try store("a", ReviewPage().html, day: 1) { $0.title = "Another title" }
    let report = try reextraction().run(writer: writer)
    #expect(report.written == 1)
    let versions = try snapshots("a")
    #expect(versions.map(\.cause) == [.page, .extractor])
    #expect(versions.map(\.captured) == [try day(1), try day(1)])
    #expect(versions[1].review?.title == ReviewPage().title)
    #expect(versions[1].extractor == Extractor.facts)
    #expect(versions[1].response?.finalURL == "http://reviews.example/a")
    let page = try writer.archive.find("http://reviews.example/a")
    #expect(try writer.archive.visits(of: page).map(\.outcome) == [.new, .reextracted])
    #expect(try writer.archive.verify { _, _ in }.isWhole)
  }

  @Test(
    "A second run has nothing to do: what was written is not read again",
    arguments: [Reextraction.Versions.latest, .all])
  func idempotent(versions: Reextraction.Versions) throws {
    var page = ReviewPage()
    try store("a", page.html, day: 1) { $0.title = "Another title" }
    page.paragraphs[0] = "Something else, and quite a lot of it, was written about this film after it came out again."
    try store("a", page.html, day: 2) { $0.title = "Another title" }
    let first = try reextraction(versions).run(writer: writer)
    #expect(first.written == (versions == .all ? 2 : 1))
    let second = try reextraction(versions).run(writer: writer)
    #expect(second.written == 0)
    #expect(second.count(.current) == first.written)
    #expect(second.count(.changed) == 0)
    let captured = try snapshots("a").map(\.captured)
    #expect(captured == captured.sorted())
    #expect(try snapshots("a").count == 2 + first.written)
    #expect(try snapshots("a").last?.review?.title == page.title)
  }

  @Test("A version that today's rules cannot read, or that would lose most of its text, is told and never written")
  func worse() throws {
    let html = ReviewPage().html
    try store("empty", html, day: 1)
    responses[try day(1)] = "<html><body><script>draw()</script></body></html>"
    try store("short", html, day: 2) { $0.body = Array(repeating: $0.body, count: 6).flatMap(\.self) }
    let report = try reextraction().run(writer: writer)
    #expect(report.count(.worse) == 2)
    #expect(report.troubles[.worse]?.contains { $0.summary.hasPrefix("its text has shrunk") } == true)
    #expect(report.written == 0)
    #expect(try snapshots("short").count == 1)
  }

  @Test("A version that cannot be read from the archive is told, and the others are read")
  func damaged() throws {
    try store("a", ReviewPage().html, day: 1) { $0.title = "Another title" }
    try store("b", ReviewPage().html, day: 2) { $0.title = "Another title" }
    try store("c", ReviewPage().html, day: 3) { $0.title = "Another title" }
    responses[try day(2)] = "damaged"
    let file = try #require(folder.files().first { $0.contains("/c~") && $0.hasSuffix("1.json") })
    try folder.write(file, "{}")
    let report = try reextraction().run()
    #expect(report.count(.failed) == 2)
    #expect(report.count(.changed) == 1)
  }

  @Test("One thread or several: the same report; a tombstone is left alone, and only the pages asked for are read")
  func threads() throws {
    for number in 1...9 { try store("p\(number)", ReviewPage().html, day: number) { $0.title = "Title \(number)" } }
    let address = try #require(PageAddress("http://reviews.example/p9"))
    for number in 20...23 { _ = try writer.recordAbsence(address, status: 410, at: try day(number)) }
    #expect(try snapshots("p9").last?.cause == .gone)
    let one = try reextraction(jobs: 1).run().json(rules: Extractor.facts.rules)
    #expect(try reextraction(jobs: 4).run().json(rules: Extractor.facts.rules) == one)
    #expect(one["versions"]?["changed"] == 9)
    let page = try writer.archive.find("http://reviews.example/p3")
    #expect(try reextraction().run(pages: [page]).count(.changed) == 1)
  }
}
