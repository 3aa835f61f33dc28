import Logging
import StetArchive
import StetExtract
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Testing

@Suite struct RuleChangeTests {
  let folder: TemporaryDirectory
  let server: ScriptedServer
  let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryDirectory()
    server = try ScriptedServer()
    writer = try ArchiveWriter.open(at: folder.path("Archive"))
  }

  private func archive(_ html: String) async throws -> PageOutcome {
    server.on("/film", .page(text: html))
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), logger: logger)
    return try await archiving.archive(try #require(PageAddress(server.address("/film"))))
  }

  private func store(kept: Bool = true, rules: ExtractorFacts = OldReading.rules) throws {
    try OldReading.store(
      server.address("/film"), ReviewPage().html, at: "2020-11-01T00:00:00Z", into: writer, kept: kept, rules: rules
    ) { $0.title = "A title as it was read" }
  }

  private func outcomes() throws -> [VisitOutcome] {
    try writer.archive.visits(of: try writer.archive.find(server.address("/film"))).map(\.outcome)
  }

  @Test("A capture that differs only because the rules have changed is an unchanged page")
  func rules() async throws {
    try store()
    let outcome = try await archive(ReviewPage().html)
    #expect((outcome.kind, outcome.version) == (.unchanged, 1))
    #expect(try outcomes() == [.new, .unchanged])
    #expect(try await archive(ReviewPage().html).kind == .unchanged)
    writer.close()
    #expect(try writer.archive.verify { _, _ in }.isWhole)
  }

  @Test("A page that has changed is a version, whatever the rules were")
  func page() async throws {
    try store()
    var page = ReviewPage()
    page.paragraphs[1] = "The older keeper sings now, and that changes the whole evening."
    #expect(try await archive(page.html).kind == .changed)
    #expect(try outcomes() == [.new, .changed])
    // What was read by today's rules is compared as it is.
    #expect(try await archive(page.html).kind == .unchanged)
  }

  @Test("Without the response nobody can tell, and what was stored counts")
  func missing() async throws {
    try store(kept: false)
    #expect(try await archive(ReviewPage().html).kind == .changed)
  }

  @Test("A response that cannot be read stops nothing")
  func damaged() async throws {
    try store()
    for file in folder.files() where file.hasSuffix(".warc.gz") && file.contains("/2020/") {
      try folder.write(file, [UInt8](repeating: 0, count: 100))
    }
    #expect(try await archive(ReviewPage().html).kind == .changed)
  }

  @Test("What today's rules have stored differs from today's reading by the page alone: it is not read again")
  func current() async throws {
    try store(rules: Extractor.facts)
    #expect(try await archive(ReviewPage().html).kind == .changed)
  }
}
