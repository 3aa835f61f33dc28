import StetArchive
import StetModel
import Testing

@Suite struct GroupTests {
  private let folder: TemporaryFolder
  private let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryFolder()
    writer = try ArchiveWriter.open(at: folder.archive)
  }

  @Test("A group is recorded as if each observation were on its own, a page that comes several times included")
  func asIfSingle() throws {
    let captures = try (0..<200).map { number in
      try capture("http://reviews.example/\(number % 70)", says: "Edition \(number / 140).", at: day(1 + number / 70))
    }
    let grouped = try writer.record(captures.map { .seen($0) }).map { try $0.get() }
    let other = try TemporaryFolder()
    let single = try ArchiveWriter.open(at: other.archive)
    #expect(grouped == (try captures.map { try single.record($0) }))
    #expect(grouped.prefix(70).allSatisfy { $0.outcome == .new })
    #expect(grouped[70..<140].allSatisfy { $0.outcome == .unchanged })
    #expect(grouped[140...].allSatisfy { $0.outcome == .changed })
    #expect(try writer.archive.report().findings == [])
    #expect(try writer.archive.report().head == single.archive.report().head)
  }

  @Test("What is wrong with one observation does not touch the others of its group")
  func oneWrong() throws {
    let results = try writer.record([
      .seen(capture(film, says: "One.", at: day(1))),
      .absent(key("http://reviews.example/unknown"), status: 404, at: day(1), extractor: nil),
      .notModified(address("http://reviews.example/unknown"), at: day(1), etag: nil, lastModified: nil),
      .seen(capture("http://reviews.example/book", says: "A book.", at: day(1))),
    ])
    #expect(try results[0].get().outcome == .new)
    #expect(try archiveError { _ = try results[1].get() }.code == .unknownPage)
    #expect(try archiveError { _ = try results[2].get() }.code == .unknownPage)
    #expect(try results[3].get().outcome == .new)
    #expect(try writer.archive.report().pages == 2)
  }

  @Test("An empty group is nothing; after close every observation fails with 'locked'")
  func closed() throws {
    #expect(writer.record([]).isEmpty)
    writer.close()
    let results = try writer.record([.seen(capture(film, says: "One.", at: day(1)))])
    #expect(try archiveError { _ = try results[0].get() }.code == .locked)
  }

  @Test("A group shares its fsyncs: no more waits than for one page, whatever their number")
  func shared() throws {
    // With one thread every fsync is counted; what is shared is each folder's.
    func calls(for count: Int) throws -> Int {
      let folder = try TemporaryFolder()
      let system = FaultySystem(.none)
      let writer = try ArchiveWriter.open(at: folder.archive, calls: system.calls)
      let before = system.count(of: "fsync")
      _ = try writer.record((0..<count).map { .seen(try capture("http://a.example/\($0)", says: "x", at: day(1))) })
      return system.count(of: "fsync") - before
    }
    // Snapshot, folder and log of each; host, pages and root of all.
    #expect(try calls(for: 1) == 6)
    #expect(try calls(for: 20) == 63)
  }

  @Test("A page put back from a backup between two visits is read anew")
  func putBack() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    let page = "\(folder.archive)/\(try writer.archive.find(film).folder)"
    try copyTree(page, to: "\(folder.path)/backup")
    _ = try writer.record(capture(film, says: "Two.", at: day(2)))
    removeTree(page)
    try copyTree("\(folder.path)/backup", to: page)
    let visit = try writer.record(capture(film, says: "Three.", at: day(3)))
    #expect(visit.version == 2)
    #expect(try writer.archive.report().findings == [])
  }
}
