import StetArchive
import StetModel
import Testing

private let samplePath = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Archive"

/// The archive that comes with stet, as its README describes it. People store their own pages beside the sample.
@Suite(.enabled(if: exists("\(samplePath)/stet-archive.json"), "./Archive is not here"))
struct SampleArchiveTests {
  @Test("It is whole, README.md and git's files included")
  func whole() throws {
    let report = try Archive.open(at: samplePath).report()
    #expect(report.findings.filter { $0.severity == .finding } == [])
  }

  @Test(
    "Its film has two versions and its book one",
    .enabled(if: !names(in: "\(samplePath)/pages/reviews.example").isEmpty, "the sample was deleted"))
  func pages() throws {
    let archive = try Archive.open(at: samplePath)
    let film = try archive.find("reviews.example/films/the-lighthouse-keepers-clock")
    #expect(try archive.versions(of: film) == [1, 2])
    #expect(try archive.snapshot(2, of: film).snapshot.previous == archive.snapshot(1, of: film).digest)
    #expect(film.aliases == ["http://reviews.example/?p=41"])
    #expect(try archive.versions(of: archive.find("field-guide-to-stairs")) == [1])
  }
}
