import Glibc
import StetArchive
import Synchronization
import Testing

@Suite struct ArchiveCreationTests {
  @Test("A new archive is its format document and a lock, the folders above it included")
  func creation() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a/b/Archive"
    let writer = try ArchiveWriter.open(at: path)
    #expect(try readText("\(path)/stet-archive.json") == "{\"format\":\"stet-archive/1\"}\n")
    #expect(names(in: path) == ["state", "stet-archive.json"])
    #expect(try writer.archive.pages().isEmpty)
    #expect(try writer.archive.report().isWhole)
  }

  @Test("An empty folder becomes an archive")
  func emptyFolder() throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder.archive)
    _ = try ArchiveWriter.open(at: "\(folder.archive)/")
    _ = try Archive.open(at: folder.archive)
  }

  @Test("A folder with other files is refused and left alone")
  func foreignFolder() throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder.archive)
    try writeText("mine", to: "\(folder.archive)/letter.txt")
    let error = try archiveError { _ = try ArchiveWriter.open(at: folder.archive) }
    #expect(error.code == .notAnArchive)
    #expect(error.message.contains("holds other files"))
    #expect(names(in: folder.archive) == ["letter.txt"])
  }

  @Test("A file in the place of the archive is refused")
  func file() throws {
    let folder = try TemporaryFolder()
    try writeText("mine", to: folder.archive)
    #expect(try archiveError { _ = try ArchiveWriter.open(at: folder.archive) }.code == .notAnArchive)
    #expect(try archiveError { _ = try Archive.open(at: folder.archive) }.code == .notAnArchive)
    #expect(try readText(folder.archive) == "mine")
  }

  @Test("Reading what is not there names the path and what to do")
  func absent() throws {
    let folder = try TemporaryFolder()
    for open in [
      { _ = try Archive.open(at: folder.archive) }, { _ = try ArchiveWriter.open(at: folder.archive, creating: false) },
    ] {
      let error = try archiveError(open)
      #expect(error.code == .noArchive)
      #expect(
        error.message == "Cannot open the archive '\(folder.archive)': it does not exist. "
          + "Store a page with 'stet archive URL', or name another folder with --archive.")
    }
    #expect(!exists(folder.archive))
  }

  @Test("An archive of a later major format is refused, for reading and for writing, and left alone")
  func newerFormat() throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder.archive)
    try writeText("{\"format\":\"stet-archive/2\",\"new\":true}\n", to: "\(folder.archive)/stet-archive.json")
    #expect(try archiveError { _ = try Archive.open(at: folder.archive) }.code == .newerFormat)
    #expect(try archiveError { _ = try ArchiveWriter.open(at: folder.archive) }.code == .newerFormat)
    #expect(names(in: folder.archive) == ["stet-archive.json"])
  }

  @Test(
    "A format document that is none is a damaged archive, not a missing one",
    arguments: ["", "{}", "stet", "{\"format\":\"restic/1\"}"])
  func brokenFormat(text: String) throws {
    let folder = try TemporaryFolder()
    try makeFolder(folder.archive)
    try writeText(text, to: "\(folder.archive)/stet-archive.json")
    #expect(try archiveError { _ = try Archive.open(at: folder.archive) }.code == .damaged)
  }

  @Test("Only one run writes: the second is told who holds the lock and since when")
  func lock() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    let error = try archiveError { _ = try ArchiveWriter.open(at: folder.archive) }
    #expect(error.code == .locked)
    #expect(error.message.hasPrefix("Cannot store in '\(folder.archive)': another stet run (pid \(getpid()) on "))
    #expect(error.message.hasSuffix("Z, 0 min ago) holds the lock. Wait for it to finish, then run again."))
    #expect(try Archive.open(at: folder.archive).pages().isEmpty)

    writer.close()
    #expect(try archiveError { _ = try writer.record(capture(film, says: "Late.", at: day(1))) }.code == .locked)
    _ = try ArchiveWriter.open(at: folder.archive)
  }

  @Test("Messages name an archive without detours, unless a link may lead elsewhere")
  func cleanedPath() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    try makeFolder("\(folder.path)/cfg")
    try makeFolder("\(folder.path)/cfg/deep")
    #expect(symlink("cfg/deep", "\(folder.path)/link") == 0)
    try makeFolder("\(folder.path)/cfg/Archive")
    for path in ["cfg/../Archive", "./cfg/deep/../.././Archive//", "Archive/pages/../", "link/../../Archive"] {
      let error = try archiveError { _ = try ArchiveWriter.open(at: "\(folder.path)/\(path)", creating: false) }
      let isPlain = !path.hasPrefix("link") && !path.hasPrefix("Archive")
      let named = isPlain ? folder.archive : "\(folder.path)/\(path.hasPrefix("link") ? path : "Archive/pages/..")"
      #expect(error.message.contains("'\(named)'"), "\(error.message)")
    }
    // Its folder `pages` is there from the first page on.
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    #expect(try Archive.open(at: "\(folder.archive)/pages/../").path == folder.archive)
    #expect(try Archive.open(at: "\(folder.path)/link/../../Archive").path == "\(folder.path)/link/../../Archive")
    #expect(try archiveError { _ = try Archive.open(at: "\(folder.path)/link/../Archive") }.code == .notAnArchive)
  }

  @Test("Several runs that create the same archive at once: each has it or is told that it is locked")
  func race() throws {
    for _ in 0..<20 {
      let folder = try TemporaryFolder()
      let codes = Mutex<[ArchiveError.Code?]>([])
      let threads = WorkerThreads(6) {
        do throws(ArchiveError) {
          let writer = try ArchiveWriter.open(at: folder.archive)
          codes.withLock { $0.append(nil) }
          writer.close()
        } catch {
          codes.withLock { $0.append(error.code) }
        }
      }
      threads.join()
      let found = codes.withLock { $0 }
      #expect(found.count == 6 && found.contains(nil))
      #expect(found.allSatisfy { $0 == nil || $0 == .locked }, "\(found)")
    }
  }

  @Test("A run that makes the archive while another one clears up in it takes what it finds")
  func fasterRun() throws {
    let folder = try TemporaryFolder()
    var calls = FileSystemCalls.system
    calls.link = { (old, new) throws(SystemCallError) in
      // Another run makes the archive in this moment, and removes what looks like the rest of a crash.
      guard let other = try? ArchiveWriter.open(at: folder.archive) else { return }
      other.close()
      _ = unlinkFile(old)
      try FileSystemCalls.system.link(old, new)
    }
    let slower = calls
    _ = try ArchiveWriter.open(at: folder.archive, calls: slower)
    #expect(try Archive.open(at: folder.archive).report().findings == [])
  }

  @Test("A run that ended well leaves an empty lock file")
  func lockFile() throws {
    let folder = try TemporaryFolder()
    do { _ = try ArchiveWriter.open(at: folder.archive) }
    #expect(try readText("\(folder.archive)/state/lock").isEmpty)
  }

  @Test("On a shared file system the run of another machine is believed to go on; on a disk of its own it is a crash")
  func otherMachine() throws {
    let folder = try TemporaryFolder()
    try ArchiveWriter.open(at: folder.archive).close()
    let lock = "\(folder.archive)/state/lock"
    try writeText("{\"pid\":7,\"since\":\"2026-11-01T00:00:00Z\",\"host\":\"mill.example\"}\n", to: lock)
    var calls = FileSystemCalls.system
    calls.isShared = { _ in true }
    let error = try archiveError { _ = try ArchiveWriter.open(at: folder.archive, calls: calls) }
    #expect(error.code == .locked)
    #expect(error.message.contains("on another machine (pid 7 on mill.example, since 2026-11-01T00:00:00Z"))
    #expect(error.message.contains("remove '\(lock)'"))
    // What it named is still there for the next to see.
    #expect(try readText(lock).contains("mill.example"))
    try ArchiveWriter.open(at: folder.archive).close()
    #expect(try readText(lock).isEmpty)
    try ArchiveWriter.open(at: folder.archive, calls: calls).close()
  }
}
