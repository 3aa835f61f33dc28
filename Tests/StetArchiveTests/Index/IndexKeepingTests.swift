import Glibc
import StetArchive
import StetModel
import Testing

@Suite struct IndexKeepingTests {
  private let folder: TemporaryFolder
  private let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    archive = try fillArchive(folder.archive)
  }

  @Test("A run leaves an index that says what the files say")
  func written() throws {
    #expect(archive.exists("index.sqlite"))
    #expect(try archive.isIndexRight)
    let (pages, errors) = try #require(archive.index(.refresh)).listed()
    #expect(errors.isEmpty)
    #expect(pages.map(\.key.description) == [book, film, "http://wall.example/"])
    #expect(pages.map(\.versions) == [1, 2, 0])
    #expect(pages[1].latest?.captured == day(2))
    #expect(pages[2].latest == nil)
  }

  @Test("What one run after the other writes, and every kind of visit, is in the index without a look at other pages")
  func later() throws {
    for number in 3...6 {
      let writer = try ArchiveWriter.open(at: folder.archive)
      _ = try writer.recordAbsence(address(film), status: 404, at: day(number))
      _ = try writer.recordNotModified(address(book), at: day(number))
      writer.close()
      #expect(try archive.isIndexRight)
    }
    let (pages, _) = try #require(archive.index(.refresh)).listed()
    #expect(pages[1].latest?.cause == .gone)
    #expect(pages[1].latest?.title == nil)
  }

  @Test("A run that was killed at any call leaves an index that the next reader puts right", arguments: [true, false])
  func killed(after: Bool) throws {
    var moment = 1
    while true {
      let copy = try TemporaryFolder()
      try copyTree(folder.archive, to: copy.archive)
      let system = FaultySystem(after ? .crashAfter : .crashBefore, at: moment)
      // No `close`: a killed process does not come to it.
      do {
        let writer = try ArchiveWriter.open(at: copy.archive, calls: system.calls, keepsIndex: true)
        _ = try writer.record(capture(film, says: "It ends.", at: day(3)))
        _ = try writer.record(capture("http://reviews.example/new", says: "New.", at: day(3)))
        withExtendedLifetime(writer) {}
      } catch {}
      let archive = try Archive.open(at: copy.archive)
      #expect(try archive.isIndexRight, "at call \(moment)")
      if !system.hasStruck { break }
      moment += 1
    }
    #expect(moment > 20)
  }

  @Test(
    "A journal that cannot be written fails nothing, and the index finds out all the same", arguments: [ENOSPC, EIO])
  func fullDisk(number: Int32) throws {
    let journal = "\(folder.archive)/state/changes"
    var calls = FileSystemCalls.system
    calls.open = { (path, flags, mode) throws(SystemCallError) in
      if path == journal { throw SystemCallError(call: "open", number: number) }
      return try FileSystemCalls.system.open(path, flags, mode)
    }
    let writer = try ArchiveWriter.open(at: folder.archive, calls: calls, keepsIndex: true)
    #expect(try writer.record(capture(film, says: "It ends.", at: day(3))).outcome == .changed)
    writer.close()
    #expect(try archive.isIndexRight)
    #expect(try archive.index(.refresh)?.listed().0.map(\.versions) == [1, 3, 0])
  }

  @Test("Pages that are changed while a reader brings the index up to date are looked at again")
  func readWhileWriting() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 3...8 {
      _ = try writer.record(capture(film, says: "Text \(number).", at: day(number)))
      #expect(try archive.index(.refresh)?.listed().0.map(\.versions) == [1, number, 0])
    }
    writer.close()
    #expect(try archive.isIndexRight)
  }

  @Test("An index that is missing, of another version, cut, or no database at all is made anew")
  func rebuilt() throws {
    let path = "\(folder.archive)/index.sqlite"
    let size = try readBytes(path).count
    let harms: [(String, () throws -> Void)] = [
      ("removed", { #expect(unlinkFile(path)) }),
      ("cut", { #expect(truncate(path, off_t(size / 2)) == 0) }),
      ("emptied", { #expect(truncate(path, 0) == 0) }),
      ("overwritten", { try writeText(String(repeating: "no database ", count: 1000), to: path) }),
      (
        "of another version",
        {
          var bytes = try readBytes(path)
          bytes[63] = 99
          try writeBytes(bytes, to: path)
        }
      ),
    ]
    for (name, harm) in harms {
      try harm()
      let index = try #require(archive.index(.build), "\(name)")
      #expect(try index.listed().0.map(\.versions) == [1, 2, 0], "\(name)")
      #expect(try archive.isIndexRight, "\(name)")
    }
  }

  @Test("Without state/ the index is compared with every page, and what came and went is noticed")
  func withoutState() throws {
    let other = try TemporaryFolder()
    _ = try fillArchive(other.archive)
    let writer = try ArchiveWriter.open(at: other.archive)
    _ = try writer.record(capture("http://more.example/", says: "More.", at: day(3)))
    _ = try writer.record(capture(book, says: "A longer book.", at: day(4)))
    writer.close()
    removeTree("\(folder.archive)/state")
    removeTree("\(folder.archive)/pages")
    try copyTree("\(other.archive)/pages", to: "\(folder.archive)/pages")
    #expect(try archive.index(.refresh)?.listed().0.map(\.versions) == [2, 1, 2, 0])
    #expect(try archive.isIndexRight)

    removeTree("\(folder.archive)/state")
    removeTree("\(folder.archive)/pages/more.example")
    #expect(try archive.index(.build)?.listed().0.map(\.versions) == [2, 2, 0])
    #expect(try archive.isIndexRight)
  }

  @Test("A page folder that somebody copies into the archive, replaces or takes away is noticed")
  func byHand() throws {
    let other = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: other.archive)
    for page in ["http://reviews.example/song", "http://new.example/"] {
      _ = try writer.record(capture(page, says: "A song.", at: day(3)))
    }
    _ = try writer.record(capture(film, says: "It begins.", at: day(1)))
    for number in 2...5 { _ = try writer.record(capture(film, says: "Part \(number).", at: day(number))) }
    writer.close()
    func copy(_ query: String) throws {
      let page = try writer.archive.find(query)
      removeTree("\(folder.archive)/\(page.folder)")
      try copyTree("\(other.archive)/\(page.folder)", to: "\(folder.archive)/\(page.folder)")
    }
    try copy("song")
    #expect(try archive.find("song").key.description == "http://reviews.example/song")
    try makeFolder("\(folder.archive)/pages/new.example")
    try copy("new.example")
    #expect(try archive.index(.build)?.listed().0.map(\.versions) == [1, 1, 2, 1, 0])
    try copy("film")
    #expect(try archive.index(.build)?.listed().0.map(\.versions) == [1, 1, 5, 1, 0])
    removeTree("\(folder.archive)/\(try archive.find("song").folder)")
    #expect(throws: ArchiveError.self) { try archive.find("song") }
    #expect(try archive.index(.build)?.listed().0.map(\.versions) == [1, 1, 5, 0])
    #expect(try archive.isIndexRight)
  }

  @Test("What was changed by hand is drift, named by page, on a full disk too")
  func drift() throws {
    let page = try archive.find(book)
    #expect(try archive.indexDrift().isEmpty)
    #expect(unlinkFile("\(folder.archive)/\(page.folder)/1.json"))
    #expect(try archive.indexDrift().map(\.path) == [page.folder])
    // As where SQLite finds no room for a file beside the index.
    let beside = "\(folder.archive)/index.sqlite-shm"
    #expect(!exists(beside) || unlinkFile(beside))
    try makeFolder(beside)
    #expect(try archive.indexDrift().map(\.path) == [page.folder])
    removeTree(beside)
    #expect(try archive.index(.build)?.listed().0.count == 3)
    archive.removeIndex()
    #expect(try archive.indexDrift().isEmpty)
    #expect(try archive.index(.build)?.listed().0.count == 2)
    #expect(try archive.indexDrift().isEmpty)
  }

  @Test(
    "An index that SQLite may not write beside is read all the same; one that it cannot open is no drift, and is kept")
  func unwritable() throws {
    #expect(try archive.index(.build)?.listed().0.count == 3)
    let index = "\(folder.archive)/index.sqlite"
    for (name, told) in [("-shm", [Finding.Code]()), ("-wal", [.unreadable])] {
      #expect(!exists(index + name) || unlinkFile(index + name))
      try makeFolder(index + name)
      #expect(try archive.verifyIndex().map(\.code) == told, "\(name)")
      #expect(try archive.verifyIndex().allSatisfy { $0.severity == .note && !$0.message.contains("--repair") })
      let writer = try ArchiveWriter.open(at: folder.archive)
      _ = try writer.repair()
      writer.close()
      #expect(exists(index))
      removeTree(index + name)
    }
  }

  @Test("An older index put back catches up by itself")
  func olderIndex() throws {
    let old = try readBytes("\(folder.archive)/index.sqlite")
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture(book, says: "A longer book.", at: day(4)))
    writer.close()
    for suffix in ["-wal", "-shm"] { _ = unlinkFile("\(folder.archive)/index.sqlite\(suffix)") }
    try writeBytes(old, to: "\(folder.archive)/index.sqlite")
    #expect(try archive.index(.refresh)?.listed().0.map(\.versions) == [2, 2, 0])
    #expect(try archive.isIndexRight)
  }

  @Test("The lines that a power cut may have taken from the journal are not missed")
  func powerCut() throws {
    let copy = try TemporaryFolder()
    try copyTree(folder.archive, to: copy.archive)
    // A run whose machine goes down: the journal keeps its first lines only, and names another boot.
    let writer = try ArchiveWriter.open(at: copy.archive)
    _ = try writer.record(capture(book, says: "A longer book.", at: day(4)))
    writer.close()
    let journal = "\(copy.archive)/state/changes"
    var lines = try readText("\(folder.archive)/state/changes")
    lines += "begin 00000000-0000-0000-0000-000000000000\n"
    try writeText(lines, to: journal)
    for suffix in ["", "-wal", "-shm"] {
      _ = unlinkFile("\(copy.archive)/index.sqlite\(suffix)")
    }
    try writeBytes(try readBytes("\(folder.archive)/index.sqlite"), to: "\(copy.archive)/index.sqlite")
    let archive = try Archive.open(at: copy.archive)
    #expect(try archive.index(.refresh)?.listed().0.map(\.versions) == [2, 2, 0])
    #expect(try archive.isIndexRight)
  }

  @Test("Two readers and a writer at once: nobody fails, and the index is right in the end")
  func atOnce() async throws {
    let path = folder.archive
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 3...22 {
          let writer = try ArchiveWriter.open(at: path)
          _ = try writer.record(capture(film, says: "Text \(number).", at: day(number)))
          writer.close()
        }
      }
      for _ in 0..<2 {
        group.addTask {
          for _ in 0..<40 {
            let archive = try Archive.open(at: path)
            guard let index = archive.index(.build) else { throw Trouble("no index") }
            let (pages, errors) = try index.listed()
            guard pages.count == 3, errors.isEmpty else { throw Trouble("\(pages) \(errors)") }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try archive.isIndexRight)
    #expect(try archive.index(.refresh)?.listed().0.map(\.versions) == [1, 22, 0])
  }

  @Test("Who only reads an index changes nothing in it")
  func reading() throws {
    let before = try readBytes("\(folder.archive)/index.sqlite")
    #expect(try archive.index(.refresh)?.listed().0.count == 3)
    #expect(try readBytes("\(folder.archive)/index.sqlite") == before)
  }

  @Test("A part of an address that came to lead to a page later is found, and of the earlier ones still")
  func laterAliases() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture(film, says: "It ends.", at: day(3), aliases: ["http://reviews.example/Moved-here"]))
    writer.close()
    for part in ["MOVED-h", "mple/ol", "ol"] { #expect(try archive.find(part).key.description == film) }
    #expect(throws: ArchiveError.self) { try archive.find("moved-there") }
  }
}
