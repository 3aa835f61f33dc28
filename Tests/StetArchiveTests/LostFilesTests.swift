import StetArchive
import StetModel
import Testing

@Suite struct LostFilesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("Observations of a page that has lost its visit log are not thrown away with it")
  func lostLog() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    for number in 2...4 {
      _ = try writer.quarantine(
        capture(film, says: "A wall.", at: day(number)), reason: "a wall", body: Array("w".utf8))
    }
    _ = try writer.record(capture("http://reviews.example/other", says: "Another.", at: day(1)))
    writer.close()
    let page = try Archive.open(at: folder.archive).find("film")
    let kept = names(in: "\(folder.archive)/quarantine/reviews.example/\(page.folder.split(separator: "/")[2])")
    #expect(kept.count == 6)

    #expect(unlinkFile("\(folder.archive)/\(page.folder)/visits.jsonl"))
    #expect(unlinkFile("\(folder.archive)/state/lock"))
    let next = try ArchiveWriter.open(at: folder.archive)
    _ = try next.record(capture("http://reviews.example/other", says: "Another.", at: day(5)))
    next.close()
    #expect(names(in: "\(folder.archive)/quarantine/reviews.example/\(page.folder.split(separator: "/")[2])") == kept)
  }

  @Test("A page whose version is missing is asked for whole, and no more is written to its folder")
  func lostVersion() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 1...3 {
      _ = try writer.record(capture(film, says: "Text \(number).", at: day(number), etag: "\"a\""))
    }
    writer.close()
    let page = try Archive.open(at: folder.archive).find("film")
    #expect(try writer.archive.versions(of: page) == [1, 2, 3])

    #expect(unlinkFile("\(folder.archive)/\(page.folder)/3.json"))
    let next = try ArchiveWriter.open(at: folder.archive)
    #expect(try next.validators(for: address(film)) == nil)
    let error = try archiveError { _ = try next.record(capture(film, says: "Text 4.", at: day(4))) }
    #expect(error.code == .damaged)
    #expect(error.message.contains("version 3 is missing"))
    next.close()
    #expect(names(in: "\(folder.archive)/\(page.folder)") == ["1.json", "2.json", "visits.jsonl"])
  }

  @Test("A gap among older versions is a damaged page too")
  func gap() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 1...3 { _ = try writer.record(capture(film, says: "Text \(number).", at: day(number))) }
    writer.close()
    let page = try Archive.open(at: folder.archive).find("film")
    #expect(unlinkFile("\(folder.archive)/\(page.folder)/2.json"))
    let next = try ArchiveWriter.open(at: folder.archive)
    #expect(try archiveError { _ = try next.record(capture(film, says: "Text 4.", at: day(4))) }.code == .damaged)
  }

  @Test("The mark of a crash stays on the lock until a run has its own mark there")
  func lockMark() throws {
    try ArchiveWriter.open(at: folder.archive).close()
    let lock = "\(folder.archive)/state/lock"
    #expect(try readText(lock).isEmpty)
    try writeText("{}\n", to: lock)
    var calls = FileSystemCalls.system
    calls.write = { _, _ throws(SystemCallError) in throw SystemCallError(call: "write", number: 5) }
    let failing = calls
    _ = try archiveError { _ = try ArchiveWriter.open(at: folder.archive, calls: failing) }
    #expect(try readText(lock) == "{}\n")
  }

  @Test(
    "A file that strayed into a page folder hides no version: verify tells, and nothing is written until it is gone")
  func stray() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 1...2 { _ = try writer.record(capture(film, says: "Text \(number).", at: day(number))) }
    writer.close()
    let archive = try Archive.open(at: folder.archive)
    let page = try archive.find(film)
    for (name, text) in [("99", "{}"), ("3", "not even that")] {
      let path = "\(folder.archive)/\(page.folder)/\(name).json"
      try writeText(text, to: path)
      #expect(try archive.versionsInTime(of: page) == [1, 2])
      #expect(try archive.versions(of: page) == [1, 2])
      #expect(try archive.text(archive.resolve("latest", of: page), of: film) == "Text 2.")
      #expect(
        Set(try archive.complaints()) == ["broken-snapshot \(name).json", "unlogged-version \(name).json"])
      let next = try ArchiveWriter.open(at: folder.archive)
      let error = try archiveError { _ = try next.record(capture(film, says: "Text 3.", at: day(3))) }
      next.close()
      #expect(error.code == .damaged)
      #expect(error.message.contains("'\(name).json' in it is no version of the page. Move it away"))
      #expect(unlinkFile(path))
    }
    // What a hand has cut off the log is a version still: the chain shows that it belongs here.
    let log = "\(folder.archive)/\(page.folder)/visits.jsonl"
    try writeText(readText(log).split(separator: "\n").prefix(1).joined() + "\n", to: log)
    #expect(try archive.versionsInTime(of: page) == [1, 2])
  }
}
