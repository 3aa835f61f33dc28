import StetArchive
import StetModel
import Testing

@Suite struct ArchiveResolveTests {
  private let folder: TemporaryFolder
  private let archive: Archive

  /// Versions 1 to 4 of 2025-12-31, 2026-11-05, 2026-11-20 and, imported, 2026-11-10.
  init() throws {
    folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    for (index, text) in ["2025-12-31T23:59:59Z", "2026-11-05T12:00:00Z", "2026-11-20T12:00:00Z"].enumerated() {
      _ = try writer.record(capture(film, says: "\(index)", at: moment(text)))
    }
    _ = try writer.record(capture(film, says: "import", at: moment("2026-11-10T12:00:00Z"), cause: .import))
    archive = writer.archive
  }

  @Test(
    "A word is a number, a date whose end counts, latest or previous; time decides, not the number",
    arguments: [
      ("1", 1), ("4", 4), ("latest", 3), ("previous", 4), ("2025", 1), ("2026", 3), ("2026-10", 1), ("2026-11", 3),
      ("2026-11-05", 2), ("2026-11-09", 2), ("2026-11-10", 4), ("2026-11-10T11:59", 2), ("2026-11-10T12:00", 4),
      ("2026-11-10T12:00:00Z", 4), ("2026-11-10T11:59:59", 2), ("9999", 3), ("2026-02", 1),
    ])
  func words(word: String, version: Int) throws {
    #expect(try archive.resolve(word, of: archive.find(film)) == version)
  }

  @Test(
    "What names no version is an error that says which there are",
    arguments: ["0", "5", "-1", "2024", "2025-12-30", "2026-13", "2026-11-31", "", "newest", "1.0", "2026-11-10T25:00"])
  func unknown(word: String) throws {
    let error = try archiveError { _ = try archive.resolve(word, of: archive.find(film)) }
    #expect(error.code == .unknownVersion)
    #expect(error.message.contains("it has 4 versions, the last is 4. Use a number, a date"))
  }

  @Test("A version that is not there is told apart from one whose file is missing")
  func missing() throws {
    let page = try archive.find(film)
    #expect(try archiveError { _ = try archive.snapshot(5, of: page) }.code == .unknownVersion)
    try #require(unlinkFile("\(folder.archive)/\(page.folder)/2.json"))
    #expect(try archiveError { _ = try archive.snapshot(2, of: page) }.code == .damaged)
    #expect(try archive.versions(of: page) == [1, 2, 3, 4])
  }
}
