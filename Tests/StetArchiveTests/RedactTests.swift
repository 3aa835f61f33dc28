import StetArchive
import StetModel
import StetWARC
import Testing

@Suite struct RedactTests {
  private let folder: TemporaryFolder
  private let reason = "asked for by the author"

  /// A film of three versions, the second seen twice, with an observation; a book beside it.
  init() throws {
    folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    for (index, text) in ["First secret.", "Second secret.", "Second secret.", "Third secret."].enumerated() {
      _ = try writer.record(evidenced(film, says: text, at: day(index + 1), body: "<p>\(text) \(index)</p>"))
    }
    _ = try writer.quarantine(
      evidenced(film, says: "Fourth secret.", at: day(8)), code: "shrunken", reason: "it has shrunk", body: [])
    var bare = try capture(film, says: "Fifth secret.", at: day(9))
    bare.response.payload = nil
    _ = try writer.quarantine(bare, code: "shrunken", reason: "it has shrunk", body: Array("Fifth secret.".utf8))
    _ = try writer.record(evidenced("http://reviews.example/book", says: "A book.", at: day(1)))
    writer.close()
  }

  private func redact(version: Int? = nil, rehearsal: Bool = false, calls: FileSystemCalls = .system) throws
    -> RedactionReport
  {
    let writer = try ArchiveWriter.open(at: folder.archive, calls: calls)
    defer { writer.close() }
    return try writer.redact(key(film), version: version, reason: reason, at: day(20), isRehearsal: rehearsal)
  }

  private var archive: Archive { get throws { try Archive.open(at: folder.archive) } }

  /// Where a word stands in the archive, WARC records unpacked.
  private func places(of word: String) throws -> [String] { try Self.places(of: word, in: folder.archive) }

  private static func places(of word: String, in archive: String) throws -> [String] {
    var places: [String] = []
    let wanted = Array(word.utf8)
    for path in files(below: archive) {
      var bytes = (try? readBytes(path)) ?? []
      if path.hasSuffix(".warc.gz") {
        bytes = []
        let reader = try WARCFile(path).reader()
        while let stored = try reader.record(maximumBlockBytes: 1 << 20) {
          #expect(!stored.record.checkDigests().isBroken)
          bytes += stored.record.bytes
        }
      }
      if bytes.count >= wanted.count,
        (0...(bytes.count - wanted.count)).contains(where: { bytes[$0...].starts(with: wanted) })
      {
        places.append(path)
      }
    }
    return places
  }

  @Test("Nothing of a redacted page's text is left in any file, and the other pages are as they were")
  func wholePage() throws {
    #expect(try !places(of: "secret").isEmpty)
    let report = try redact()
    #expect(report.versions == [1, 2, 3])
    #expect(report.observations.count == 2)
    #expect(report.records.count == 5)
    #expect(try places(of: "secret").isEmpty)
    #expect(try archive.text(1, of: "book") == "A book.")
    let book = try archive.snapshot(1, of: archive.find("book")).snapshot
    #expect(try archive.response(of: book)?.body == Array("<p>A book.</p>".utf8))
  }

