import StetArchive
import StetDigest
import StetModel
import StetTestSupport
import Testing

@testable import StetReadingRoom

/// An archive of made-up sites, and the room over it.
struct InventedSites {
  let folder: TemporaryDirectory
  let room: ReadingRoom

  init() throws {
    folder = try TemporaryDirectory()
    try ArchiveWriter.open(at: folder.path("Archive")).close()
    room = ReadingRoom(shelf: Shelf(try Archive.open(at: folder.path("Archive")), interval: .zero))
  }

  /// Changes the archive.
  func write(_ body: (ArchiveWriter) throws -> Void) throws {
    let writer = try ArchiveWriter.open(at: folder.path("Archive"))
    defer { writer.close() }
    try body(writer)
  }

  /// Captures a page on a day of November 2026.
  func capture(
    _ page: String, title: String = "A quiet film", says text: String = "It begins.", on day: Int,
    cause: SnapshotCause = .page, rules: String = "rules", change: (inout Review) -> Void = { _ in }
  ) throws {
    try write { writer in
      var review = Review(url: page, kind: .review, confidence: 0.9)
      review.title = title
      review.body = [.paragraph(text: text)]
      change(&review)
      _ = try writer.record(
        Capture(
          page: PageKey(try #require(PageAddress(page))), captured: Self.day(day), cause: cause,
          response: ResponseFacts(status: 200, finalURL: page, contentType: "text/html"),
          extractor: ExtractorFacts(version: "0.1.0", rules: Digest.sha256(of: rules)), review: review,
          provenance: [FieldProvenance(field: "title", provenance: Provenance(source: "json-ld", at: "Review.name"))]))
    }
  }

  /// The page is not found on a day.
  func miss(_ page: String, on day: Int) throws {
    try write { writer in
      _ = try writer.recordAbsence(try #require(PageAddress(page)), status: 404, at: Self.day(day))
    }
  }

  /// The path of a page's own place, with its slashes.
  func path(_ page: String) throws -> String {
    let key = PageKey(try #require(PageAddress(page)))
    return "/\(try #require(try room.shelf.archive.page(key)).folder)/"
  }

  /// The text of the answer to a path with a query, which has to be 200 unless told otherwise.
  func get(_ path: String, _ query: [(String, String)] = [], status: Int = 200) throws -> String {
    let answer = room.answer(RoomRequest(path: path, query: query.map { (name: $0.0, value: $0.1) }))
    #expect(answer.status == status)
    guard case .bytes(let bytes) = answer.body else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Noon.
  static func day(_ number: Int) -> Timestamp {
    Timestamp(secondsSince1970: 1_793_534_400 + Int64(number - 1) * 86_400)
  }
}

extension String {
  /// How often a text stands in this one.
  func occurrences(of text: String) -> Int { split(separator: text, omittingEmptySubsequences: false).count - 1 }
}
