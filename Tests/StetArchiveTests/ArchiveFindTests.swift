import StetArchive
import StetModel
import Testing

@Suite struct ArchiveFindTests {
  private let folder: TemporaryFolder
  private let archive: Archive

  init() throws {
    folder = try TemporaryFolder()
    let writer = try ArchiveWriter.open(at: folder.archive)
    for path in ["film", "film-two", "book", "a", "b", "c"] {
      _ = try writer.record(
        capture("http://reviews.example/\(path)", says: path, at: day(1), aliases: ["http://short.example/\(path)1"]))
    }
    archive = writer.archive
  }

  private func find(_ query: String) throws -> String { try archive.find(query).key.description }

  @Test("Pages are listed by key")
  func pages() throws {
    #expect(
      try archive.pages().map { $0.key.description.split(separator: "/").last ?? "" } == [
        "a", "b", "book", "c", "film", "film-two",
      ])
  }

  @Test(
    "An exact address wins over longer ones, with or without scheme, and is normalised first",
    arguments: [
      "http://reviews.example/film", "HTTP://Reviews.Example:80/film?utm_source=x#top", "reviews.example/film",
      " http://reviews.example/./film",
    ])
  func exact(query: String) throws { #expect(try find(query) == film) }

  @Test("An address that once led to a page finds it")
  func alias() throws {
    #expect(try find("http://short.example/film1") == film)
    #expect(try archive.find(film).aliases == ["http://short.example/film1"])
  }

  @Test("Any unambiguous part is enough, whatever the case", arguments: ["boo", "BOOK", "e/boo"])
  func part(query: String) throws { #expect(try find(query) == "http://reviews.example/book") }

  @Test("An ambiguous part is an error that lists up to five candidates")
  func ambiguous() throws {
    let two = try archiveError { _ = try find("film") }
    #expect(two.code == .ambiguousPage)
    #expect(
      two.message == "Cannot tell which page 'film' means: 2 addresses fit, 'http://reviews.example/film', "
        + "'http://reviews.example/film-two'. Give more of the address.")
    let six = try archiveError { _ = try find("reviews.example") }
    #expect(six.message.contains("6 addresses fit"))
    #expect(six.message.contains("'http://reviews.example/film' and 1 more."))
    #expect(!six.message.contains("film-two"))
  }

  @Test("What fits nothing is an error", arguments: ["", "opera", "http://reviews.example/opera"])
  func unknown(query: String) throws {
    #expect(try archiveError { _ = try find(query) }.code == .unknownPage)
  }
}
