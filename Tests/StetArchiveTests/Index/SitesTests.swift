import StetModel
import Testing

@testable import StetArchive

/// What an index says of sites: sums that have to agree with the pages, whatever was changed in whatever order.
@Suite struct SitesTests {
  @Test("A site is counted by its pages, versions and visits, and what is gone or fails is told apart")
  func sums() throws {
    let folder = try TemporaryFolder()
    let archive = try fillArchive(folder.archive)
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture("http://reviews.example:8080/film", says: "Elsewhere.", at: day(3)))
    _ = try writer.recordAbsence(address(film), status: 404, at: day(4))
    _ = try writer.recordAbsence(address(book), status: 404, at: day(5))
    _ = try writer.recordAbsence(address(book), status: 404, at: day(6))
    _ = try writer.recordAbsence(address(book), status: 410, at: day(9))
    writer.close()
    let index = try #require(archive.index(.build))
    let sites = try index.sites()
    #expect(sites.map(\.host) == ["books.example", "reviews.example", "reviews.example_8080", "wall.example"])
    #expect(sites.map(\.pages) == [1, 1, 1, 1])
    #expect(sites.map(\.versions) == [2, 2, 1, 0])
    #expect(sites.map(\.visits) == [4, 3, 1, 1])
    #expect(sites.map(\.gone) == [1, 0, 0, 0])
    #expect(sites.map(\.failing) == [0, 1, 0, 1])
    #expect(sites.map(\.failingSince) == [nil, day(4), nil, day(2)])
    #expect(sites.map(\.lastChange) == [day(9), day(2), day(3), nil])
    #expect(try index.site("reviews.example") == sites[1])
    #expect(try index.site("nobody.example") == nil)
  }

  @Test("Captures and changes are counted by day: a first version is no change, an absence no capture")
  func activity() throws {
    let folder = try TemporaryFolder()
    let archive = try fillArchive(folder.archive)
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture(film, says: "It goes on.", at: day(3)))
    _ = try writer.recordAbsence(address(film), status: 404, at: day(4))
    writer.close()
    let index = try #require(archive.index(.build))
    func counts(_ host: String?, _ first: Int, _ last: Int) throws -> [[Int]] {
      func calendarDay(_ number: Int) -> CalendarDay {
        CalendarDay(daysSince1970: Int(day(number).secondsSince1970 / 86_400))
      }
      return try index.activity(of: host, from: calendarDay(first), to: calendarDay(last))
        .map { [$0.day.day, $0.captures, $0.changes] }
    }
    #expect(try counts("reviews.example", 1, 30) == [[1, 1, 0], [2, 1, 1], [3, 1, 0]])
    #expect(try counts(nil, 1, 30) == [[1, 2, 0], [2, 1, 1], [3, 1, 0]])
    #expect(try counts(nil, 2, 2) == [[2, 1, 1]])
    #expect(try counts("nobody.example", 1, 30).isEmpty)
  }

  @Test("What is kept up to date bit by bit is what an index made at once says")
  func increments() throws {
    let folder = try TemporaryFolder()
    let archive = try fillArchive(folder.archive)
    _ = archive.index(.build)
    var random = SystemRandomNumberGenerator()
    let pages = (0..<6).map { "http://host\($0 % 3).example/page\($0)" }
    for number in 3..<25 {
      let writer = try ArchiveWriter.open(at: folder.archive)
      for page in pages where Bool.random(using: &random) {
        if Int.random(in: 0..<4, using: &random) == 0 {
          _ = try writer.recordAbsence(address(page), status: 404, at: day(number))
        } else {
          let text = "It says \(Int.random(in: 0..<3, using: &random))."
          _ = try writer.record(capture(page, says: text, at: day(number)))
        }
      }
      writer.close()
      _ = archive.index(.refresh)
    }
    func state() throws -> ([SiteSummary], [DayActivity], [[SitePage]]) {
      let index = try #require(archive.index(.build))
      let sites = try index.sites()
      let days = CalendarDay(daysSince1970: 0)...CalendarDay(daysSince1970: 40_000)
      return (
        sites,
        try index.activity(of: sites.map(\.host) + [""], from: days.lowerBound, to: days.upperBound).flatMap(\.self),
        try sites.map { try index.pages(of: $0.host, limit: 100) }
      )
    }
    let before = try state()
    archive.removeIndex()
    let after = try state()
    #expect(before.0 == after.0)
    #expect(before.1 == after.1)
    #expect(before.2 == after.2)
    #expect(before.0.count == 6)
  }

  @Test("Pages of a site come in the order asked for, in parts, and those that fail alone")
  func pages() throws {
    let folder = try TemporaryFolder()
    let archive = try fillArchive(folder.archive)
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 1...3 {
      _ = try writer.record(capture("http://reviews.example/\(number)", says: "One.", at: day(4 - number)))
    }
    _ = try writer.recordAbsence(address("http://reviews.example/2"), status: 404, at: day(8))
    writer.close()
    let index = try #require(archive.index(.build))
    func names(_ pages: [SitePage]) -> [Substring] {
      pages.map { $0.summary.key.description.dropFirst("http://reviews.example/".count) }
    }
    #expect(names(try index.pages(of: "reviews.example", limit: 9)) == ["1", "2", "3", "film"])
    #expect(names(try index.pages(of: "reviews.example", by: .changed, limit: 9)) == ["1", "2", "film", "3"])
    #expect(names(try index.pages(of: "reviews.example", by: .versions, limit: 9)) == ["film", "1", "2", "3"])
    #expect(names(try index.pages(of: "reviews.example", offset: 1, limit: 2)) == ["2", "3"])
    let failing = try index.pages(of: "reviews.example", failing: true, limit: 9)
    #expect(names(failing) == ["2"])
    #expect(failing[0].failingSince == day(8))
    #expect(failing[0].outcome == .absent)
    #expect(failing[0].summary.latest?.version == 1)
  }

  @Test("Counts by day come back as they were packed")
  func packing() {
    for counts in [
      [], [DayCount(day: 0, captures: 1)],
      [DayCount(day: -3, captures: 1, changes: 1), DayCount(day: 20_000, captures: 300)],
      (0..<500).map { DayCount(day: $0 * $0, captures: $0 + 1, changes: $0 % 3) },
    ] {
      #expect(DayCounts.unpacked(DayCounts.packed(counts)) == counts)
    }
  }
}

@Suite struct OpenIndexTests {
  @Test("An index that stays open is brought up to date, by itself or by another in its place")
  func current() throws {
    let folder = try TemporaryFolder()
    let archive = try fillArchive(folder.archive)
    let index = try #require(archive.index(.build)).widened(to: 3)
    #expect(index.current() === index)
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture("http://new.example/", says: "New.", at: day(3)))
    writer.close()
    let current = index.current()
    #expect(try current.site("new.example")?.pages == 1)
    archive.removeIndex()
    #expect(try current.current().site("new.example")?.pages == 1)
  }

  @Test("Many threads ask one index at once")
  func threads() async throws {
    let folder = try TemporaryFolder()
    let index = try #require(try fillArchive(folder.archive).index(.build)).widened(to: 3)
    let query = try SearchQuery("goes")
    let found = await withTaskGroup(of: Int?.self) { group in
      for _ in 0..<64 { group.addTask { try? index.search(query, limit: 10).total } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found == [Int?](repeating: 1, count: 64))
  }
}
