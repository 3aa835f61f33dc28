import StetArchive
import StetDigest
import StetModel
import Testing

@Suite struct VerifyTests {
  private let folder: TemporaryFolder
  private let archive: Archive
  private let page: String
  private let other: String
  private let observation: String

  /// Two pages: a film with three versions, four good visits and one in quarantine; a book.
  init() throws {
    folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    for (index, text) in ["One.", "Two.", "Two.", "Three."].enumerated() {
      _ = try writer.record(capture(film, says: text, at: day(index + 1)))
    }
    let visit = try writer.quarantine(capture(film, says: "?", at: day(9)), reason: "a block page", body: [66, 67])
    _ = try writer.record(capture("http://reviews.example/book", says: "A book.", at: day(1)))
    archive = writer.archive
    page = "\(folder.archive)/\(try archive.find(film).folder)"
    other = "\(folder.archive)/\(try archive.find("book").folder)"
    observation = "\(folder.archive)/\(try #require(visit.quarantine))"
  }

  private func replace(_ old: String, by new: String, in path: String) throws {
    let text = try readText(path)
    try #require(text.contains(old))
    try writeText(text.replacing(old, with: new, maxReplacements: 1), to: path)
  }

  private var log: String { "\(page)/visits.jsonl" }

  private func lines() throws -> [String] { try readText(log).split(separator: "\n").map(String.init) }

  @Test("A whole archive has no findings, and the report counts what was read")
  func whole() throws {
    let report = try archive.report()
    #expect(report.isWhole)
    #expect(report.findings == [])
    #expect(report.pages == 2)
    #expect(report.snapshots == 4)
    #expect(report.visits == 6)
  }

  @Test("Progress goes from nothing to all, and never back")
  func progress() throws {
    var steps: [[Int]] = []
    _ = try archive.verify { steps.append([$0, $1]) }
    #expect(steps.first == [0, 2])
    #expect(steps.last == [2, 2])
    #expect(steps.map { $0[0] } == steps.map { $0[0] }.sorted())
  }

  @Test("The head is one digest over the last visit lines and keys: any further visit changes it")
  func head() throws {
    let report = try archive.report()
    var text = ""
    for (path, key) in [(other, "http://reviews.example/book"), (page, film)] {
      let last = try #require(try readText("\(path)/visits.jsonl").split(separator: "\n").last)
      text += "\(Digest.sha256(of: String(last)).hexadecimal)  \(key)\n"
    }
    #expect(report.head == Digest.sha256(of: text))
    _ = try ArchiveWriter.open(at: folder.archive).record(capture(film, says: "Three.", at: day(10)))
    #expect(try archive.report().head != report.head)
  }

  @Test("An edited snapshot")
  func editedSnapshot() throws {
    try replace("Two.", by: "2!!!", in: "\(page)/2.json")
    #expect(try archive.complaints() == ["broken-snapshot 2.json"])
  }

  /// Other bytes that say the same as some of stet's.
  static let spellings: [(spelling: String, change: @Sendable (String) -> String)] = [
    ("a blank behind a colon", { $0.replacing(":", with: ": ", maxReplacements: 1) }),
    ("a line break", { $0.replacing(",", with: ",\n ", maxReplacements: 1) }),
    ("a carriage return before each line break", { $0.replacing("\n", with: "\r\n") + "\r" }),
    ("a blank at the start", { " \($0)" }),
    ("a blank at the end", { "\($0) " }),
    ("an escape", { $0.replacing("status", with: "st\\u0061tus") }),
    ("another number", { $0.replacing(/("status": ?)200/) { "\($0.output.1)2e2" } }),
  ]

