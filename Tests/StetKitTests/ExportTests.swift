import Glibc
import StetArchive
import StetModel
import StetTestSupport
import Testing

@testable import StetKit

@Suite struct ExportTests {
  let folder: TemporaryDirectory
  let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryDirectory()
    writer = try ArchiveWriter.open(at: folder.path("Archive"))
    try store("http://b.example/film", "First words of the film.", "2026-11-01T00:00:00Z")
    try store("http://b.example/film", "Second words of the film.", "2026-11-10T00:00:00Z")
    try store("http://b.example:8080/play", "Words of the play.", "2026-11-05T00:00:00Z")
    try store("http://a.example/book", "Words of the book.", "2026-11-03T00:00:00Z")
    for day in ["06", "07", "09"] {
      let address = try #require(PageAddress("http://a.example/book"))
      _ = try writer.recordAbsence(address, status: 404, at: try #require(Timestamp("2026-11-\(day)T00:00:00Z")))
    }
  }

  private func store(_ page: String, _ text: String, _ at: String) throws {
    var review = Review(url: page, kind: .review, confidence: 0.9)
    review.title = "A title"
    review.body = [.paragraph(text: text)]
    let rules = try #require(Digest(bytes: [UInt8](repeating: 7, count: 32)))
    let address = try #require(PageAddress(page))
    _ = try writer.record(
      Capture(
        page: PageKey(address), captured: try #require(Timestamp(at)),
        response: ResponseFacts(status: 200, finalURL: page), extractor: ExtractorFacts(version: "0", rules: rules),
        review: review))
  }

  private func lines(_ selection: ExportSelection) throws -> [String] {
    var bytes: [UInt8] = []
    _ = try Export(writer.archive, selection).write(.jsonl) { bytes += $0 }
    return try bytes.split(separator: UInt8(ascii: "\n")).map { line in
      let json = try JSONParser.parse(Array(line))
      return "\(json["page"]?.string ?? "") \(json["version"]?.integer ?? 0)"
    }
  }

