import Glibc
import StetArchive
import StetModel
import Testing

/// What is seldom, and has to come out right all the same.
@Suite struct HardCaseTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func page(_ query: String) throws -> ArchivedPage { try Archive.open(at: folder.archive).find(query) }

  @Test("A clock that goes back between two runs: what was captured earlier is older, whichever number it has")
  func clockBetweenRuns() throws {
    for (text, at) in [("Of the tenth.", day(10)), ("Of the first.", day(1)), ("Of the tenth.", day(11))] {
      let writer = try ArchiveWriter.open(at: folder.archive)
      _ = try writer.record(evidenced(film, says: text, at: at))
      writer.close()
    }
    let archive = try Archive.open(at: folder.archive)
    #expect(try archive.report().findings == [])
    #expect(try archive.versionsInTime(of: page("film")) == [2, 1])
    #expect(try archive.text(2, of: "film") == "Of the first.")
    // The third visit is compared with the tenth of the month, not with what was written last.
    #expect(try archive.visits(of: page("film")).map(\.outcome) == [.new, .changed, .unchanged])
  }

  @Test("A clock that goes back in the middle of a run, over the end of a month: every response is in its own month")
  func clockInARun() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    let results = writer.record(
      try [3, -5, 2, -400].map { .seen(try evidenced("\(film)/\($0)", says: "At \($0).", at: day($0))) })
    for result in results { #expect(try result.get().outcome == .new) }
    _ = try writer.record(evidenced("\(film)/3", says: "Before.", at: day(-30)))
    writer.close()
    #expect(try writer.archive.report().findings == [])
    #expect(names(in: "\(folder.archive)/warc") == ["2025", "2026"])
    #expect(try writer.archive.versionsInTime(of: page("film/3")) == [2, 1])
  }

  @Test("Two runs that begin in the same second, by a clock that was put back, do not write over each other's files")
  func sameSecond() throws {
    for text in ["One.", "Two.", "Three."] {
      let writer = try ArchiveWriter.open(at: folder.archive, maximumWARCBytes: 1)
      _ = try writer.record(evidenced(film, says: text, at: day(1)))
      writer.close()
    }
    #expect(try Archive.open(at: folder.archive).report().findings == [])
    #expect(names(in: "\(folder.archive)/warc/2026/11").filter { $0.hasSuffix(".gz") }.count == 3)
  }

  @Test(
    "Addresses with steps of 255 bytes and beyond: the page is kept, found by its address, and told from its like",
    arguments: [254, 255, 256, 4096])
  func longNames(length: Int) throws {
    let step = String(repeating: "a", count: length)
    let umlauts = String(repeating: "%C3%A4", count: length / 2)
    let addresses = ["\(film)/\(step)", "\(film)/\(step)b", "\(film)/\(umlauts)", "\(film)/x?q=\(step)"]
    let writer = try ArchiveWriter.open(at: folder.archive)
    for text in addresses { _ = try writer.record(evidenced(text, says: text, at: day(1))) }
    writer.close()
    let archive = try Archive.open(at: folder.archive)
    #expect(try archive.report().findings == [])
    for text in addresses { #expect(try archive.text(1, of: text) == text) }
  }

  @Test("A title of 200 KB is stored whole, listed and found")
  func longTitle() throws {
    var capture = try evidenced(film, says: "Short.", at: day(1))
    let title = String(repeating: "Ein überlanger Titel ", count: 10_000) + "Zeppelin"
    capture.review.title = title
    let writer = try ArchiveWriter.open(at: folder.archive)
    #expect(try writer.record(capture).outcome == .new)
    #expect(try writer.record(capture).outcome == .unchanged)
    writer.close()
    let archive = try Archive.open(at: folder.archive)
    #expect(try archive.report().findings == [])
    #expect(try archive.snapshot(1, of: page("film")).snapshot.review?.title == title)
    let index = try #require(archive.index(.build))
    #expect(try index.search(SearchQuery("zeppelin"), limit: 10).total == 1)
  }

  @Test("A page of very many versions: all are there, in order, and what comes next is the next number")
  func manyVersions() throws {
    let count = getenv("STET_EVERY_BYTE") == nil ? 250 : 10_000
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 1...count {
      let at = Timestamp(secondsSince1970: 1_700_000_000 + Int64(number) * 3600)
      #expect(try writer.record(capture(film, says: "Edition \(number).", at: at)).version == number)
    }
    writer.close()
    let archive = try Archive.open(at: folder.archive)
    let report = try archive.report()
    #expect(report.findings == [])
    #expect(report.snapshots == count && report.visits == count)
    #expect(try archive.versions(of: page("film")) == Array(1...count))
    #expect(try archive.text(count, of: "film") == "Edition \(count).")
  }

  @Test("Names that are not UTF-8 are findings, wherever they stand, and hide nothing")
  func foreignNames() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
    writer.close()
    let page = try page("film")
    let places = ["pages", "pages/reviews.example", page.folder, "warc", "warc/2026", "warc/2026/11"]
    for place in places {
      var path = Array("\(folder.archive)/\(place)/b".utf8CString.dropLast())
      path += [CChar(bitPattern: 0xFF), 0]
      #expect(mkdir(path, 0o777) == 0)
    }
    let archive = try Archive.open(at: folder.archive)
    #expect(try archive.complaints() == places.map { _ in "foreign-file b\u{FFFD}" })
    #expect(try archive.pages().map(\.key) == [page.key])
    let next = try ArchiveWriter.open(at: folder.archive)
    #expect(try next.record(evidenced(film, says: "Two.", at: day(2))).version == 2)
    next.close()
  }

  @Test("A page folder that cannot be read is named where a page is not found; one that it may be is no unknown page")
  func hiddenPage() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    _ = try writer.record(capture("http://reviews.example/book", says: "Two.", at: day(1)))
    writer.close()
    let page = try page("film")
    try writeText("?\n", to: "\(folder.archive)/\(page.folder)/visits.jsonl")
    try writeText("?\n", to: "\(folder.archive)/\(page.folder)/1.json")
    let archive = try Archive.open(at: folder.archive)
    archive.removeIndex()
    for _ in 1...2 {
      let hidden = try archiveError { _ = try archive.find("film") }
      #expect(hidden.code == .damaged && hidden.message.contains("the page folder '\(page.folder)' cannot be read"))
      let unknown = try archiveError { _ = try archive.find("opera") }
      #expect(unknown.code == .unknownPage && unknown.message.contains(page.folder))
      // The second time through an index.
      _ = try #require(archive.index(.build))
    }
    #expect(try archive.find("book").key == key("http://reviews.example/book"))
  }
}