  @Test("A snapshot, an observation and a visit line that say the same in other bytes", arguments: spellings.indices)
  func otherSpelling(number: Int) throws {
    let (spelling, change) = Self.spellings[number]
    for (path, name) in [("\(page)/3.json", "broken-snapshot"), (observation, "broken-quarantine")] {
      let text = try readText(path)
      let changed = change(String(text.dropLast())) + "\n"
      try writeText(changed, to: path)
      #expect(try JSONParser.parse(Array(changed.utf8)).sameAs(JSONParser.parse(Array(text.utf8))), "\(spelling)")
      #expect(try archive.complaints() == ["\(name) \(path.split(separator: "/").last ?? "")"], "\(spelling)")
      try writeText(text, to: path)
    }
    // A line break would make two lines of it.
    let last = try #require(try lines().last)
    let changed = change(last).replacing("\n", with: "\t").replacing("\r\n", with: "\r")
    try writeText((try lines().dropLast() + [changed]).map { $0 + "\n" }.joined(), to: log)
    #expect(try archive.complaints() == ["broken-visit visits.jsonl"], "\(spelling)")
  }

  @Test("A snapshot and a visit line whose members stand in another order")
  func otherOrder() throws {
    func rotated(_ bytes: [UInt8]) throws -> JSONValue {
      let members = try #require(try JSONParser.parse(bytes).object).members
      return .object(JSONObject(Array(members[1...] + members[..<1])))
    }
    try writeBytes(PrettyJSON.bytes(rotated(readBytes("\(page)/3.json")), order: .kept), to: "\(page)/3.json")
    let last = try #require(try lines().last)
    let line = String(decoding: CompactJSON.bytes(try rotated(Array(last.utf8))), as: UTF8.self)
    try writeText((try lines().dropLast() + [line]).map { $0 + "\n" }.joined(), to: log)
    #expect(try archive.complaints() == ["broken-snapshot 3.json", "broken-visit visits.jsonl"])
  }

  @Test("Members that this stet does not know are spelled like the others: only the log tells that they were not there")
  func unknownMembers() throws {
    let path = "\(page)/3.json"
    var object = try #require(try JSONParser.parse(readBytes(path)).object)
    object["\u{FB03}"] = .object(["b": [], "a": .object(["c": 1e30, "": "\u{7F}\u{1}/"])])
    object["mood"] = .object([:])
    object["digest"] = nil
    let digest = Digest.sha256(of: CanonicalJSON.bytes(.object(object)))
    object["digest"] = .string(digest.description)
    try writeBytes(PrettyJSON.bytes(.object(object)), to: path)
    #expect(try archive.complaints() == ["replaced-snapshot 3.json"])
  }

  @Test("A snapshot edited with a fitting digest: the visit log and the next version tell")
  func forgedSnapshot() throws {
    var snapshot = try archive.snapshot(2, of: archive.find(film)).snapshot
    snapshot.review?.title = "Forged"
    try writeText(String(decoding: SealedSnapshot.seal(snapshot).bytes, as: UTF8.self), to: "\(page)/2.json")
    #expect(try archive.complaints() == ["replaced-snapshot 2.json", "broken-version-chain 3.json"])
  }

  @Test("A truncated and an empty snapshot")
  func truncatedSnapshot() throws {
    try writeText(String(try readText("\(page)/1.json").prefix(200)), to: "\(page)/1.json")
    try writeText("", to: "\(page)/3.json")
    #expect(try archive.complaints() == ["broken-snapshot 1.json", "broken-snapshot 3.json"])
  }

  @Test("An edited visit line breaks the chain behind it")
  func editedVisit() throws {
    try replace("\"status\":200", by: "\"status\":201", in: log)
    #expect(try archive.complaints() == ["broken-visit visits.jsonl", "broken-visit-chain visits.jsonl"])
  }

  @Test("An edited last line, for which no other line vouches")
  func editedLastVisit() throws {
    let lines = try lines()
    let last = try #require(lines.last).replacing("\"status\":200", with: "\"status\":201")
    try #require(last != lines.last)
    try writeText((lines.dropLast() + [last]).map { $0 + "\n" }.joined(), to: log)
    #expect(try archive.complaints() == ["broken-visit visits.jsonl"])
  }