  @Test("The latest versions with a record, by host and page; the last good one of a page that is gone")
  func latest() throws {
    #expect(
      try lines(ExportSelection()) == [
        "http://a.example/book 1", "http://b.example/film 2", "http://b.example:8080/play 1",
      ])
  }

  @Test("All versions are in the order of time, tombstones with them; moments and hosts narrow them down")
  func selections() throws {
    #expect(
      try lines(ExportSelection(versions: .all)) == [
        "http://a.example/book 1", "http://a.example/book 2", "http://b.example/film 1", "http://b.example/film 2",
        "http://b.example:8080/play 1",
      ])
    let since = try #require(Timestamp("2026-11-05T00:00:00Z"))
    #expect(
      try lines(ExportSelection(versions: .all, since: since, hosts: ["B.example"])) == [
        "http://b.example/film 2", "http://b.example:8080/play 1",
      ])
    #expect(try lines(ExportSelection(since: since)) == ["http://b.example/film 2", "http://b.example:8080/play 1"])
    #expect(try lines(ExportSelection(hosts: ["example"])) == [])
  }

  @Test("A line is the snapshot as stored: its digest is that of the line without it")
  func stored() throws {
    var bytes: [UInt8] = []
    _ = try Export(writer.archive, ExportSelection()).write(.jsonl) { bytes += $0 }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let sealed = try SealedSnapshot.read(Array(line), subject: "a line")
      #expect(CanonicalJSON.bytes(sealed.document) == Array(line))
    }
  }

  @Test("Twice the same archive is twice the same bytes", arguments: ExportForm.allCases)
  func stable(form: ExportForm) throws {
    for name in ["one", "two"] {
      let count = try Export(writer.archive, ExportSelection(versions: .all)).write(form, toPath: folder.path(name))
      #expect(count.versions == 5)
      #expect(count.pages == 3)
    }
    func content(_ name: String) throws -> [[UInt8]] {
      try folder.files().filter { $0.hasPrefix(name) }.map { try folder.read($0) }
    }
    #expect(try content("one") == content("two"))
    #expect(try content("one").count == (form == .markdown ? 5 : 1))
    #expect(folder.files().allSatisfy { !$0.contains(".tmp") })
  }

  @Test("A feed has the newest first, what changed in each, and since when a page is gone")
  func atom() throws {
    var bytes: [UInt8] = []
    _ = try Export(writer.archive, ExportSelection(versions: .all)).write(.atom) { bytes += $0 }
    let text = String(decoding: bytes, as: UTF8.self)
    let updated = text.split(separator: "\n").filter { $0.hasPrefix("<updated>") }.map { $0.dropFirst(9).prefix(10) }
    #expect(updated == ["2026-11-10", "2026-11-10", "2026-11-09", "2026-11-05", "2026-11-03", "2026-11-01"])
    #expect(text.contains("<summary>1 paragraph edited"))
    #expect(text.contains("<title>Gone: http://a.example/book</title>"))
  }

  @Test("A damaged version ends the export, and what stood under the name stays", arguments: ExportForm.allCases)
  func damaged(form: ExportForm) throws {
    let file = try #require(folder.files().first { $0.contains("b.example/") && $0.hasSuffix("/2.json") })
    var bytes = try folder.read(file)
    bytes[bytes.count / 2] ^= 1
    try folder.write(file, bytes)
    if form != .markdown { try folder.write("out", "before") }
    #expect(throws: ArchiveError.self) {
      try Export(writer.archive, ExportSelection()).write(form, toPath: folder.path("out"))
    }
    let left = folder.files().filter { !$0.hasPrefix("Archive/") }
    #expect(left == (form == .markdown ? [] : ["out"]))
    if form != .markdown { #expect(try folder.text("out") == "before") }
  }

  @Test("A folder that has anything in it is not touched; an empty one is filled")
  func occupied() throws {
    try folder.write("notes/mine.txt", "mine")
    #expect(throws: ExportError.self) {
      try Export(writer.archive, ExportSelection()).write(.markdown, toPath: folder.path("notes"))
    }
    #expect(try folder.text("notes/mine.txt") == "mine")
    mkdir(folder.path("empty"), 0o755)
    _ = try Export(writer.archive, ExportSelection()).write(.markdown, toPath: folder.path("empty/"))
    #expect(folder.files().filter { $0.hasPrefix("empty/") }.count == 3)
    #expect(throws: ExportError.self) {
      try Export(writer.archive, ExportSelection()).write(.csv, toPath: folder.path("notes"))
    }
  }

  @Test(
    "Whatever fails of a file's system calls, the file of that name stays as it was, and nothing else is left",
    arguments: ["open", "write", "short write", "fsync", "close", "rename"])
  func failures(call: String) throws {
    try folder.write("out", "before")
    var calls = FileSystemCalls.system
    let fault = SystemCallError(call: call, number: ENOSPC)
    switch call {
    case "open": calls.open = { (_, _, _) throws(SystemCallError) in throw fault }
    case "write": calls.write = { (_, _) throws(SystemCallError) in throw fault }
    case "short write": calls.write = { (_, _) throws(SystemCallError) in 0 }
    case "fsync": calls.fsync = { (_) throws(SystemCallError) in throw fault }
    case "close":
      calls.close = { (descriptor) throws(SystemCallError) in
        try FileSystemCalls.system.close(descriptor)
        throw fault
      }
    default: calls.rename = { (_, _) throws(SystemCallError) in throw fault }
    }
    func write() throws(ExportError) {
      let file = try OutputFile(folder.path("out"), calls: calls)
      try file.write([UInt8](repeating: 1, count: 1 << 20))
      try file.commit()
    }
    let error = try #require(throws: ExportError.self) { try write() }
    #expect(error.code == .cannotWrite)
    #expect(try folder.text("out") == "before")
    #expect(folder.files().filter { !$0.hasPrefix("Archive/") } == ["out"])
  }

  @Test("A link to a file stays a link; a pipe is written to")
  func links() throws {
    try folder.write("real", "before")
    symlink("real", folder.path("link"))
    let file = try OutputFile(folder.path("link"))
    try file.write("after".utf8)
    try file.commit()
    #expect(try folder.text("real") == "after")
    var facts = stat()
    #expect(lstat(folder.path("link"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK)
    let null = try OutputFile("/dev/null")
    try null.write("x".utf8)
    try null.commit()
    #expect(stat("/dev/null", &facts) == 0 && facts.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("A link to a pipe is written to as the pipe is; one that leads nowhere is refused, not replaced")
  func pipes() throws {
    mkfifo(folder.path("pipe"), 0o644)
    symlink("pipe", folder.path("link"))
    // A reader that does not wait, so that there is one.
    let reader = open(folder.path("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    for name in ["pipe", "link"] {
      let file = try OutputFile(folder.path(name))
      try file.write("through \(name)".utf8)
      try file.commit()
      #expect(received(reader) == "through \(name)")
    }
    symlink("nowhere", folder.path("broken"))
    let error = try #require(throws: ExportError.self) { _ = try OutputFile(folder.path("broken")) }
    #expect(error.code == .occupied && error.message.contains("a link that leads nowhere"))
    #expect(access(folder.path("nowhere"), F_OK) != 0)
  }

  @Test(
    "What is named as open file is written to where it stands, and stays open", arguments: ["/dev/fd", "/proc/self/fd"])
  func openFiles(of place: String) throws {
    try folder.write("all", "before, ")
    let descriptor = open(folder.path("all"), O_WRONLY | O_APPEND)
    let file = try OutputFile("\(place)/\(descriptor)")
    try file.write("after".utf8)
    try file.commit()
    #expect(fcntl(descriptor, F_GETFD) >= 0)
    close(descriptor)
    #expect(try folder.text("all") == "before, after")
    #expect(throws: ExportError.self) { _ = try OutputFile("\(place)/\(descriptor + 1000)") }
    let error = try #require(throws: ExportError.self) { _ = try OutputFolder("/dev/stdout") }
    #expect(error.code == .occupied)
  }

  /// What lies ready in a pipe.
  private func received(_ reader: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = read(reader, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  @Test(
    "A link to an empty folder stays one, and what it leads to becomes the export; one that leads nowhere is refused")
  func folderLinks() throws {
    mkdir(folder.path("real"), 0o755)
    symlink("real", folder.path("link"))
    _ = try Export(writer.archive, ExportSelection()).write(.markdown, toPath: folder.path("link/"))
    #expect(folder.files().filter { $0.hasPrefix("real/") }.count == 3)
    var facts = stat()
    #expect(lstat(folder.path("link"), &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK)
    symlink("nowhere", folder.path("broken"))
    let error = try #require(throws: ExportError.self) {
      try Export(writer.archive, ExportSelection()).write(.markdown, toPath: folder.path("broken"))
    }
    #expect(error.code == .occupied && error.message.contains("a link that leads nowhere"))
  }

  @Test(
    "What an export left that was killed is removed by the next one to the same place; what another is at work on is not",
    arguments: [false, true])
  func leftovers(isFolder: Bool) throws {
    let out = folder.path("out")
    // A killed one leaves what it had, without the lock.
    let dead = OutputName.draft(of: out)
    let others = [OutputName.draft(of: folder.path("other")), folder.path(".stet-export-0123456789abcdef.tmp")]
    for path in [dead] + others {
      mkdir(path, 0o755)
      mkdir("\(path)/pages", 0o755)
      symlink(folder.path(""), "\(path)/pages/link")
    }
    let file = OutputName.draft(of: out)
    close(creat(file, 0o644))
    let alive = try isFolder ? nil : OutputFile(out)
    let aliveFolder = try isFolder ? OutputFolder(out) : nil
    for path in [dead, file] { #expect(access(path, F_OK) != 0) }
    _ = try Export(writer.archive, ExportSelection()).write(.jsonl, toPath: folder.path("out"))
    for path in others { #expect(access("\(path)/pages/link", F_OK) == 0) }
    try alive?.write("later".utf8)
    try alive?.commit()
    #expect(try isFolder || folder.text("out") == "later")
    try aliveFolder?.write("still here", [])
    withExtendedLifetime((alive, aliveFolder)) {}
  }

  @Test("Who stops an export has nothing of it")
  func stopped() throws {
    let export = Export(writer.archive, ExportSelection(), shouldStop: { true })
    let error = try #require(throws: ExportError.self) { try export.write(.jsonl, toPath: folder.path("out")) }
    #expect(error.code == .stopped)
    #expect(folder.files().allSatisfy { $0.hasPrefix("Archive/") })
  }
}
