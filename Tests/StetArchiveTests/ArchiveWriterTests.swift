import StetArchive
import StetModel
import Testing

@Suite struct ArchiveWriterTests {
  private let folder: TemporaryFolder
  private let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryFolder()
    writer = try ArchiveWriter.open(at: folder.archive)
  }

  private func page() throws -> ArchivedPage { try writer.archive.find(film) }

  @Test("The first capture is version 1; the same again is a visit; a difference is the next version")
  func versions() throws {
    let first = try writer.record(capture(film, says: "One.", at: day(1)))
    let second = try writer.record(capture(film, says: "One.", at: day(2)))
    let third = try writer.record(capture(film, says: "Two.", at: day(3)))
    #expect([first, second, third].map(\.outcome) == [.new, .unchanged, .changed])
    #expect([first, second, third].map(\.version) == [1, 1, 2])
    #expect(first.digest == second.digest)
    #expect(try writer.archive.versions(of: page()) == [1, 2])
    let old = try writer.archive.snapshot(1, of: page())
    let new = try writer.archive.snapshot(2, of: page())
    #expect(old.snapshot.previous == nil)
    #expect(new.snapshot.previous == old.digest)
    #expect(try writer.archive.visits(of: page()) == [first, second, third])
    #expect(names(in: "\(folder.archive)/\(try page().folder)") == ["1.json", "2.json", "visits.jsonl"])
  }

  @Test("Every visit line carries the hash of the line before it")
  func chain() throws {
    for number in 1...3 { _ = try writer.record(capture(film, says: "One.", at: day(number))) }
    let visits = try writer.archive.visits(of: page())
    #expect(visits[0].previous == nil)
    #expect(visits[1].previous != nil)
    #expect(visits[1].previous != visits[2].previous)
    #expect(try writer.archive.report().visits == 3)
  }

  @Test("What makes no version makes none: white space, image addresses, links, a campaign in an address")
  func sameReading() throws {
    _ = try writer.record(capture(film, says: "One film.", at: day(1)))
    var other = try capture(film, says: " One \u{A0} film. ", at: day(2))
    other.review.images = [ReviewImage(src: "http://reviews.example/x.jpg")]
    other.review.modified = "2026-11-02"
    #expect(try writer.record(other).outcome == .unchanged)
  }

  @Test("A capture older than what is there gets the next number and is compared with its neighbour in time")
  func imports() throws {
    _ = try writer.record(capture(film, says: "March.", at: day(10)))
    _ = try writer.record(capture(film, says: "May.", at: day(20)))
    // As it stood before: nothing new.
    #expect(try writer.record(capture(film, says: "March.", at: day(12), cause: .import)).outcome == .unchanged)
    // Differs from the state before it, although it equals the one after.
    let between = try writer.record(capture(film, says: "May.", at: day(15), cause: .import))
    #expect(between.version == 3)
    // Before everything: compared with the first one.
    #expect(try writer.record(capture(film, says: "March.", at: day(1), cause: .import)).outcome == .unchanged)
    #expect(try writer.record(capture(film, says: "January.", at: day(1), cause: .import)).version == 4)
    #expect(try writer.archive.resolve("latest", of: page()) == 2)
    #expect(try writer.archive.resolve("previous", of: page()) == 3)
    // A new visit goes by time, not by number.
    #expect(try writer.record(capture(film, says: "May.", at: day(21))).outcome == .unchanged)
    #expect(
      try writer.archive.snapshot(4, of: page()).snapshot.previous == writer.archive.snapshot(3, of: page()).digest)
    #expect(try writer.archive.report().findings.isEmpty)
  }

  @Test("Three absences over two days write a tombstone; the last good version stays; a return is a version")
  func tombstone() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    let absences = try [2, 3, 4].map { try writer.recordAbsence(address(film), status: 404, at: day($0)) }
    #expect(absences.map { $0?.outcome } == [.absent, .absent, .gone])
    #expect(absences.map { $0?.version } == [nil, nil, 2])
    let tombstone = try writer.archive.snapshot(2, of: page()).snapshot
    #expect(tombstone.cause == .gone)
    #expect(tombstone.review == nil)
    #expect(tombstone.response?.status == 404)
    #expect(try writer.archive.text(1, of: film) == "One.")
    // Gone is said once.
    #expect(try writer.recordAbsence(address(film), status: 410, at: day(9))?.outcome == .absent)
    let back = try writer.record(capture(film, says: "One.", at: day(10)))
    #expect(back.outcome == .changed)
    #expect(back.version == 3)
    // And it takes three again.
    #expect(try writer.recordAbsence(address(film), status: 404, at: day(20))?.outcome == .absent)
    #expect(try writer.archive.report().findings.isEmpty)
  }

  @Test("Three absences within two days are no tombstone, nor three with a sight of the page between them")
  func noTombstone() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    for hour in 1...5 {
      let at = Timestamp(secondsSince1970: day(2).secondsSince1970 + Int64(hour * 3600))
      #expect(try writer.recordAbsence(address(film), status: 404, at: at)?.outcome == .absent)
    }
    _ = try writer.record(capture(film, says: "One.", at: day(3)))
    #expect(try writer.recordAbsence(address(film), status: 404, at: day(4))?.outcome == .absent)
    #expect(try writer.recordAbsence(address(film), status: 404, at: day(5))?.outcome == .absent)
  }

  @Test("The absence of a page that the archive never had leaves no trace")
  func unknownAbsence() throws {
    #expect(try writer.recordAbsence(address("http://reviews.example/typo"), status: 404, at: day(1)) == nil)
    #expect(try writer.archive.pages().isEmpty)
  }

  @Test("What is quarantined is kept with its reason and its body, and replaces nothing")
  func quarantine() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1), etag: "\"a\""))
    let body = Array("<p>Accept cookies?".utf8)
    let visit = try writer.quarantine(capture(film, says: "Cookies?", at: day(2)), reason: "a consent wall", body: body)
    let again = try writer.quarantine(capture(film, says: "Cookies?", at: day(2)), reason: "a consent wall", body: [])
    #expect(visit.outcome == .quarantined)
    #expect(visit.reason == "a consent wall")
    #expect(visit.version == nil)
    let path = try #require(visit.quarantine)
    #expect(path.hasPrefix("quarantine/reviews.example/film~"))
    #expect(path.hasSuffix("/20261102T120000Z.json"))
    #expect(again.quarantine?.hasSuffix("/20261102T120000Z-2.json") == true)
    let document = try JSONParser.parse(readText("\(folder.archive)/\(path)"))
    #expect(document["format"] == "stet-quarantine/1")
    #expect(document["reason"] == "a consent wall")
    #expect(document["page"] == .string(film))
    #expect(try readText("\(folder.archive)/\(path.dropLast(5)).body") == "<p>Accept cookies?")
    #expect(try writer.archive.versions(of: page()) == [1])
    // The next visit is compared with the last good version.
    #expect(try writer.record(capture(film, says: "One.", at: day(3))).outcome == .unchanged)
    #expect(try writer.archive.report().findings.isEmpty)
  }

  @Test("An absence counts for the page that answers at the address, not for one that it merely led to")
  func absenceOfAnAlias() throws {
    let short = "http://reviews.example/s/1"
    _ = try writer.record(capture(film, says: "One.", at: day(1), aliases: [short]))
    #expect(try writer.page(answeringAt: address(short)) == nil)
    #expect(try writer.recordAbsence(address(short), status: 404, at: day(2)) == nil)
    // A page that answers at another address than its canonical one.
    var printed = try capture(film, says: "One.", at: day(3), aliases: [film + "?print=1"])
    printed.response.finalURL = film + "?print=1"
    _ = try writer.record(printed)
    #expect(try writer.recordAbsence(address(film + "?print=1"), status: 404, at: day(4))?.page == key(film))
  }

  @Test("A page whose first sight is quarantined is known, without a version; the first good one is version 1")
  func quarantineFirst() throws {
    _ = try writer.quarantine(capture(film, says: "Cookies?", at: day(1)), reason: "a consent wall", body: [1])
    #expect(try writer.archive.versions(of: page()).isEmpty)
    #expect(try writer.archive.report().isWhole)
    #expect(try archiveError { _ = try writer.archive.resolve("latest", of: page()) }.code == .unknownVersion)
    #expect(try writer.record(capture(film, says: "One.", at: day(2))).outcome == .new)
  }

  @Test("Validators are those of the last sight of the page, for the address that answered and for no other")
  func validators() throws {
    let short = "http://reviews.example/s/1"
    _ = try writer.record(capture(film, says: "One.", at: day(1), etag: "W/\"1\"", aliases: [short, film]))
    #expect(try writer.validators(for: address(film + "#top"))?.etag == "W/\"1\"")
    #expect(try writer.validators(for: address(short)) == nil)
    #expect(try writer.validators(for: address("http://reviews.example/other")) == nil)
    _ = try writer.record(capture(film, says: "One.", at: day(2), etag: "W/\"2\""))
    #expect(try writer.validators(for: address(film))?.etag == "W/\"2\"")
    _ = try writer.quarantine(capture(film, says: "?", at: day(3), etag: "W/\"3\""), reason: "block page", body: [])
    #expect(try writer.validators(for: address(film))?.etag == "W/\"2\"")
    // An import is old news, whatever its place in the log.
    _ = try writer.record(capture(film, says: "One.", at: day(1), cause: .import, etag: "W/\"0\""))
    #expect(try writer.validators(for: address(film))?.etag == "W/\"2\"")
  }

  @Test("Not modified is an unchanged visit that keeps the validators")
  func notModified() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1), etag: "\"1\""))
    let visit = try writer.recordNotModified(address(film), at: day(2))
    #expect(visit.outcome == .unchanged)
    #expect(visit.status == 304)
    #expect(visit.version == 1)
    #expect(!visit.wroteVersion)
    #expect(try writer.recordNotModified(address(film), at: day(3), etag: "\"2\"").etag == "\"2\"")
    #expect(try writer.validators(for: address(film))?.etag == "\"2\"")
    #expect(try writer.archive.report().findings.isEmpty)
  }

  @Test("A page that is gone has no validators and cannot be unchanged: its return is fetched whole")
  func notModifiedAfterGone() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1), etag: "\"1\""))
    for number in [2, 3, 4] { _ = try writer.recordAbsence(address(film), status: 410, at: day(number)) }
    #expect(try writer.validators(for: address(film)) == nil)
    let error = try archiveError { _ = try writer.recordNotModified(address(film), at: day(5)) }
    #expect(error.code == .unknownPage)
  }

  @Test("A record that could not be read again is refused before anything is written")
  func unstorable() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    var deep = Block.paragraph(text: "deep")
    for _ in 0..<400 { deep = .quote(blocks: [deep]) }
    var capture = try capture(film, says: "Two.", at: day(2))
    capture.review.body = [deep]
    #expect(try archiveError { _ = try writer.record(capture) }.code == .unstorable)
    #expect(try writer.archive.versions(of: page()) == [1])
    #expect(try writer.archive.report().findings.isEmpty)
  }

  @Test("A password in an address that led to the page is not stored")
  func passwords() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1), aliases: ["http://me:secret@reviews.example/s"]))
    let log = try readText("\(folder.archive)/\(try page().folder)/visits.jsonl")
    #expect(log.contains("http://reviews.example/s"))
    #expect(!log.contains("secret"))
  }

  @Test("A damaged page is not written to; other pages are")
  func damagedPage() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    let log = "\(folder.archive)/\(try page().folder)/visits.jsonl"
    try writeText("not a visit\n", to: log)
    let error = try archiveError { _ = try writer.record(capture(film, says: "Two.", at: day(2))) }
    #expect(error.code == .damaged)
    #expect(error.message.contains("line 1 is not valid JSON"))
    #expect(try writer.record(capture("http://reviews.example/b", says: "B.", at: day(2))).outcome == .new)
    #expect(try readText(log) == "not a visit\n")
  }
}
