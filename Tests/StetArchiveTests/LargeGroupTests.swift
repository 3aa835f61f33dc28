import StetArchive
import StetModel
import StetTestSupport
import Testing

/// Groups as large as imports and runs make them, on an archive that is struck again and again.
@Suite struct LargeGroupTests {
  @Test(
    "Large groups, killed or without power at any call, round after round: nothing that was reported is lost",
    arguments: [64, 256])
  func struckAgain(size: Int) throws {
    var random = SeededGenerator(seed: UInt64(size))
    let folder = try TemporaryFolder()
    var reported: [(page: String, visit: Visit)] = []
    var strikes = 0
    for round in 0..<12 {
      let system = FaultySystem(
        round % 4 < 2 ? .crashBefore : .crashAfter, at: Int.random(in: 1...size * 20, using: &random))
      if let writer = try? ArchiveWriter.open(at: folder.archive, calls: system.calls) {
        let pages = (0..<size).map { "http://reviews.example/\($0)" }
        // Half of them change from round to round.
        let observations = try pages.enumerated().map { number, page in
          Observation.seen(
            try evidenced(page, says: "Round \(number.isMultiple(of: 2) ? round : 0).", at: day(1 + round)))
        }
        for (page, result) in zip(pages, writer.record(observations)) {
          if case .success(let visit) = result { reported.append((page, visit)) }
        }
        writer.close()
      }
      guard system.hasStruck else { continue }
      strikes += 1
      if round.isMultiple(of: 2) { system.cutPower() }
      guard let archive = try? Archive.open(at: folder.archive) else { continue }
      #expect(try archive.complaints() == [], "round \(round)")
    }
    #expect(strikes > 2 && !reported.isEmpty)
    let writer = try ArchiveWriter.open(at: folder.archive)
    _ = try writer.record(evidenced("http://reviews.example/0", says: "The end.", at: day(30)))
    writer.close()
    #expect(try writer.archive.report().findings == [])
    for (page, visit) in reported {
      let stored = try #require(try writer.archive.page(key(page)))
      #expect(try writer.archive.visits(of: stored).contains(visit), "\(page) on \(visit.at)")
    }
  }
}
