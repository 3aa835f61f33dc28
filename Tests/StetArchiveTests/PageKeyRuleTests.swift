import StetArchive
import StetModel
import Testing

/// `ArchiveWriter.key(for:canonical:)`.
@Suite struct PageKeyRuleTests {
  private let folder: TemporaryFolder
  private let writer: ArchiveWriter
  private let printed = "http://reviews.example/film?print=1"

  init() throws {
    folder = try TemporaryFolder()
    writer = try ArchiveWriter.open(at: folder.archive)
  }

  private func key(_ text: String, canonical: String? = nil) throws -> String {
    try writer.key(for: address(text), canonical: canonical.map(address)).description
  }

  private func store(_ text: String, under page: String? = nil) throws {
    _ = try writer.record(capture(page ?? text, says: "It.", at: day(1), aliases: [text]))
  }

  @Test("A canonical address of the same host names the page; one of another host or the front page does not")
  func canonical() throws {
    #expect(try key(printed, canonical: film) == film)
    #expect(try key(printed, canonical: "http://elsewhere.example/film") == printed)
    #expect(try key(printed, canonical: "http://reviews.example/") == printed)
    #expect(try key(film + "?utm_source=x#top") == film)
  }

  @Test("A canonical address that is the key of a different page does not count")
  func takenCanonical() throws {
    try store(film)
    #expect(try key("http://reviews.example/other", canonical: film) == "http://reviews.example/other")
  }

  @Test("A page that was stored under its canonical address is found there again")
  func sameCanonical() throws {
    try store(printed, under: film)
    #expect(try key(printed, canonical: film) == film)
    // Every page of a careless site names the same canonical address: they stay apart.
    #expect(try key("http://reviews.example/second", canonical: film) == "http://reviews.example/second")
  }

  @Test("A page that is kept under its own address stays there when it names a canonical one later")
  func lateCanonical() throws {
    try store(printed)
    #expect(try key(printed, canonical: film) == printed)
  }

  @Test("An address that led to a page once and answers itself now is its own page, also in a later run")
  func alias() throws {
    try store(printed, under: film)
    #expect(try key(printed) == printed)
    writer.close()
    let later = try ArchiveWriter.open(at: folder.archive)
    #expect(try later.key(for: address(printed), canonical: nil).description == printed)
  }

  @Test("Pages that redirected to one wall are different pages afterwards, and the wall has no aliases")
  func wall() throws {
    let wall = "http://reviews.example/consent"
    for page in [film, printed] {
      let visit = try writer.quarantine(
        capture(wall, says: "Cookies?", at: day(1), aliases: [page, wall]), reason: "a consent wall", body: [1])
      #expect(visit.aliases == [])
    }
    #expect(try key(film) == film)
    #expect(try key(printed) == printed)
    #expect(try writer.archive.find(wall).aliases == [])
  }
}