  @Test("A removed, a doubled and a swapped visit line")
  func removedVisit() throws {
    let lines = try lines()
    for changed in [[0, 2, 3, 4], [0, 1, 1, 2, 3, 4], [0, 2, 1, 3, 4]] {
      try writeText(changed.map { lines[$0] + "\n" }.joined(), to: log)
      #expect(try archive.complaints().contains("broken-visit-chain visits.jsonl"), "\(changed)")
    }
  }

  @Test("A visit line that is no JSON, and one of another shape")
  func brokenVisit() throws {
    for line in ["nonsense", "{}", "[1]", "{\"at\":\"yesterday\",\"outcome\":\"new\",\"page\":\"\(film)\"}"] {
      try writeText(try lines().map { $0 + "\n" }.joined() + line + "\n", to: log)
      #expect(try archive.complaints() == ["broken-visit visits.jsonl"], "\(line)")
      try writeText(try lines().dropLast().map { $0 + "\n" }.joined(), to: log)
    }
  }

  @Test("A removed version, the last one included: the visits name it")
  func removedVersion() throws {
    #expect(unlinkFile("\(page)/1.json") && unlinkFile("\(page)/3.json"))
    #expect(try archive.complaints() == ["missing-version 1.json", "missing-version 3.json"])
  }

  @Test("A removed visit log")
  func removedLog() throws {
    #expect(unlinkFile(log))
    #expect(try archive.complaints().contains("missing-visit-log visits.jsonl"))
  }

  @Test("Two versions that changed places")
  func swappedVersions() throws {
    try renameFile("\(page)/1.json", to: "\(folder.path)/x")
    try renameFile("\(page)/2.json", to: "\(page)/1.json")
    try renameFile("\(folder.path)/x", to: "\(page)/2.json")
    let complaints = try archive.complaints()
    #expect(complaints.contains("replaced-snapshot 1.json"))
    #expect(complaints.contains("replaced-snapshot 2.json"))
  }

  @Test("A version of another page")
  func otherPagesVersion() throws {
    try writeText(try readText("\(other)/1.json"), to: "\(page)/1.json")
    let complaints = try archive.complaints()
    #expect(complaints.contains("wrong-page 1.json"))
    #expect(complaints.contains("replaced-snapshot 1.json"))
  }

  @Test("The visit log of another page")
  func otherPagesLog() throws {
    try writeText(try readText("\(other)/visits.jsonl"), to: log)
    #expect(try archive.complaints().contains { $0.hasPrefix("wrong-page film~") })
  }

  @Test("A version that no visit wrote, above a gap")
  func inventedVersion() throws {
    try writeText(try readText("\(page)/3.json"), to: "\(page)/9.json")
    let complaints = try archive.complaints()
    #expect(complaints.contains("unlogged-version 9.json"))
    #expect(complaints.contains("missing-version 8.json"))
  }

  @Test("A version number beyond counting costs no time")
  func hugeNumber() throws {
    try writeText("{}", to: "\(page)/9223372036854775807.json")
    #expect(try archive.complaints().contains("broken-snapshot 9223372036854775807.json"))
  }

