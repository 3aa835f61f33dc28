import StetArchive
import StetDigest
import StetModel
import StetTestSupport
import Testing

@Suite struct MergeTests {
  let work: MergeWorkplace

  init() throws { work = try MergeWorkplace() }

  private func isWhole(_ path: String) throws -> Bool {
    let findings = try Archive.open(at: path).report().findings.filter { $0.severity == .finding }
    #expect(findings == [])
    return findings.isEmpty
  }

  @Test("A page that only the other archive has comes over bit for bit, with its quarantine and its responses")
  func newPage() throws {
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "One.", at: day(1), from: "http://reviews.example/old"))
      _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
      _ = try writer.record(evidenced(film, says: "One.", at: day(3)))
      _ = try writer.quarantine(capture(film, says: "A wall.", at: day(4)), reason: "a wall", body: [1, 2])
    }
    try work.write(work.here) { _ = try $0.record(evidenced("http://other.example/", says: "Mine.", at: day(1))) }
    let before = try work.files(work.there)
    let (report, pages) = try work.merge(work.there, into: work.here)
    #expect(pages.map(\.outcome) == [.new])
    #expect((report.versions, report.visits, report.observations, report.captures) == (3, 4, 1, 4))
    #expect(report.isComplete)
    #expect(try work.files(work.there) == before)
    let after = try work.files(work.here)
    for (path, bytes) in before where path.hasPrefix("pages/") || path.hasPrefix("quarantine/") {
      #expect(after[path] == bytes, "\(path)")
    }
    #expect(try isWhole(work.here))
    let archive = try Archive.open(at: work.here)
    let last = try archive.snapshot(3, of: archive.find(film)).snapshot
    #expect(try archive.response(of: last)?.body == Array("<p>One.</p>".utf8))
  }

  @Test("What went different ways comes together: new numbers, the same moments, and both chains can be proved")
  func bothPages() throws {
    try work.write(work.here) { writer in
      _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
      _ = try writer.record(evidenced(film, says: "Three.", at: day(5)))
    }
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "Two.", at: day(3)))
      _ = try writer.record(evidenced(film, says: "Two.", at: day(4)))
      _ = try writer.record(evidenced(film, says: "Four.", at: day(6)))
    }
    let foreign = try work.lines(work.there)
    let (report, pages) = try work.merge(work.there, into: work.here)
    #expect(pages.map(\.outcome) == [.merged])
    #expect((report.versions, report.visits) == (2, 3))
    let archive = try Archive.open(at: work.here)
    let page = try archive.find(film)
    #expect(try archive.versionsInTime(of: page) == [1, 3, 2, 4])
    #expect(try [1, 3, 2, 4].map { try archive.text($0, of: film) } == ["One.", "Two.", "Three.", "Four."])
    #expect(try archive.visits(of: page).map(\.version) == [1, 2, 3, 3, 4])
    #expect(try isWhole(work.here))
    // The other archive's log can be written anew from ours, byte for byte, and so can its snapshots.
    let lines = try work.lines(work.here)
    #expect(try lines.dropFirst(2).map(MergeWorkplace.origin) == foreign)
    var document = try #require(try JSONParser.parse(readBytes("\(work.here)/\(page.folder)/4.json")).object)
    document["version"] = 2
    document["previous"] = document["merged"]?["was"]?["previous"]
    let digest = document["merged"]?["digest"]?.string
    (document["merged"], document["digest"]) = (nil, nil)
    #expect(Digest.sha256(of: CanonicalJSON.bytes(.object(document))).description == digest)
    #expect(try Archive.open(at: work.there).snapshot(2, of: page).digest.description == digest)
  }

  @Test("A text that its neighbour in time has here makes no version: its visit is logged")
  func sameText() throws {
    try work.write(work.here) { _ = try $0.record(evidenced(film, says: "One.", at: day(1))) }
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "One.", at: day(3)))
      _ = try writer.record(evidenced(film, says: "Two.", at: day(4)))
      _ = try writer.recordNotModified(address(film), at: day(5))
    }
    try work.merge(work.there, into: work.here)
    let archive = try Archive.open(at: work.here)
    let visits = try archive.visits(of: archive.find(film))
    #expect(visits.map(\.outcome) == [.new, .unchanged, .changed, .unchanged])
    #expect(visits.map(\.version) == [1, 1, 2, 2])
    #expect(try isWhole(work.here))
    #expect(try work.origins(work.here).isSuperset(of: Set(work.lines(work.there))))
  }

  @Test("A log that goes on where ours ends is taken over bit for bit")
  func ahead() throws {
    try work.write(work.here) { _ = try $0.record(evidenced(film, says: "One.", at: day(1))) }
    try copyTree(work.here, to: work.there)
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
      _ = try writer.recordAbsence(address(film), status: 404, at: day(3))
    }
    let (report, _) = try work.merge(work.there, into: work.here)
    #expect(report.captures == 1)
    for (path, bytes) in try work.files(work.there) where path.hasPrefix("pages/") {
      #expect(try work.files(work.here)[path] == bytes)
    }
    #expect(try isWhole(work.here))
    // And nothing goes back.
    #expect(try work.merge(work.here, into: work.there).0.visits == 0)
  }

  @Test("Tombstones, observations, what was accepted of them and readings by other rules come over too")
  func allKinds() throws {
    try work.write(work.here) { writer in
      _ = try writer.record(evidenced(film, says: "Mine.", at: day(2)))
      _ = try writer.quarantine(capture(film, says: "A wall.", at: day(3)), reason: "a wall", body: [1])
    }
    try work.write(work.there) { writer in
      _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
      _ = try writer.quarantine(capture(film, says: "Another wall.", at: day(3)), reason: "a wall", body: [2])
      let entry = try writer.archive.quarantine(of: writer.archive.find(film))[0]
      _ = try writer.accept(entry)
      _ = try writer.record(capture(film, says: "Another wall, read anew.", at: day(3), cause: .extractor))
      for number in 5...7 { _ = try writer.recordAbsence(address(film), status: 410, at: day(number)) }
    }
    let (report, _) = try work.merge(work.there, into: work.here)
    #expect((report.versions, report.visits, report.observations) == (4, 7, 1))
    let archive = try Archive.open(at: work.here)
    let page = try archive.find(film)
    let entries = try archive.quarantine(of: page)
    #expect(entries.map(\.name) == ["20261103T120000Z", "20261103T120000Z-2"])
    #expect(entries.map { $0.acceptance?.version } == [nil, 3])
    #expect(try archive.body(of: archive.observation(entries[1]), entries[1]) == [2])
    #expect(try archive.versionsInTime(of: page) == [2, 1, 3, 4, 5])
    #expect(try archive.visits(of: page).last?.outcome == .gone)
    #expect(try isWhole(work.here))
    #expect(try work.origins(work.here).isSuperset(of: Set(work.lines(work.there))))
    #expect(try work.merge(work.there, into: work.here).0.visits == 0)
  }

  @Test(
    "Whatever two machines have recorded: merged both ways they know the same, are whole, and again changes nothing",
    arguments: 1...12)
  func anyHistories(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pages = [film, "http://reviews.example/book", "http://[::1]:8080/x?y=1"]
    // Some begin as copies of one archive.
    if seed.isMultiple(of: 2) {
      try work.write(work.here) { writer in
        for _ in 0..<10 { try MergeWorkplace.record(writer, pages, days: 1...20, using: &random) }
      }
      try copyTree(work.here, to: work.there)
    }
    for path in [work.here, work.there] {
      try work.write(path) { writer in
        for _ in 0..<20 { try MergeWorkplace.record(writer, pages, days: 1...40, using: &random) }
      }
    }
    let (here, there) = ("\(work.folder.path)/copy-here", "\(work.folder.path)/copy-there")
    try copyTree(work.here, to: here)
    try copyTree(work.there, to: there)
    let plan = try work.merge(there, into: work.here, rehearsal: true)
    let done = try work.merge(there, into: work.here)
    #expect(plan.1 == done.1)
    #expect(done.0.isComplete)
    try work.merge(here, into: work.there)
    for path in [work.here, work.there] {
      #expect(try Archive.open(at: path).report().findings == [])
      let before = try work.files(path)
      for other in [here, there, work.here, work.there] where other != path {
        let (report, _) = try work.merge(other, into: path)
        #expect((report.visits, report.captures) == (0, 0), "\(other) into \(path)")
      }
      #expect(try work.files(path) == before)
    }
    for page in pages {
      let known = try work.origins(work.here, page)
      #expect(try work.origins(work.there, page) == known)
      #expect(try work.origins(here, page).union(work.origins(there, page)) == known)
    }
    for archive in try [work.here, work.there].map({ try Archive.open(at: $0) }) {
      for page in try archive.pages() {
        // A 304 may confirm what came without a record.
        for visit in try archive.visits(of: page) where visit.record != nil && visit.status != 304 {
          #expect(try archive.response(of: visit) != nil)
        }
      }
    }
  }
}
