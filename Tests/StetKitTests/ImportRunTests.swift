import Glibc
import Logging
import StetArchive
import StetDigest
import StetExtract
import StetKit
import StetModel
import StetTestSupport
import StetWARC
import Testing

/// Stored captures into an archive.
@Suite struct ImportRunTests {
  private let folder: TemporaryDirectory
  private let film = "http://example.org/film"

  init() throws { folder = try TemporaryDirectory() }

  private func log() -> Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }

  @discardableResult
  private func run(
    _ files: [String], into name: String = "Archive", jobs: Int = 2, stopAfter: Int = .max
  ) throws -> (lines: [String], report: ImportReport) {
    let writer = try ArchiveWriter.open(at: folder.path(name))
    defer { writer.close() }
    var lines: [String] = []
    let report = try ImportRun(into: writer, extractor: Extractor(), jobs: jobs, logger: log()).run(
      try files.map { try WebArchive($0) }, shouldStop: { lines.count >= stopAfter }
    ) { imported in
      let outcome = imported.outcome
      lines.append("\(imported.captured.description.prefix(4)) \(outcome.kind) \(outcome.version ?? 0)")
    }
    return (lines, report)
  }

  private func snapshots(_ page: String, in name: String = "Archive") throws -> [Snapshot] {
    let archive = try Archive.open(at: folder.path(name))
    let page = try archive.find(page)
    return try archive.versions(of: page).map { try archive.snapshot($0, of: page).snapshot }
  }

  private func head(_ name: String = "Archive") throws -> Digest {
    let report = try Archive.open(at: folder.path(name)).verify { _, _ in }
    #expect(report.isWhole)
    return report.head
  }

  /// Every visit with what it found, page by page.
  private func history(_ name: String) throws -> [String] {
    let archive = try Archive.open(at: folder.path(name))
    return try archive.pages().flatMap { page in
      try archive.visits(of: page).map { visit in
        let version = try #require(visit.version)
        let review = try archive.snapshot(version, of: page).snapshot.review
        return "\(page.key) \(visit.at) \(visit.outcome) \(version) \(review?.bodyText ?? "")"
      }
    }
  }

  /// Captures of two pages over years, in no order, in two files.
  private func years() throws -> [String] {
    var first = StoredCaptures()
    try first.add(film, "2016-03-01T00:00:00Z", StoredCaptures.page("Third"))
    try first.add(film, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    try first.add("http://example.org/other", "2013-03-01T00:00:00Z", StoredCaptures.page("Other"))
    var second = StoredCaptures()
    try second.add(film, "2014-03-01T00:00:00Z", StoredCaptures.page("Second"))
    try second.add(film, "2013-03-01T00:00:00Z", StoredCaptures.page("First"))
    return [
      try folder.write("a.warc.gz", first.compressed()), try folder.write("b.warc", second.plain),
    ]
  }

  @Test("Captures become versions in the order of time, with the dates of the captures", arguments: [1, 3])
  func order(jobs: Int) throws {
    let (lines, report) = try run(years(), jobs: jobs)
    #expect(lines == ["2012 new 1", "2013 new 1", "2013 unchanged 1", "2014 changed 2", "2016 changed 3"])
    #expect(report.known == 0 && report.skipped.isEmpty && report.errors.isEmpty && report.left == 0)
    let versions = try snapshots("film")
    #expect(versions.map { $0.captured.description.prefix(4) } == ["2012", "2014", "2016"])
    #expect(versions.allSatisfy { $0.cause == .import && $0.response?.status == 200 })
    #expect(versions.map { $0.review?.bodyText.prefix(5) } == ["First", "Secon", "Third"])
    _ = try head()
  }

  @Test(
    "An international host and its ASCII form are one; the address as it was captured stays in the log and the record")
  func international() throws {
    var captures = StoredCaptures()
    let (written, ascii) = ("http://bücher.example/film", "http://xn--bcher-kva.example/film")
    let first = try StoredCaptures.capture(written, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    captures.add(first.records)
    try captures.add(ascii, "2013-03-01T00:00:00Z", StoredCaptures.page("Second"))
    try captures.add(written, "2014-03-01T00:00:00Z", StoredCaptures.page("First"), of: first)
    let named = StoredCaptures.page("Third")
    let canonical = Array("<link rel=canonical href=\"http://b\u{FC}cher.example/other\">".utf8)
    try captures.add("http://xn--bcher-kva.example/print", "2015-03-01T00:00:00Z", canonical + named)
    let file = try folder.write("a.warc", captures.plain)
    let (lines, _) = try run([file])
    #expect(lines == ["2012 new 1", "2013 changed 2", "2014 changed 3", "2015 new 1"])
    let archive = try Archive.open(at: folder.path("Archive"))
    #expect(try archive.pages().map(\.key.description) == [ascii, "http://xn--bcher-kva.example/other"])
    let page = try archive.find(written)
    #expect(page.key.description == ascii)
    #expect(page.aliases.contains(try #require(PageAddress(written)).description))
    let snapshot = try archive.snapshot(1, of: page).snapshot
    #expect(snapshot.response?.finalURL == ascii)
    #expect(try archive.response(of: snapshot)?.address == PageAddress(written))
    // Where the record stands is found by halves: by one key in both spellings.
    var keys: Set<String> = []
    for path in folder.files() where path.hasPrefix("Archive/") && path.hasSuffix(".cdxj") {
      for line in String(decoding: try folder.read(path), as: UTF8.self).split(separator: "\n") {
        keys.insert(String(line.prefix { $0 != " " }))
      }
    }
    #expect(keys == ["example,xn--bcher-kva)/film", "example,xn--bcher-kva)/print"])
    let again = try archive.snapshot(3, of: page).snapshot
    #expect(try archive.response(of: again)?.body == StoredCaptures.page("First"))
    // And the same again changes nothing.
    let (lines2, report) = try run([file])
    #expect(lines2 == [])
    #expect(report.known == 4)
    _ = try head()
  }

  @Test("The first page of a review goes on at its second one, also where the site offers the whole text on one page")
  func parts() throws {
    let review = PagedReview(2)
    let link = "<p><a href=\"/film/all\">View all on one page</a></p><p class=\"pager\">"
    let first = review.html(1).replacing("<p class=\"pager\">", with: link)
    var captures = StoredCaptures()
    try captures.add(film, "2012-03-01T00:00:00Z", Array(first.utf8))
    try run([try folder.write("a.warc", captures.plain)])
    #expect(try snapshots("film").map { $0.response?.missing } == ["\(film)/2"])
  }

  @Test("What was captured before 1970 comes first, and of one moment what stands first in the files")
  func oldest() throws {
    var first = StoredCaptures()
    try first.add(film, "1999-03-01T00:00:00Z", StoredCaptures.page("Second"))
    try first.add(film, "1999-03-01T00:00:01Z", StoredCaptures.page("Third"))
    var second = StoredCaptures()
    try second.add("http://example.org/other", "1999-03-01T00:00:00Z", StoredCaptures.page("Other"))
    try second.add(film, "1969-07-20T00:00:00Z", StoredCaptures.page("First"))
    let files = [
      try folder.write("a.warc.gz", first.compressed()), try folder.write("b.warc", second.plain),
    ]
    let (lines, _) = try run(files)
    #expect(lines == ["1969 new 1", "1999 changed 2", "1999 new 1", "1999 changed 3"])
    #expect(try snapshots("film").map { $0.review?.bodyText.prefix(5) } == ["First", "Secon", "Third"])
  }

  @Test("The same files again change nothing")
  func again() throws {
    let files = try years()
    try run(files)
    let before = try head()
    let (lines, report) = try run(files.reversed())
    #expect(lines.isEmpty && report.known == 5)
    #expect(try head() == before)
  }

  @Test("An import that was stopped goes on where it was, and ends as one that was not", arguments: 1...3)
  func resumed(after count: Int) throws {
    let files = try years()
    try run(files, into: "Whole")
    let (lines, report) = try run(files, stopAfter: count)
    // What is in hand is finished.
    #expect(lines.count >= count && lines.count < 5 && report.left == 5 - lines.count)
    let rest = try run(files)
    #expect(rest.lines.count == 5 - lines.count && rest.report.known == lines.count)
    _ = try head()
    // Records of the evidence have names of their own, so that heads differ.
    #expect(try history("Archive") == history("Whole"))
  }

  @Test("A file whose records share gzip members is imported too")
  func sharedMembers() throws {
    var captures = StoredCaptures()
    try captures.add(film, "2014-03-01T00:00:00Z", StoredCaptures.page("Second"))
    try captures.add(film, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    let (lines, _) = try run([try folder.write("a.warc.gz", captures.inOneMember())])
    #expect(lines == ["2012 new 1", "2014 changed 2"])
  }

  @Test("Revisits of both kinds are visits of what they repeat")
  func revisits() throws {
    let page = StoredCaptures.page("First")
    let first = try StoredCaptures.capture(film, "2012-03-01T00:00:00Z", page)
    var captures = StoredCaptures()
    try captures.add(film, "2013-03-01T00:00:00Z", page, of: first)
    try captures.add(film, "2014-03-01T00:00:00Z", [], status: 304, type: nil, of: first)
    try captures.add("http://example.org/copy", "2015-03-01T00:00:00Z", page, of: first)
    captures.add(first.records)
    #expect(captures.records.count { $0.head.type == .revisit } == 3)
    let (lines, report) = try run([try folder.write("a.warc.gz", captures.compressed())])
    #expect(lines == ["2012 new 1", "2013 unchanged 1", "2014 unchanged 1", "2015 new 1"])
    #expect(report.skipped.isEmpty)
    #expect(try snapshots("copy").first?.review?.url == "http://example.org/copy")
  }

  @Test("What is no page that can be read is counted by its reason")
  func skipped() throws {
    var captures = StoredCaptures()
    let page = StoredCaptures.page("First")
    let date = "2012-03-01T00:00:00Z"
    try captures.add("http://example.org/1", date, page, status: 404)
    try captures.add("http://example.org/2", date, page, status: 302)
    try captures.add("http://example.org/3", date, page, status: 206)
    try captures.add("http://example.org/4", date, [1], type: "image/png")
    try captures.add("http://example.org/5", date, page, method: "POST")
    let lost = try StoredCaptures.capture("http://example.org/6", date, StoredCaptures.page("Lost"))
    try captures.add("http://example.org/7", date, StoredCaptures.page("Lost"), of: lost)
    try captures.add("http://example.org/8", date, [UInt8](repeating: 0x20, count: 17 << 20))
    var broken = try StoredCaptures.capture("http://example.org/9", date, page).records
    broken[0].block[broken[0].block.count - 30] ^= 1
    captures.add(broken)
    // Stored in br by another writer, whose head is not ours.
    var coded = try StoredCaptures.capture("http://example.org/10", date, []).records[0]
    coded.block = Array(
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n\u{1}\u{2}\u{3}".utf8)
    coded.head.fields.removeAll { $0.name.hasSuffix("Digest") || $0.hasName("Content-Length") }
    coded.head.fields.append(HeaderField(name: "Content-Length", value: "\(coded.block.count)"))
    captures.add([coded])
    let (lines, report) = try run([try folder.write("a.warc.gz", captures.compressed())])
    #expect(lines.isEmpty)
    #expect(
      report.skipped == [
        .status: 3, .notHTML: 1, .method: 1, .original: 1, .tooLong: 1, .damaged: 1, .coding: 1,
      ])
    #expect(report.left == 0)
  }

  @Test("The request is kept with its response, on whatever side of it it stands, but for its secrets")
  func requests() throws {
    var captures = StoredCaptures()
    try captures.add(film, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    var turned = try StoredCaptures.capture(film, "2013-03-01T00:00:00Z", StoredCaptures.page("Second")).records
    turned[1].block = Array("GET /film HTTP/1.1\r\nCookie: a=b\r\nUser-Agent: crawler/2\r\n\r\n".utf8)
    turned[1].head.fields.removeAll { $0.name.hasSuffix("Digest") || $0.hasName("Content-Length") }
    turned[1].head.fields.append(HeaderField(name: "Content-Length", value: "\(turned[1].block.count)"))
    captures.add(turned.reversed())
    try run([try folder.write("a.warc.gz", captures.compressed())])
    var requests: [String] = []
    for path in folder.files() where path.hasSuffix(".warc.gz") && path.hasPrefix("Archive/") {
      let reader = WARCReader(try folder.read(path))
      while let record = try reader.record(maximumBlockBytes: 1 << 20)?.record {
        if record.head.type == .request { requests.append(String(decoding: record.block, as: UTF8.self)) }
      }
    }
    #expect(
      requests.sorted() == [
        "GET /film HTTP/1.1\r\nHost: example.org\r\nUser-Agent: crawler/1\r\n\r\n",
        "GET /film HTTP/1.1\r\nHost: example.org\r\nUser-Agent: crawler/2\r\n\r\n",
      ])
  }

  @Test("A block page is set aside, once")
  func quarantined() throws {
    var captures = StoredCaptures()
    try captures.add(film, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    let wall = "<html><title>Just a moment...</title><h1>Checking your browser before accessing example.org</h1>"
    try captures.add(film, "2013-03-01T00:00:00Z", Array(wall.utf8))
    let file = try folder.write("a.warc.gz", captures.compressed())
    #expect(try run([file]).lines == ["2012 new 1", "2013 quarantined 0"])
    #expect(try run([file]).report.known == 2)
    #expect(try snapshots("film").count == 1)
  }

  @Test("What is damaged is said, and what stands before and behind it is imported; without any page that is said")
  func damaged() throws {
    var captures = StoredCaptures()
    for year in 2012...2014 {
      try captures.add(film, "\(year)-03-01T00:00:00Z", StoredCaptures.page("Year \(year)"))
    }
    let members = try captures.records.map { try $0.member() }
    var file = members.flatMap(\.self)
    file[members[0].count + members[1].count + members[2].count / 2] ^= 0xFF
    let (lines, report) = try run([try folder.write("a.warc.gz", file)])
    #expect(lines == ["2012 new 1", "2014 changed 2"])
    #expect(report.errors.map(\.code) == [.damaged])
    let info = Warcinfo(date: try #require(Timestamp("2012-03-01T00:00:00Z")), filename: "b.warc").record
    #expect(try run([try folder.write("b.warc", info.bytes)]).report.errors.map(\.code) == [.noPage])
  }

  @Test("A capture is judged by what came before it, not by what the page has become")
  func grown() throws {
    var later = StoredCaptures()
    try later.add(film, "2016-03-01T00:00:00Z", StoredCaptures.page(String(repeating: "Long and longer ", count: 30)))
    try run([try folder.write("a.warc", later.plain)])
    var before = StoredCaptures()
    try before.add(film, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    #expect(try run([try folder.write("b.warc", before.plain)]).lines == ["2012 changed 2"])
    var shrunken = StoredCaptures()
    try shrunken.add(film, "2017-03-01T00:00:00Z", StoredCaptures.page("First"))
    #expect(try run([try folder.write("c.warc", shrunken.plain)]).lines == ["2017 quarantined 0"])
  }

  @Test("An import into an archive that has later versions puts its versions where they belong in time")
  func earlier() throws {
    var later = StoredCaptures()
    try later.add(film, "2016-03-01T00:00:00Z", StoredCaptures.page("Third"))
    var before = StoredCaptures()
    try before.add(film, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    try before.add(film, "2017-03-01T00:00:00Z", StoredCaptures.page("Third"))
    try run([try folder.write("a.warc", later.plain)])
    #expect(try run([try folder.write("b.warc", before.plain)]).lines == ["2012 changed 2", "2017 unchanged 1"])
    let archive = try Archive.open(at: folder.path("Archive"))
    #expect(try archive.versionsInTime(of: archive.find("film")) == [2, 1])
  }

  @Test(
    "Captures dated in the future are refused, counted and told once a file; one day is given, and what they hold may be repeated"
  )
  func future() throws {
    let clock = time(nil)
    func date(in seconds: Int) -> String { "\(Timestamp(secondsSince1970: Int64(clock + seconds)))" }
    var captures = StoredCaptures()
    try captures.add(film, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    let original = try StoredCaptures.capture(film, "9999-12-31T23:59:59Z", StoredCaptures.page("Second"))
    captures.add(original.records)
    try captures.add(film, "2014-03-01T00:00:00Z", StoredCaptures.page("Second"), of: original)
    try captures.add(film, date(in: 2 * 86_400), StoredCaptures.page("Third"), of: original)
    try captures.add(film, date(in: 3600), StoredCaptures.page("Fourth"))
    let (lines, report) = try run([try folder.write("a.warc.gz", captures.compressed())])
    #expect(lines == ["2012 new 1", "2014 changed 2", "\(date(in: 3600).prefix(4)) changed 3"])
    #expect(report.skipped == [.future: 2])
    #expect(CaptureSkip.future.isLoss)
    #expect(report.errors.map(\.code) == [.damaged])
    #expect(report.errors.first?.message.contains("'\(film)' of 9999-12-31T23:59:59Z") == true)
    #expect(try snapshots("film").map(\.captured.description).allSatisfy { !$0.hasPrefix("9999") })
    // All of it in one member: it is read a second time.
    let (again, second) = try run([try folder.write("b.warc.gz", captures.inOneMember())], into: "Other")
    #expect(again == lines)
    #expect(second.skipped == [.future: 2] && second.errors.count == 1)
  }

  @Test("A payload that does not fit its digest, in a record that fits its own, is imported with a warning")
  func doubtfulPayload() throws {
    var captures = StoredCaptures()
    try captures.add(film, "2012-03-01T00:00:00Z", StoredCaptures.page("First"))
    var doubtful = try StoredCaptures.capture(film, "2013-03-01T00:00:00Z", StoredCaptures.page("Second")).records
    let name = "WARC-Payload-Digest"
    doubtful[0].head.fields.removeAll { $0.hasName(name) }
    doubtful[0].head.fields.append(HeaderField(name: name, value: Digest.sha256(of: "something else").description))
    captures.add(doubtful)
    let path = try folder.write("doubtful.warc.gz", captures.compressed())
    let writer = try ArchiveWriter.open(at: folder.path("Archive"))
    defer { writer.close() }
    var outcomes: [ImportOutcome] = []
    _ = try ImportRun(into: writer, extractor: Extractor(), logger: log()).run([WebArchive(path)]) {
      outcomes.append($0)
    }
    #expect(outcomes.map(\.outcome.version) == [1, 2])
    #expect(outcomes.map { $0.warning != nil } == [false, true])
    #expect(outcomes.last?.json["warning"]?.string?.contains("of 2013-03-01T00:00:00Z does not fit") == true)
  }
}