  @Test("Files that stet did not put there; hidden ones are nobody's business")
  func foreignFiles() throws {
    for name in ["notes.txt", "01.json", "1.json~", "+1.json", "0.json"] { try writeText("x", to: "\(page)/\(name)") }
    try makeFolder("\(page)/old")
    try writeText("x", to: "\(folder.archive)/pages/stray")
    try makeFolder("\(folder.archive)/pages/reviews.example/unhashed")
    try writeText("x", to: "\(page)/.DS_Store")
    try writeText("x", to: "\(folder.archive)/README.md")
    try writeText("x", to: "\(folder.archive)/changes.atom")
    let complaints = try archive.complaints()
    #expect(complaints.allSatisfy { $0.hasPrefix("foreign-file ") })
    #expect(
      Set(complaints.map { $0.dropFirst(13) }) == [
        "notes.txt", "01.json", "1.json~", "+1.json", "0.json", "old", "stray", "unhashed",
      ])
  }

  @Test("A page folder under another name, and a second copy of a page")
  func wrongFolder() throws {
    let copy = page.replacing("film~", with: "movie~")
    try copyTree(page, to: copy)
    let complaints = try archive.complaints()
    #expect(complaints.count == 2)
    #expect(complaints.contains { $0.hasPrefix("wrong-page movie~") })
    #expect(complaints.contains { $0.hasPrefix("duplicate-page movie~") })
  }

  @Test("An observation in quarantine that is edited, whose body is edited, or that is missing")
  func quarantine() throws {
    let body = observation.replacing(".json", with: ".body")
    try writeText("other", to: body)
    #expect(try archive.complaints() == ["broken-quarantine 20261109T120000Z.body"])
    try replace("a block page", by: "another reason", in: observation)
    #expect(try archive.complaints() == ["broken-quarantine 20261109T120000Z.json"])
    #expect(unlinkFile(observation))
    #expect(try archive.complaints() == ["broken-quarantine 20261109T120000Z.json"])
  }

  @Test("What a crash leaves is a note, not a finding, and the next write clears all of it")
  func leftovers() throws {
    try writeText("half", to: "\(page)/.stet-0123456789abcdef.tmp")
    try writeText("half", to: "\(folder.archive)/.stet-0123456789abcdef.tmp")
    try writeText(try readText(log) + "{\"at\":", to: log)
    try makeFolder("\(folder.archive)/pages/empty.example")
    try makeFolder("\(folder.archive)/pages/reviews.example/new~0123456789")
    try writeText("", to: "\(folder.archive)/pages/reviews.example/new~0123456789/visits.jsonl")
    try writeText("x", to: observation.replacing("20261109", with: "20261110"))
    // As a run that was killed leaves it.
    try writeText("{\"pid\":1,\"since\":\"2026-11-01T00:00:00Z\"}\n", to: "\(folder.archive)/state/lock")
    let report = try archive.report()
    #expect(report.isWhole)
    #expect(report.findings.count == 6)
    #expect(report.findings.allSatisfy { $0.code == .leftover })
    _ = try ArchiveWriter.open(at: folder.archive).record(
      capture("http://reviews.example/book", says: "A book.", at: day(9)))
    #expect(try archive.report().findings == [])
    #expect(!exists("\(folder.archive)/pages/empty.example"))
  }

  @Test("A last version without its visit line is a note: it can be read at once, and the next write adds the line")
  func unlogged() throws {
    let lines = try lines()
    // The visit that wrote version 3 and the one after it never reached the log.
    try writeText(lines[..<3].map { $0 + "\n" }.joined(), to: log)
    removeTree("\(folder.archive)/quarantine")
    // As a run that was killed leaves it.
    try writeText("{}\n", to: "\(folder.archive)/state/lock")
    #expect(try archive.complaints() == [])
    #expect(try archive.complaints(.note) == ["unlogged-version 3.json"])
    #expect(try archive.resolve("latest", of: archive.find(film)) == 3)
    let visit = try ArchiveWriter.open(at: folder.archive).record(capture(film, says: "Three.", at: day(9)))
    #expect(visit.outcome == .unchanged)
    #expect(visit.version == 3)
    let visits = try archive.visits(of: archive.find(film))
    #expect(visits.map(\.isAdopted) == [false, false, false, true, false])
    #expect(visits[3].outcome == .changed)
    #expect(try archive.report().findings == [])
  }

  @Test("A page folder that only one of two archives has can be copied from the other")
  func merging() throws {
    let elsewhere = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: elsewhere.archive)
    _ = try writer.record(capture("http://music.example/song", says: "A song.", at: day(2)))
    try copyTree("\(elsewhere.archive)/pages/music.example", to: "\(folder.archive)/pages/music.example")
    #expect(try archive.report().findings == [])
    #expect(try archive.text(1, of: "song") == "A song.")
  }
}

extension JSONValue {
  /// Whether two values say the same, whatever the order of members.
  fileprivate func sameAs(_ other: JSONValue) -> Bool { CanonicalJSON.bytes(self) == CanonicalJSON.bytes(other) }
}
