import Glibc
import StetArchive
import StetModel
import Testing

@Suite struct LinkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func store(_ days: ClosedRange<Int>) throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    for number in days { _ = try writer.record(evidenced(film, says: "Text \(number).", at: day(number))) }
  }

  /// Moves what stands at a path in the archive out of it and puts a link in its place.
  private func link(_ path: String) throws {
    try renameFile("\(folder.archive)/\(path)", to: "\(folder.path)/moved")
    #expect(symlink("\(folder.path)/moved", "\(folder.archive)/\(path)") == 0)
  }

  /// Puts it back.
  private func unlink(_ path: String) throws {
    #expect(unlinkFile("\(folder.archive)/\(path)"))
    try renameFile("\(folder.path)/moved", to: "\(folder.archive)/\(path)")
  }

  private func findings() throws -> [Finding] {
    try Archive.open(at: folder.archive).report().findings.filter { $0.severity == .finding }
  }

  @Test("A link in the place of a file is not followed: its page cannot be read, is told of, and is written to no more")
  func links() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    for number in 1...2 { _ = try writer.record(capture(film, says: "Text \(number).", at: day(number))) }
    writer.close()
    let archive = try Archive.open(at: folder.archive)
    let page = try archive.find("film")
    let stored = "\(folder.archive)/\(page.folder)"
    for name in ["2.json", "visits.jsonl"] {
      try renameFile("\(stored)/\(name)", to: "\(folder.path)/\(name)")
      #expect(symlink("\(folder.path)/\(name)", "\(stored)/\(name)") == 0)
      let outside = try readBytes("\(folder.path)/\(name)")

      if name == "2.json" {
        let error = try archiveError { _ = try archive.snapshot(2, of: page) }
        #expect(error.code == .damaged)
        #expect(error.message.contains("symbolic link"))
      }
      let findings = try archive.verify { _, _ in }.findings.filter { $0.severity == .finding }
      #expect(findings.contains { $0.path == "\(page.folder)/\(name)" })
      let next = try ArchiveWriter.open(at: folder.archive)
      #expect(try archiveError { _ = try next.record(capture(film, says: "Text 3.", at: day(3))) }.code == .damaged)
      next.close()
      #expect(try readBytes("\(folder.path)/\(name)") == outside)
      #expect(unlinkFile("\(stored)/\(name)"))
      try renameFile("\(folder.path)/\(name)", to: "\(stored)/\(name)")
    }
    #expect(try archive.verify { _, _ in }.findings.filter { $0.severity == .finding }.isEmpty)
  }

  @Test(
    "An archive may be a link, and so may the folders at its top",
    arguments: ["", "pages", "quarantine", "warc", "state"])
  func topFolders(name: String) throws {
    try store(1...1)
    let wall = try ArchiveWriter.open(at: folder.archive)
    _ = try wall.quarantine(capture(film, says: "A wall.", at: day(2)), reason: "a wall", body: Array("w".utf8))
    wall.close()
    if name.isEmpty {
      try renameFile(folder.archive, to: "\(folder.path)/moved")
      #expect(symlink("moved", folder.archive) == 0)
    } else {
      try link(name)
    }
    try store(3...3)
    let archive = try Archive.open(at: folder.archive)
    #expect(try archive.versions(of: archive.find("film")) == [1, 2])
    #expect(try archive.response(of: archive.snapshot(1, of: archive.find("film")).snapshot) != nil)
    #expect(try findings().isEmpty)
  }

  @Test("A folder of a page or a host that is a link is neither read nor written to, and told of")
  func pageFolders() throws {
    try store(1...1)
    let archive = try Archive.open(at: folder.archive)
    let page = try archive.find("film")
    let wall = try ArchiveWriter.open(at: folder.archive)
    _ = try wall.quarantine(capture(film, says: "A wall.", at: day(2)), reason: "a wall", body: Array("w".utf8))
    wall.close()
    let quarantine = "quarantine" + page.folder.dropFirst(5)
    for path in [page.folder, "pages/reviews.example", quarantine, "quarantine/reviews.example"] {
      try link(path)
      let before = names(in: "\(folder.path)/moved")
      #expect(try findings().contains { $0.path == path && $0.message.contains("symbolic link") }, "\(path)")
      let writer = try ArchiveWriter.open(at: folder.archive)
      let error = try archiveError { _ = try writer.record(capture(film, says: "Text 3.", at: day(3))) }
      writer.close()
      #expect(error.code == .damaged && error.message.contains("'\(path)': it is a symbolic link"))
      if path.hasPrefix("pages") {
        #expect(try archiveError { _ = try archive.page(page.key) }.code == .damaged)
        #expect(try archiveError { _ = try archive.page(folder: page.folder) }.code == .damaged)
        #expect(try archive.pages().isEmpty)
      }
      #expect(names(in: "\(folder.path)/moved") == before)
      try unlink(path)
    }
    try store(3...3)
    #expect(try findings().isEmpty)
  }

  @Test("A folder of a month that is a link is neither read nor written to; a linked WARC file is not appended to")
  func evidence() throws {
    try store(1...1)
    let archive = try Archive.open(at: folder.archive)
    let page = try archive.find("film")
    for path in ["warc/2026/11", "warc/2026"] {
      try link(path)
      #expect(try findings().contains { $0.path == path && $0.message.contains("symbolic link") })
      let read = try archiveError { _ = try archive.response(of: archive.snapshot(1, of: page).snapshot) }
      #expect(read.code == .damaged && read.message.contains("'\(path)': it is a symbolic link"))
      #expect(try archiveError { try store(2...2) }.message.contains("'\(path)': it is a symbolic link"))
      try unlink(path)
    }
    let file = try #require(names(in: "\(folder.archive)/warc/2026/11").first { $0.hasSuffix(".gz") })
    try link("warc/2026/11/\(file)")
    let length = fileLength("\(folder.path)/moved")
    try store(2...2)
    #expect(fileLength("\(folder.path)/moved") == length)
    try unlink("warc/2026/11/\(file)")
    #expect(try findings().isEmpty)
  }

  @Test("An index that is a link is replaced, what it led to left alone", arguments: [false, true])
  func index(isBroken: Bool) throws {
    try store(1...1)
    let archive = try Archive.open(at: folder.archive)
    #expect(archive.index(.build) != nil)
    try link("index.sqlite")
    if isBroken { #expect(unlinkFile("\(folder.path)/moved")) }
    let bytes = try? readBytes("\(folder.path)/moved")
    if !isBroken { #expect(try archive.verifyIndex().contains { $0.message.contains("symbolic link") }) }
    let index = try #require(archive.index(.build))
    #expect(try index.search(SearchQuery("text"), limit: 5).hits.count == 1)
    var facts = stat()
    #expect(lstat("\(folder.archive)/index.sqlite", &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG)
    #expect((try? readBytes("\(folder.path)/moved")) == bytes)
  }

  @Test("What runs remember is not looked for behind a link")
  func runState() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    _ = try RunState.open(writer)
    try link("state/run.sqlite")
    let bytes = try readBytes("\(folder.path)/moved")
    let error = try archiveError { _ = try RunState.open(writer) }
    #expect(error.code == .damaged && error.subject == "\(folder.archive)/state/run.sqlite")
    _ = RunState.reading(writer.archive)
    #expect(try readBytes("\(folder.path)/moved") == bytes)
  }

  @Test("What runs keep in folders is neither written, read nor cleared away behind a link")
  func stateFolders() throws {
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    for name in ["1", "2"] { try writer.replaceState(name, in: "runs", bytes: [1]) }
    try link("state/runs")
    _ = try archiveError { try writer.replaceState("3", in: "runs", bytes: [1]) }
    _ = try archiveError { try writer.pruneState(in: "runs", keeping: 1) }
    _ = try archiveError { try writer.removeState("1", in: "runs") }
    _ = try archiveError { _ = try writer.archive.stateFiles(in: "runs") }
    _ = try archiveError { _ = try writer.archive.stateFile("runs/1") }
    #expect(names(in: "\(folder.path)/moved").sorted() == ["1", "2"])
  }

  @Test("A merge brings no page into a folder behind a link")
  func merge() throws {
    try store(1...1)
    let other = try ArchiveWriter.open(at: "\(folder.path)/Other")
    _ = try other.record(capture("http://reviews.example/book", says: "Text.", at: day(1)))
    other.close()
    try link("pages/reviews.example")
    let before = names(in: "\(folder.path)/moved")
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    let error = try archiveError { _ = try writer.merge(try Archive.open(at: "\(folder.path)/Other")) }
    #expect(error.message.contains("symbolic link"))
    #expect(names(in: "\(folder.path)/moved") == before)
  }

  @Test(
    "Of a link in the place of the format document or the lock it is said which file it is, not that the archive is one"
  )
  func subjects() throws {
    try store(1...1)
    let document = "\(folder.archive)/stet-archive.json"
    try link("stet-archive.json")
    let error = try archiveError { _ = try Archive.open(at: folder.archive) }
    #expect(error.subject == document && error.message.hasPrefix("Cannot open '\(document)': it is a symbolic link"))
    try unlink("stet-archive.json")

    let lock = "\(folder.archive)/state/lock"
    try link("state/lock")
    let locked = try archiveError { _ = try ArchiveWriter.open(at: folder.archive) }
    #expect(locked.subject == lock && locked.message.hasPrefix("Cannot lock '\(lock)': it is a symbolic link"))
    let other = try ArchiveWriter.open(at: "\(folder.path)/Other")
    defer { other.close() }
    let source = try Archive.open(at: folder.archive)
    #expect(try archiveError { _ = try other.merge(source) }.subject == lock)
    #expect(unlinkFile(lock))
    // A pipe that nobody writes to: whoever waited for one would wait for ever.
    #expect(mkfifo(lock, 0o644) == 0)
    #expect(
      try archiveError { _ = try ArchiveWriter.open(at: folder.archive) }.message.contains("'\(lock)': it is not a"))
    _ = try other.merge(source)
  }
}