  @Test("The chain still holds, every digest stays, and verify notes what was redacted and why")
  func chain() throws {
    let page = try archive.find(film)
    let before = try (1...3).map { try archive.snapshot($0, of: page).digest }
    _ = try redact()
    #expect(try (1...3).map { try archive.snapshot($0, of: page).digest } == before)
    #expect(try archive.snapshot(2, of: page).redaction?.reason == reason)
    #expect(try archive.snapshot(2, of: page).snapshot.captured == day(2))
    let report = try archive.report()
    #expect(report.isWhole, "\(report.findings)")
    #expect(
      report.findings.filter { $0.code == .redacted }.map { $0.path.split(separator: "/").last } == [
        "1.json", "2.json", "3.json", "20261108T120000Z.json", "20261109T120000Z.json",
      ])
    #expect(report.findings.allSatisfy { $0.message == "redacted on \(day(20)): \(reason)" })
    // The page goes on.
    let writer = try ArchiveWriter.open(at: folder.archive)
    #expect(try writer.record(evidenced(film, says: "Another text.", at: day(25))).version == 4)
    #expect(try archive.report().isWhole)
  }

  @Test("Of one version only the text of its own visits goes")
  func oneVersion() throws {
    let report = try redact(version: 2)
    #expect(report.versions == [2])
    #expect(report.observations.isEmpty)
    #expect(report.records.count == 2)
    #expect(try places(of: "Second secret").isEmpty)
    for text in ["First", "Third", "Fourth", "Fifth"] { #expect(try !places(of: "\(text) secret").isEmpty) }
    let page = try archive.find(film)
    #expect(try archive.response(of: archive.snapshot(3, of: page).snapshot)?.status == 200)
    #expect(try archive.report().isWhole)
  }

  @Test("A rehearsal tells the same and writes nothing")
  func rehearsal() throws {
    func content() throws -> [String: [UInt8]] {
      let paths = Self.files(below: folder.archive).filter { !$0.hasSuffix("/lock") }
      return Dictionary(uniqueKeysWithValues: try paths.map { ($0, try readBytes($0)) })
    }
    let before = try content()
    let told = try redact(rehearsal: true)
    #expect(try content() == before)
    let done = try redact()
    #expect(told.versions == done.versions)
    #expect(told.observations == done.observations)
    #expect(Set(told.records) == Set(done.records))
  }

  @Test("What is redacted is not redacted again")
  func again() throws {
    _ = try redact()
    let log = "\(folder.archive)/\(try archive.find(film).folder)/visits.jsonl"
    let lines = try readText(log)
    #expect(try redact().isEmpty)
    #expect(try readText(log) == lines)
  }

  @Test("A forged log makes nothing outside the page's quarantine go away")
  func forged() throws {
    let page = try archive.find(film)
    let log = "\(folder.archive)/\(page.folder)/visits.jsonl"
    try writeText("mine", to: "\(folder.archive)/keep.body")
    try writeText("{}", to: "\(folder.archive)/keep.json")
    let line = """
      {"at":"2026-11-20T12:00:00Z","digest":"sha256:\(String(repeating: "0", count: 64))","outcome":"redacted",\
      "page":"\(film)","quarantine":"keep.json"}
      """
    try writeText(try readText(log) + line + "\n", to: log)
    #expect(try archiveError { _ = try redact() }.code == .damaged)
    #expect(try readText("\(folder.archive)/keep.body") == "mine")
    #expect(try readText("\(folder.archive)/keep.json") == "{}")
  }

  @Test("An observation's text that is gone without a word, or that is back, or whose body is there, is found")
  func observations() throws {
    let entry = try archive.quarantine(of: archive.find(film))[1]
    let path = "\(folder.archive)/\(entry.path)"
    let name = entry.path.split(separator: "/").last ?? ""
    let body = path.replacing(".json", with: ".body")
    let (whole, content) = (try readBytes(path), try readBytes(body))
    let log = "\(folder.archive)/\(try archive.find(film).folder)/visits.jsonl"
    let before = try readBytes(log)
    _ = try redact()
    let (redacted, after) = (try readBytes(path), try readBytes(log))
    try writeBytes(content, to: body)
    #expect(try archive.complaints() == ["broken-quarantine \(name.replacing(".json", with: ".body"))"])
    try writeBytes(whole, to: path)
    #expect(try archive.complaints() == ["broken-quarantine \(name)"])
    try writeBytes(redacted, to: path)
    #expect(unlinkFile(body))
    #expect(try archive.report().isWhole)
    try writeBytes(before, to: log)
    #expect(try archive.complaints().contains("broken-quarantine \(name)"))
    try writeBytes(after, to: log)
    #expect(try archive.report().isWhole)
  }

  @Test("A version that there is not cannot be redacted")
  func unknown() throws {
    #expect(try archiveError { _ = try redact(version: 9) }.code == .unknownVersion)
  }

  @Test("A text that is gone without a visit that says so is a finding")
  func undeclared() throws {
    let page = try archive.find(film)
    let path = "\(folder.archive)/\(page.folder)/3.json"
    let old = try readText(path)
    _ = try redact(version: 3)
    let redacted = try readText(path)
    try writeText(old, to: path)
    #expect(try archive.complaints().contains("broken-snapshot 3.json"))
    let log = "\(folder.archive)/\(page.folder)/visits.jsonl"
    let lines = try readText(log).split(separator: "\n")
    try writeText(lines.dropLast().joined(separator: "\n") + "\n", to: log)
    try writeText(redacted, to: path)
    #expect(try archive.complaints().contains("replaced-snapshot 3.json"))
  }

  @Test("Whatever call it dies at, the next run that writes finishes it, or nothing was declared")
  func crash() throws {
    var step = 0
    while true {
      step += 1
      let trial = "\(folder.path)/\(step)"
      try copyTree(folder.archive, to: trial)
      let system = FaultySystem(step.isMultiple(of: 2) ? .crashAfter : .crashBefore, at: step)
      _ = try? Self.redact(trial, reason, system.calls)
      if !system.hasStruck { break }
      try ArchiveWriter.open(at: trial).close()
      let archive = try Archive.open(at: trial)
      let page = try archive.find(film)
      let declared = Set(try archive.visits(of: page).filter { $0.outcome == .redacted }.compactMap(\.version))
      let report = try archive.report()
      #expect(report.isWhole, "step \(step): \(report.findings)")
      for version in 1...3 {
        let isRedacted = try archive.snapshot(version, of: page).redaction != nil
        #expect(isRedacted == declared.contains(version), "step \(step), version \(version)")
      }
      _ = try Self.redact(trial, reason, .system)
      #expect(try Self.places(of: "secret", in: trial).isEmpty, "step \(step)")
      #expect(try Archive.open(at: trial).report().isWhole, "step \(step)")
      removeTree(trial)
    }
    #expect(step > 30)
  }

  private static func redact(_ path: String, _ reason: String, _ calls: FileSystemCalls) throws {
    let writer = try ArchiveWriter.open(at: path, calls: calls)
    defer { writer.close() }
    _ = try writer.redact(key(film), reason: reason, at: day(20))
  }

  /// Every file below a folder.
  private static func files(below folder: String) -> [String] {
    let names = names(in: folder)
    return names.isEmpty ? [folder] : names.flatMap { files(below: "\(folder)/\($0)") }
  }

  @Test("A run that redacts and goes on writes behind what is left of the WARC file")
  func goesOn() throws {
    let folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(evidenced(film, says: String(repeating: "A long secret. ", count: 99), at: day(1)))
    _ = try writer.redact(key(film), reason: "asked for", at: day(2))
    let visit = try writer.record(evidenced(film, says: "Later.", at: day(3)))
    writer.close()
    #expect(try writer.archive.complaints() == [])
    #expect(try writer.archive.response(of: visit)?.body == Array("<p>Later.</p>".utf8))
  }
}
