import Glibc
import Logging
import StetArchive
import StetDiff
import StetExtract
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Testing

@Suite struct KnownSitesTests {
  let folder: TemporaryDirectory
  let server: ScriptedServer

  init() throws {
    folder = try TemporaryDirectory()
    server = try ScriptedServer()
  }

  static let appeal =
    "Reel Harbour has no owner but its readers. If you like what you read, give what a cup of tea costs."

  /// A page of its own text, and with the site's appeal among it, under a heading where one is named.
  private func page(_ name: String, appeal: Bool = true, under heading: String? = nil) -> ReviewPage {
    var paragraphs = (0..<8).map {
      "Scene \($0) of \(name) is set on a quay of its own, and nothing in it was seen before or will be seen again soon."
    }
    let title = heading.map { "</p><h2>\($0)</h2><p>" } ?? ""
    if appeal { paragraphs.insert(title + Self.appeal, at: 5) }
    return ReviewPage(title: "The \(name) of the Lighthouse", paragraphs: paragraphs)
  }

  private func writer() throws -> ArchiveWriter { try ArchiveWriter.open(at: folder.path("Archive")) }

  private func archive(_ name: String, _ page: ReviewPage, into writer: ArchiveWriter) async throws -> PageOutcome {
    server.on("/\(name)", .page(text: page.html))
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), logger: logger)
    return try await archiving.archive(try #require(PageAddress(server.address("/\(name)"))))
  }

  /// Archives a page by a run of its own, as `stet archive` does.
  private func archive(_ name: String, _ page: ReviewPage) async throws -> PageOutcome {
    let writer = try writer()
    defer { writer.close() }
    return try await archive(name, page, into: writer)
  }

  private func snapshots(_ name: String) throws -> [Snapshot] {
    let archive = try Archive.open(at: folder.path("Archive"))
    let page = try archive.find(server.address("/\(name)"))
    return try archive.versionsInTime(of: page).map { try archive.snapshot($0, of: page).snapshot }
  }

  private func hasAppeal(_ snapshot: Snapshot?) -> Bool { snapshot?.review?.bodyText.contains(Self.appeal) == true }

  @Test(
    "What stands on two other pages of the host is left out of a third, which says so; of other hosts nothing is known")
  func third() async throws {
    for name in ["dawn", "noon"] { #expect(try await archive(name, page(name)).kind == .new) }
    for name in ["dawn", "noon"] { #expect(try snapshots(name).map(hasAppeal) == [true]) }
    #expect(try await archive("night", page("night")).kind == .new)
    let third = try #require(try snapshots("night").last)
    #expect(!hasAppeal(third))
    #expect(third.extractor.recurring.map(\.pages) == [2])
    #expect(third.extractor.recurring.map(\.of) == [2])
    let archive = try Archive.open(at: folder.path("Archive"))
    #expect(try archive.verify { _, _ in }.isWhole)
    // Another port is another host.
    let other = try ScriptedServer()
    other.on("/night", .page(text: page("night").html))
    let elsewhere = try Extractor().extract(
      Page(
        requested: try #require(PageAddress(other.address("/night"))),
        final: try #require(PageAddress(other.address("/night"))), body: Array(page("night").html.utf8),
        received: third.captured))
    #expect(try KnownSites(archive).known(elsewhere) == elsewhere)
  }

  @Test("The same in one run, before any index knows of the pages")
  func oneRun() async throws {
    let writer = try writer()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let archiving = Archiving(into: writer, extractor: Extractor(), logger: logger)
    for name in ["dawn", "noon", "night"] {
      server.on("/\(name)", .page(text: page(name).html))
      _ = try await archiving.archive(try #require(PageAddress(server.address("/\(name)"))))
    }
    #expect(try snapshots("noon").map(hasAppeal) == [true])
    #expect(try snapshots("night").map(hasAppeal) == [false])
  }

  @Test("Imported captures are read the same way, in the order of time; what the publisher took out later is his doing")
  func imported() throws {
    var captures = StoredCaptures()
    for (day, name) in ["dawn", "noon", "night", "dawn"].enumerated() {
      let html = page(name, appeal: day < 3).html
      try captures.add("http://example.org/\(name)", "2016-03-0\(day + 1)T00:00:00Z", Array(html.utf8))
    }
    let writer = try writer()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let run = ImportRun(into: writer, extractor: Extractor(), jobs: 2, logger: logger)
    var kinds: [PageOutcome.Kind] = []
    let file = try folder.write("a.warc.gz", try captures.compressed())
    _ = try run.run([try WebArchive(file)]) { kinds.append($0.outcome.kind) }
    // The first version was read with the appeal, before anything was known: without it the page is another one.
    #expect(kinds == [.new, .new, .new, .changed])
    let archive = writer.archive
    for (name, has) in [("dawn", [true, false]), ("noon", [true]), ("night", [false])] {
      let page = try archive.find("http://example.org/\(name)")
      let versions = try archive.versionsInTime(of: page).map { try archive.snapshot($0, of: page).snapshot }
      #expect(versions.map(hasAppeal) == has)
    }
  }

  @Test("A page that comes again unchanged is unchanged, though more is known of its site by now")
  func unchanged() async throws {
    for name in ["dawn", "noon", "night"] { _ = try await archive(name, page(name)) }
    let again = try await archive("dawn", page("dawn"))
    #expect((again.kind, again.version) == (.unchanged, 1))
    #expect(hasAppeal(try snapshots("dawn").last))
  }

  @Test("What the publisher has changed is a version, and the comparison shows that and nothing of what is known since")
  func changed() async throws {
    for name in ["dawn", "noon", "night"] { _ = try await archive(name, page(name)) }
    var edited = page("dawn")
    edited.paragraphs[0].replace("on a quay", with: "on a pier")
    #expect(try await archive("dawn", edited).kind == .changed)
    let versions = try snapshots("dawn")
    #expect(versions.map(hasAppeal) == [true, false])
    let sides = FairComparison(versions[0], versions[1], rereading: nil)
    #expect(sides.basis == .withoutRecurring)
    let diff = SnapshotDiff.between(sides.old, sides.new)
    #expect(diff.changes.map(\.field) == [.body])
    #expect(!diff.summary.contains("removed"))
    #expect(SnapshotDiff.between(versions[0], versions[1]).summary.contains("1 removed"))
  }

  @Test("Re-extraction brings the first pages in line, with the cause extractor; diff and log do not call that an edit")
  func reextraction() async throws {
    for name in ["dawn", "noon", "night"] { _ = try await archive(name, page(name)) }
    let writer = try writer()
    let report = try Reextraction(writer.archive, responses: writer.archive).run(writer: writer)
    #expect(report.counts == [.changed: 2, .current: 1])
    #expect(report.written == 2)
    #expect(try Reextraction(writer.archive, responses: writer.archive).run(writer: writer).counts == [.current: 3])
    writer.close()
    for name in ["dawn", "noon"] {
      let versions = try snapshots(name)
      #expect(versions.map(\.cause) == [.page, .extractor])
      #expect(versions.map(hasAppeal) == [true, false])
      let sides = FairComparison(versions[0], versions[1], rereading: nil)
      #expect(SnapshotDiff.between(sides.old, sides.new).isEmpty)
      #expect(
        VersionChange(versions[0], versions[1], rereading: nil).note == "read again without what recurs on its site")
    }
    let archive = try Archive.open(at: folder.path("Archive"))
    #expect(try archive.verify { _, _ in }.isWhole)
  }

  /// Archives "night", whose appeal has a heading that its site's other pages have only later on.
  private func archiveNightEarly() async throws {
    for name in ["dawn", "noon"] { _ = try await archive(name, page(name, under: "Support us")) }
    _ = try await archive("night", page("night", under: "Join us"))
    let night = try #require(try snapshots("night").last)
    #expect(!hasAppeal(night))
    #expect(night.review?.bodyText.contains("Join us") == true)
    for name in ["dawn", "noon"] { #expect(try await archive(name, page(name, under: "Join us")).kind == .changed) }
  }

  @Test("A heading that is known for the site's only later on makes no version of a page that is the same, and no edit")
  func laterHeading() async throws {
    try await archiveNightEarly()
    let again = try await archive("night", page("night", under: "Join us"))
    #expect((again.kind, again.version) == (.unchanged, 1))
    var edited = page("night", under: "Join us")
    edited.paragraphs[0].replace("on a quay", with: "on a pier")
    #expect(try await archive("night", edited).kind == .changed)
    let versions = try snapshots("night")
    #expect(versions.map(\.extractor.recurring.count) == [1, 2])
    let sides = FairComparison(versions[0], versions[1], rereading: nil)
    #expect(sides.basis == .withoutRecurring)
    #expect(!SnapshotDiff.between(sides.old, sides.new).summary.contains("removed"))
  }

  @Test("Re-extraction finds such a heading, as archiving the page anew would")
  func laterHeadingReread() async throws {
    try await archiveNightEarly()
    let writer = try writer()
    let report = try Reextraction(writer.archive, responses: writer.archive).run(writer: writer)
    #expect(report.count(.changed) > 0)
    #expect(try Reextraction(writer.archive, responses: writer.archive).run(writer: writer).count(.changed) == 0)
    writer.close()
    let versions = try snapshots("night")
    #expect(versions.map(\.cause) == [.page, .extractor])
    #expect(versions.map { $0.review?.bodyText.contains("Join us") } == [true, false])
    #expect(versions.map(\.extractor.recurring.count) == [1, 2])
    #expect(try await archive("night", page("night", under: "Join us")).kind == .unchanged)
  }

  @Test(
    "What was left out of a page stays out when the page comes back from being gone, though its site says it no more")
  func tombstone() throws {
    let writer = try writer()
    func day(_ text: String) throws -> Timestamp { try #require(Timestamp("2016-\(text)T00:00:00Z")) }
    func take(_ pages: [(day: String, page: String, appeal: Bool)]) throws {
      var captures = StoredCaptures()
      for (day, name, appeal) in pages {
        let html = page(name, appeal: appeal).html
        try captures.add("http://example.org/\(name)", "2016-\(day)T00:00:00Z", Array(html.utf8))
      }
      let file = try folder.write("\(pages[0].day).warc.gz", try captures.compressed())
      let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
      _ = try ImportRun(into: writer, extractor: Extractor(), jobs: 1, logger: logger)
        .run([try WebArchive(file)]) { #expect([.new, .changed].contains($0.outcome.kind)) }
    }
    try take([("03-01", "dawn", true), ("03-02", "noon", true), ("03-03", "night", true)])
    let address = try #require(PageAddress("http://example.org/night"))
    for number in 1...4 { _ = try writer.recordAbsence(address, status: 410, at: try day("04-0\(number)")) }
    try take([("05-01", "dawn", false), ("05-02", "noon", false), ("05-03", "night", true)])
    let night = try writer.archive.find("http://example.org/night")
    let versions = try writer.archive.versionsInTime(of: night).map {
      try writer.archive.snapshot($0, of: night).snapshot
    }
    #expect(versions.map(\.cause) == [.import, .gone, .import])
    #expect(versions.last?.extractor.recurring.count == 1)
    #expect(versions.map(hasAppeal) == [false, false, false])
  }

  @Test("The archive's own copy of a page is none of the other pages, whatever address the page is read from")
  func ownCopy() throws {
    var old = page("dawn")
    old.head = "<link rel=\"canonical\" href=\"http://example.org/dawn\">"
    var captures = StoredCaptures()
    try captures.add("http://example.org/dawn-print", "2016-03-01T00:00:00Z", Array(old.html.utf8))
    try captures.add("http://example.org/noon", "2016-03-02T00:00:00Z", Array(page("noon").html.utf8))
    let writer = try writer()
    let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    let file = try folder.write("a.warc.gz", try captures.compressed())
    _ = try ImportRun(into: writer, extractor: Extractor(), jobs: 1, logger: logger).run([try WebArchive(file)]) { _ in
    }
    #expect(try writer.archive.find("http://example.org/dawn-print").key.description == "http://example.org/dawn")
    // Written anew from the first word to the last, but for the appeal.
    var anew = page("morning")
    for head in ["", old.head] {
      anew.head = head
      let address = try #require(PageAddress("http://example.org/dawn-print"))
      let read = try Extractor().extract(
        Page(
          requested: address, final: address, body: Array(anew.html.utf8),
          received: try #require(Timestamp("2016-04-01T00:00:00Z"))))
      #expect(try KnownSites(writer.archive, effort: .build).known(read) == read)
    }
    // A page of the same words that is another one has two others.
    let address = try #require(PageAddress("http://example.org/morning"))
    var other = try Extractor().extract(
      Page(
        requested: address, final: address, body: Array(page("morning").html.utf8),
        received: try #require(Timestamp("2016-04-01T00:00:00Z"))))
    other = try KnownSites(writer.archive, effort: .build).known(other)
    #expect(other.extractor.recurring.map(\.of) == [2])
  }

  @Test("A version read again by itself is the same record: what it was read without is written down")
  func reproducible() async throws {
    for name in ["dawn", "noon", "night"] { _ = try await archive(name, page(name)) }
    let third = try #require(try snapshots("night").last)
    // Its neighbours are gone, and with them all that was known.
    for name in ["dawn", "noon"] {
      let archive = try Archive.open(at: folder.path("Archive"))
      let path = folder.path("Archive/\(try archive.find(server.address("/\(name)")).folder)")
      try #require(rename(path, folder.path(name)) == 0)
    }
    let archive = try Archive.open(at: folder.path("Archive"))
    guard case .read(let again, _) = try Rereading(archive).read(third) else {
      Issue.record("the response is kept")
      return
    }
    #expect(again.review == third.review)
    #expect(again.extractor == third.extractor)
    // And when it comes again, it is as it was.
    #expect(try await self.archive("night", page("night")).kind == .unchanged)
  }

  @Test("A page that cannot be read keeps nobody from archiving the others")
  func damaged() async throws {
    for name in ["dawn", "noon", "dusk"] { _ = try await archive(name, page(name)) }
    let archive = try Archive.open(at: folder.path("Archive"))
    try folder.write("Archive/\(try archive.find(server.address("/dawn")).folder)/1.json", "{}")
    #expect(try await self.archive("night", page("night")).kind == .new)
    #expect(try snapshots("night").map(hasAppeal) == [false])
  }
}
