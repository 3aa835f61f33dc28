import StetArchive
import StetModel
import Testing

@Suite struct ChangesTests {
  /// Place of each change: page and version.
  private func places(_ changes: [IndexedChange]) -> [String] { changes.map { "\($0.page) \($0.place.version)" } }

  @Test("What was captured last comes first, whatever its number; what other rules read is left out")
  func order() throws {
    let folder = try TemporaryFolder()
    let archive = try fillArchive(folder.archive)
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture(film, says: "It begins, other rules say.", at: day(1), cause: .extractor))
    _ = try writer.record(capture(book, says: "An old book.", at: Timestamp(secondsSince1970: 0), cause: .import))
    writer.close()
    let index = try #require(archive.index(.build))
    #expect(try places(index.changes(limit: 10)) == ["\(film) 2", "\(book) 1", "\(film) 1", "\(book) 2"])
    #expect(try places(index.changes(since: day(1), limit: 10)) == ["\(film) 2", "\(book) 1", "\(film) 1"])
    #expect(try index.changes(limit: 1)[0].title == "A quiet film")
    #expect(try index.changes(limit: 1)[0].digest == archive.snapshot(2, of: archive.find(film)).digest)
  }

  @Test("A host has its own changes; one whose name begins alike has others")
  func hosts() throws {
    let folder = try TemporaryFolder()
    let archive = try fillArchive(folder.archive)
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture("http://reviews.example:81/x", says: "A port.", at: day(3)))
    _ = try writer.record(capture("http://www.reviews.example/x", says: "Below.", at: day(4)))
    _ = try writer.record(capture("http://reviews.example-two/x", says: "Alike.", at: day(5)))
    writer.close()
    let index = try #require(archive.index(.build))
    #expect(try places(index.changes(.hostFolder("reviews.example"), limit: 10)) == ["\(film) 2", "\(film) 1"])
    #expect(
      try places(index.changes(.hostFolder("reviews.example_81"), limit: 10)) == ["http://reviews.example:81/x 1"])
    #expect(
      try places(index.changes(.host("Reviews.Example"), limit: 10)) == [
        "http://www.reviews.example/x 1", "http://reviews.example:81/x 1", "\(film) 2", "\(film) 1",
      ])
    #expect(try index.changes(.hostFolder("review"), limit: 10).isEmpty)
    #expect(try index.changes(.hostFolder("reviews.example/"), limit: 10).isEmpty)
  }

  @Test("A list that is read part by part has each change once, those of one second too")
  func parts() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 0..<25 {
      _ = try writer.record(capture("http://reviews.example/\(number)", says: "\(number)", at: day(1 + number / 10)))
    }
    _ = try writer.record(capture("http://reviews.example/3", says: "again", at: day(1)))
    writer.close()
    let index = try #require(writer.archive.index(.build))
    let all = try index.changes(limit: 100)
    #expect(all.count == 26)
    var read: [IndexedChange] = []
    while case let part = try index.changes(after: read.last?.place, limit: 4), !part.isEmpty { read += part }
    #expect(read == all)
    #expect(all == all.sorted { ($1.place.captured, $0.place.folder) < ($0.place.captured, $1.place.folder) })
  }
}
