import StetArchive
import StetModel
import Testing

/// The index and the files give the same answers.
@Suite struct IndexedAnswerTests {
  private let folder: TemporaryFolder
  private let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    archive = try fillArchive(folder.archive)
    let writer = try ArchiveWriter.open(at: folder.archive)
    for (number, page) in [
      "http://a.reviews.example/x", "https://reviews.example/film", "http://reviews.example/%C3%A9",
    ]
    .enumerated() {
      for version in 0...number {
        _ = try writer.record(capture(page, says: "Text \(version).", at: day(3 + number + version)))
      }
    }
    for number in [3, 4, 6] { _ = try writer.recordAbsence(address(book), status: 410, at: day(number)) }
    writer.close()
  }

  private func filesAndIndex(_ listing: PageListing) throws -> (files: [String], index: [String]) {
    var complaints: [String] = []
    let files = try archive.list(listing) { complaints.append($0.message) }.map { "\($0)" }
    let (pages, errors) = try #require(archive.index(.build)).listed(listing)
    return (complaints + files, errors.map(\.message) + pages.map { "\($0)" })
  }

  @Test(
    "A list from the index is that from the files, whatever is asked for",
    arguments: [
      PageListing(), PageListing(limit: 2), PageListing(host: "Reviews.example"), PageListing(host: "example"),
      PageListing(host: "views.example"), PageListing(since: day(4)), PageListing(order: .captured),
      PageListing(order: .versions), PageListing(host: "reviews.example", since: day(2), order: .captured, limit: 1),
      PageListing(limit: 0),
    ])
  func lists(listing: PageListing) throws {
    let (files, index) = try filesAndIndex(listing)
    #expect(files == index)
    if listing == PageListing() { #expect(files.count == 6) }
    if listing.host == "views.example" { #expect(files.isEmpty) }
  }

  @Test("Damaged pages are complained of in the same words")
  func damage() throws {
    let film = try archive.find(film)
    try writeText("{}", to: "\(folder.archive)/\(film.folder)/2.json")
    let other = try archive.find("a.reviews.example")
    _ = unlinkFile("\(folder.archive)/\(other.folder)/visits.jsonl")
    try writeText("broken", to: "\(folder.archive)/\(other.folder)/1.json")
    archive.removeIndex()
    let (files, index) = try filesAndIndex(PageListing())
    #expect(files == index)
    #expect(files.count { $0.hasPrefix("Cannot") } == 2)
    // And they are complained of again when nothing has to be read anew.
    #expect(try filesAndIndex(PageListing()).index == files)
  }

  @Test(
    "A page is found by the index as by the files, or refused in the same words",
    arguments: [
      film, "reviews.example/film", "http://reviews.example/old", "reviews.example/old", "BOOK", "old", "example", "x",
      "nothing", "", "wall", "%C3", "https://reviews.example/film", "film", "'; DROP TABLE pages; --",
    ])
  func finds(query: String) throws {
    func answer(_ find: (String) throws -> ArchivedPage) -> String {
      do { return "\(try find(query))" } catch { return "\(error)" }
    }
    _ = try #require(archive.index(.build))
    #expect(answer(archive.find) == answer(archive.findInFiles))
  }

  @Test("Where nothing may be written, an index that is up to date is used, and a stale one is not")
  func readOnly() throws {
    let path = folder.archive
    _ = try #require(archive.index(.build))
    let isRoot = try withReadOnly(path) { () throws -> Bool in
      guard !mayWrite(path) else { return true }
      #expect(archive.index(.refresh) != nil)
      return false
    }
    if isRoot { return }
    try withReadOnly(path) {
      try writeText("stet-changes/1 0000000000000000\n", to: "\(path)/state/changes")
      #expect(archive.index(.refresh) == nil)
      #expect(try archive.index(.build)?.listed().0.count == 6)
    }
  }
}
