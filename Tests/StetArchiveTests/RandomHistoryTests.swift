import StetArchive
import StetModel
import StetTestSupport
import Testing

@Suite struct RandomHistoryTests {
  @Test(
    "Whatever is recorded in whatever order, verify finds nothing and every version reads as recorded",
    arguments: 1...12)
  func anyHistory(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    var writer = try ArchiveWriter.open(at: folder.archive)
    let pages = [film, "http://reviews.example/book", "http://[::1]:8080/x?y=1", "https://reviews.example/film"]
    var texts: [String: [Int: String]] = [:]
    var visits: [String: [Visit]] = [:]
    for _ in 0..<40 {
      let page = try #require(pages.randomElement(using: &random))
      let at = day(Int.random(in: 1...60, using: &random))
      let text = "Text \(Int.random(in: 1...3, using: &random))."
      var visit: Visit?
      switch Int.random(in: 0..<10, using: &random) {
      case 0: visit = try writer.quarantine(capture(page, says: text, at: at), reason: "block page", body: [1])
      case 1, 2: visit = try writer.recordAbsence(address(page), status: 404, at: at)
      case 3:
        writer.close()
        writer = try ArchiveWriter.open(at: folder.archive)
      case 4: visit = try? writer.recordNotModified(address(page), at: at)
      case 5: visit = try writer.record(capture(page, says: text, at: at, cause: .import))
      default:
        let recorded = try writer.record(capture(page, says: text, at: at))
        visit = recorded
        if recorded.wroteVersion { texts[page, default: [:]][try #require(recorded.version)] = text }
        // The same again at the same time never makes a version.
        #expect(try writer.record(capture(page, says: text, at: at)).outcome == .unchanged)
        visit = nil
      }
      if let visit { visits[page, default: []].append(visit) }
    }
    let archive = writer.archive
    #expect(try archive.report().findings == [])
    for (page, versions) in texts {
      for (version, text) in versions { #expect(try archive.text(version, of: page) == text) }
    }
    for (page, expected) in visits {
      let found = try archive.page(key(page))
      let stored = try archive.visits(of: #require(found))
      for visit in expected { #expect(stored.contains(visit)) }
    }
  }
}
