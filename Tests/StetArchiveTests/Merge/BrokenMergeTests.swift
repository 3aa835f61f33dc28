import Glibc
import StetArchive
import StetModel
import StetTestSupport
import Testing

/// What is broken, locked, redacted or ended in the middle.
@Suite struct BrokenMergeTests {
  let work: MergeWorkplace
  let book = "http://reviews.example/book"

  init() throws { work = try MergeWorkplace() }

  private func folder(_ page: String, in path: String) throws -> String {
    "\(path)/\(try Archive.open(at: path).find(page).folder)"
  }

  @Test("A page that is broken there is refused with the reason, and all others come over")
  func brokenPage() throws {
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
      _ = try writer.record(evidenced(book, says: "Two.", at: day(1)))
    }
    let path = "\(try folder(film, in: work.there))/1.json"
    try writeText(readText(path).replacing("One.", with: "Won."), to: path)
    let (report, pages) = try work.merge(work.there, into: work.here)
    #expect(!report.isComplete)
    #expect((report.new, report.refused) == (1, 1))
    let refused = try #require(pages.first { $0.outcome == .refused })
    #expect(refused.notes.contains { $0.contains("1.json") })
    let archive = try Archive.open(at: work.here)
    #expect(try archive.pages().map(\.key) == [key(book)])
    #expect(try archive.report().findings == [])
  }

  @Test("A capture that is broken there is not taken over, nor is a page that names it or a revisit of it")
  func brokenCapture() throws {
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
      _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
      _ = try writer.record(evidenced(film, says: "One.", at: day(3)))
      _ = try writer.record(evidenced(book, says: "Three.", at: day(4)))
    }
    let file = try #require(try work.files(work.there).keys.first { $0.hasSuffix(".warc.gz") })
    let line = try readText("\(work.there)/\(file).cdxj").split(separator: "\n").first { $0.contains(" 20261101") }
    let json = try #require(line?.split(separator: " ", maxSplits: 2).last)
    let offset = try #require(try JSONParser.parse(Array(json.utf8))["offset"]?.integer)
    var bytes = try readBytes("\(work.there)/\(file)")
    bytes[offset + 60] ^= 4
    try writeBytes(bytes, to: "\(work.there)/\(file)")
    let (report, _) = try work.merge(work.there, into: work.here)
    #expect((report.new, report.refused, report.captures) == (1, 1, 2))
    #expect(!report.faults.isEmpty)
    #expect(try Archive.open(at: work.here).report().findings == [])
  }

  @Test("An archive to which a run writes is refused, and no run writes to one that is taken over")
  func locks() throws {
    try work.write(work.there) { _ = try $0.record(evidenced(film, says: "One.", at: day(1))) }
    let target = try ArchiveWriter.open(at: work.here)
    let busy = try ArchiveWriter.open(at: work.there)
    let other = try Archive.open(at: work.there)
    #expect(try archiveError { _ = try target.merge(other) }.code == .locked)
    busy.close()
    var error: ArchiveError?
    _ = try target.merge(
      other,
      receive: { _ in
        error = try archiveError { _ = try ArchiveWriter.open(at: work.there) }
      })
    #expect(error?.code == .locked)
    try ArchiveWriter.open(at: work.there).close()
  }

  @Test("What was redacted here does not come back, in whatever capture the other archive has it")
  func redactedHere() throws {
    try work.write(work.here) { _ = try $0.record(evidenced(film, says: "Secret.", at: day(1))) }
    try copyTree(work.here, to: work.there)
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "Other secret.", at: day(2)))
      _ = try writer.record(evidenced(film, says: "Secret.", at: day(3)))
      _ = try writer.quarantine(
        capture(film, says: "Secret wall.", at: day(4)), reason: "a wall", body: Array("Secret".utf8))
      _ = try writer.record(evidenced(film, says: "Later.", at: day(20)))
    }
    try work.write(work.here) { writer in
      _ = try writer.redact(key(film), reason: "asked for", at: day(10))
    }
    let (report, pages) = try work.merge(work.there, into: work.here)
    #expect(report.isComplete)
    #expect(pages[0].redacted == 3)
    for (path, bytes) in try work.files(work.here) where !path.hasPrefix("warc/") {
      #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("secret"), "\(path)")
    }
    let archive = try Archive.open(at: work.here)
    let page = try archive.find(film)
    for visit in try archive.visits(of: page) where visit.record != nil && visit.at < day(10) {
      #expect(try archive.response(of: visit) == nil)
    }
    #expect(try archive.text(try archive.resolve("latest", of: page), of: film) == "Later.")
    #expect(try archive.complaints() == [])
    #expect(try work.merge(work.there, into: work.here).0.visits == 0)
    #expect(try archive.complaints() == [])
  }

  @Test("What was redacted there comes without its text; where it stands here it stays, and that is said")
  func redactedThere() throws {
    try work.write(work.here) { _ = try $0.record(evidenced(film, says: "Mine.", at: day(1))) }
    try copyTree(work.here, to: work.there)
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "Secret.", at: day(2)))
      _ = try writer.redact(key(film), reason: "asked for", at: day(5))
      _ = try writer.record(evidenced(film, says: "Later.", at: day(6)))
      _ = try writer.record(evidenced(book, says: "Secret book.", at: day(2)))
      _ = try writer.redact(key(book), reason: "asked for", at: day(5))
    }
    try work.write(work.here) { _ = try $0.record(evidenced(film, says: "Mine, too.", at: day(3))) }
    let (report, pages) = try work.merge(work.there, into: work.here)
    #expect(report.isComplete)
    #expect(pages.map(\.outcome) == [.new, .merged])
    #expect(pages.map(\.notes.count) == [0, 1])
    #expect(pages[1].notes[0].contains("asked for"))
    let archive = try Archive.open(at: work.here)
    let page = try archive.find(film)
    #expect(try archive.text(1, of: film) == "Mine.")
    #expect(
      try archive.versions(of: page).compactMap { try archive.snapshot($0, of: page).redaction?.reason } == [
        "asked for"
      ])
    #expect(try archive.complaints() == [])
    // Once it is taken out here, the other archive's word for it comes over, too.
    try work.write(work.here) { _ = try $0.redact(key(film), version: 1, reason: "here, too", at: day(9)) }
    #expect(try work.merge(work.there, into: work.here).0.visits == 1)
    #expect(try work.merge(work.there, into: work.here).1.flatMap(\.notes) == [])
    #expect(try archive.complaints() == [])
  }

  @Test(
    "Whatever call is the last, the archive is whole, and the same again takes over the rest",
    arguments: [CrashTests.Strike.killedBefore, .killedAfter, .powerCutBefore, .powerCutAfter, .diskFull, .diskError])
  func everyCall(strike: CrashTests.Strike) throws {
    try work.write(work.here) { writer in
      _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
      _ = try writer.record(evidenced(film, says: "Gone.", at: day(2)))
      _ = try writer.redact(key(film), version: 2, reason: "asked for", at: day(9))
    }
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
      _ = try writer.quarantine(capture(film, says: "A wall.", at: day(3)), reason: "a wall", body: [1])
      _ = try writer.record(evidenced(film, says: "Gone.", at: day(3)))
      _ = try writer.record(evidenced(film, says: "Three.", at: day(4)))
      for number in 1...3 { _ = try writer.record(evidenced(book, says: "Book \(number).", at: day(number))) }
      _ = try writer.quarantine(evidenced(book, says: "A wall.", at: day(7)), reason: "a wall", body: [])
    }
    let there = try work.files(work.there)
    // Between them the strikes meet every call: each begins with another one.
    let kinds: [CrashTests.Strike] = [
      .killedBefore, .powerCutBefore, .killedAfter, .powerCutAfter, .diskFull, .diskError,
    ]
    var moment = 1 + (kinds.firstIndex(of: strike) ?? 0)
    while true {
      let path = "\(work.folder.path)/struck"
      removeTree(path)
      try copyTree(work.here, to: path)
      let fault: FaultySystem.Fault =
        switch strike {
        case .killedBefore, .powerCutBefore: .crashBefore
        case .killedAfter, .powerCutAfter: .crashAfter
        case .diskFull: .failure(ENOSPC)
        default: .failure(EIO)
        }
      let system = FaultySystem(fault, at: moment)
      var hasFailed = false
      do {
        let writer = try ArchiveWriter.open(at: path, calls: system.calls)
        defer { writer.close() }
        _ = try writer.merge(Archive.open(at: work.there))
      } catch {
        hasFailed = true
      }
      if strike.cutsPower, hasFailed { system.cutPower() }
      let what = "\(strike) at call \(moment)"
      let archive = try Archive.open(at: path)
      #expect(try archive.complaints() == [], "\(what)")
      #expect(try work.merge(work.there, into: path).0.isComplete, "\(what)")
      #expect(try archive.report().findings.filter { $0.code != .redacted } == [], "\(what)")
      #expect(try work.origins(path).isSuperset(of: Set(work.lines(work.there))), "\(what)")
      for (place, bytes) in there where place.contains("book") {
        #expect(try readBytes("\(path)/\(place)") == bytes, "\(what): \(place)")
      }
      #expect(try work.merge(work.there, into: path).0.visits == 0, "\(what)")
      if !system.hasStruck { break }
      moment += kinds.count
    }
    #expect(moment > 80)
    #expect(try work.files(work.there) == there)
  }
}
