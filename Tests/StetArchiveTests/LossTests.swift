import StetArchive
import StetModel
import Testing

/// What was taken away whole, and what still knows of it.
@Suite struct LossTests {
  private let folder: TemporaryFolder
  private let page: String

  /// Two pages, of two versions and of one; an observation; an index that has seen all of it.
  init() throws {
    folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
    _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
    _ = try writer.record(evidenced("http://reviews.example/book", says: "A book.", at: day(1)))
    writer.close()
    page = try writer.archive.find(film).folder
    _ = writer.archive.index(.build)
    #expect(try complaints() == [])
  }

  private func complaints() throws -> [String] {
    let archive = try Archive.open(at: folder.archive)
    return try (archive.report().findings + archive.verifyIndex()).map { "\($0.severity) \($0.code.rawValue)" }
  }

  @Test(
    "A page's folder that is removed whole is a finding while the index knows of it; repair does not make it forget")
  func folderRemoved() throws {
    removeTree("\(folder.archive)/\(page)")
    #expect(try complaints() == ["finding missing-page"])
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.repair()
    #expect(try complaints() == ["finding missing-page"])
    writer.close()
    // Who lists the pages takes in that it is gone.
    _ = writer.archive.index(.build)
    #expect(try complaints() == [])
  }

  @Test("A version that goes with its line, and a visit that is cut off, are findings while the index knows of them")
  func cutBack() throws {
    let log = "\(folder.archive)/\(page)/visits.jsonl"
    let lines = try readText(log).split(separator: "\n", omittingEmptySubsequences: false)
    try writeText("\(lines[0])\n", to: log)
    #expect(unlinkFile("\(folder.archive)/\(page)/2.json"))
    #expect(try complaints() == ["finding missing-version"])
  }

  @Test("A version without its line is what a crash leaves only where there was one: else it is a finding")
  func lineRemoved() throws {
    let book = try Archive.open(at: folder.archive).find("book").folder
    #expect(unlinkFile("\(folder.archive)/\(book)/visits.jsonl"))
    let archive = try Archive.open(at: folder.archive)
    #expect(try archive.complaints() == ["missing-visit-log visits.jsonl"])
    // The mark of a run that did not end.
    try writeText("{}\n", to: "\(folder.archive)/state/lock")
    #expect(try archive.complaints() == [])
    #expect(try archive.complaints(.note) == ["unlogged-version 1.json"])
  }

  @Test("An observation that no visit names is a crash's only where there was one")
  func observationUnnamed() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.quarantine(
      evidenced("http://reviews.example/wall", says: "?", at: day(3)), reason: "a wall", body: [])
    writer.close()
    let archive = try Archive.open(at: folder.archive)
    removeTree("\(folder.archive)/\(try archive.find("wall").folder)")
    #expect(try archive.complaints().map { $0.prefix(17) } == ["broken-quarantine"])
  }
}
