import StetArchive
import StetModel
import Testing

@Suite struct QuarantineTests {
  private let folder: TemporaryFolder
  private let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryFolder()
    writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    _ = try writer.quarantine(
      capture(film, says: "Two.", at: day(2)), code: "shrunken", reason: "its text has shrunk", body: [66])
    _ = try writer.quarantine(capture(film, says: "One.", at: day(3)), code: "listing", reason: "a list", body: [])
    _ = try writer.record(capture(film, says: "Three.", at: day(4)))
  }

  private func page() throws -> ArchivedPage { try writer.archive.find(film) }

  private func entries() throws -> [QuarantineEntry] { try writer.archive.quarantine(of: page()) }

  @Test("What was set aside is told with its code, in the order in which it came")
  func list() throws {
    #expect(try entries().map(\.visit.code) == ["shrunken", "listing"])
    #expect(try entries().map(\.name) == ["20261102T120000Z", "20261103T120000Z"])
    #expect(try entries().allSatisfy { $0.acceptance == nil })
    #expect(try entries()[0].json["code"] == "shrunken")
  }

  @Test(
    "An observation is found by its name, its moment, a date, or as the latest",
    arguments: [
      ("20261102T120000Z", 0), ("2026-11-02T12:00:00Z", 0), ("2026-11-02", 0), ("2026-11-30", 1), ("latest", 1),
    ])
  func find(word: String, index: Int) throws {
    #expect(try writer.archive.quarantined(word, of: page()) == entries()[index])
  }

  @Test("A word that fits none is an error that names those there are")
  func unknown() throws {
    let page = try page()
    let error = #expect(throws: ArchiveError.self) { try writer.archive.quarantined("2026-11-01", of: page) }
    #expect(error?.code == .unknownVersion)
    #expect(error?.message.contains("'20261103T120000Z'") == true)
  }

  @Test("An observation is read back with its body; a changed one is damaged")
  func read() throws {
    let entry = try entries()[0]
    let observation = try writer.archive.observation(entry)
    #expect(observation.review.bodyText == "Two.")
    #expect(try writer.archive.body(of: observation, entry) == [66])
    #expect(try writer.archive.body(of: writer.archive.observation(entries()[1]), entries()[1]) == [])
    try writeText("C", to: "\(folder.archive)/\(entry.path.dropLast(5)).body")
    #expect(throws: ArchiveError.self) { try writer.archive.body(of: observation, entry) }
    let text = try readText("\(folder.archive)/\(entry.path)")
    try writeText(text.replacing("Two.", with: "Ten."), to: "\(folder.archive)/\(entry.path)")
    let error = #expect(throws: ArchiveError.self) { try writer.archive.observation(entry) }
    #expect(error?.code == .damaged)
  }

  @Test("An accepted observation is a version of the time when it was seen, and stays where it is")
  func accept() throws {
    let visit = try writer.accept(entries()[0])
    #expect(visit.outcome == .changed)
    #expect(visit.version == 3)
    #expect(visit.at == day(2))
    #expect(visit.accepted == (try entries()[0].path))
    let snapshot = try writer.archive.snapshot(3, of: page()).snapshot
    #expect(snapshot.captured == day(2))
    #expect(snapshot.cause == .page)
    #expect(snapshot.review?.bodyText == "Two.")
    #expect(try writer.archive.versionsInTime(of: page()) == [1, 3, 2])
    #expect(try entries()[0].acceptance == visit)
    #expect(try writer.archive.observation(entries()[0]).review.bodyText == "Two.")
    #expect(try writer.archive.report().findings.isEmpty)
  }

  @Test("Accepting it again changes nothing")
  func again() throws {
    let visit = try writer.accept(entries()[0])
    let files = names(in: "\(folder.archive)/\(try page().folder)")
    let log = try readText("\(folder.archive)/\(try page().folder)/visits.jsonl")
    #expect(try writer.accept(entries()[0]) == visit)
    #expect(names(in: "\(folder.archive)/\(try page().folder)") == files)
    #expect(try readText("\(folder.archive)/\(try page().folder)/visits.jsonl") == log)
  }

  @Test("One that says what its neighbour in time says makes no version, and is accepted all the same")
  func same() throws {
    let visit = try writer.accept(entries()[1])
    #expect(visit.outcome == .unchanged)
    #expect(visit.version == 1)
    #expect(try entries()[1].acceptance == visit)
    #expect(try writer.archive.versions(of: page()) == [1, 2])
    #expect(try writer.archive.report().findings.isEmpty)
  }

  @Test("An observation without text cannot be accepted")
  func empty() throws {
    var empty = try capture(film, says: "", at: day(5))
    empty.review.body = []
    _ = try writer.quarantine(empty, code: "unreadable", reason: "no text", body: [])
    let entry = try #require(try entries().last)
    let error = #expect(throws: ArchiveError.self) { try writer.accept(entry) }
    #expect(error?.code == .unstorable)
    #expect(try entries().last?.acceptance == nil)
  }

  @Test("The first good look at a page may be an accepted one")
  func first() throws {
    let book = "http://reviews.example/book"
    _ = try writer.quarantine(capture(book, says: "A book.", at: day(1)), code: "listing", reason: "?", body: [])
    let entry = try #require(try writer.archive.quarantine(of: writer.archive.find(book)).first)
    let visit = try writer.accept(entry)
    #expect(visit.outcome == .new)
    #expect(visit.version == 1)
    #expect(try writer.archive.report().findings.isEmpty)
  }
}
