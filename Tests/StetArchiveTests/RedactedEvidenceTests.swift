import StetArchive
import StetModel
import Testing

/// What comes after a redaction.
@Suite struct RedactedEvidenceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var archive: Archive { get throws { try Archive.open(at: folder.archive) } }

  private func write<T>(_ body: (ArchiveWriter) throws -> T) throws -> T {
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    return try body(writer)
  }

  private func redact(_ version: Int? = nil) throws -> RedactionReport {
    try write { try $0.redact(key(film), version: version, reason: "asked for", at: day(20)) }
  }

  private func body(of version: Int) throws -> String? {
    let archive = try archive
    let snapshot = try archive.snapshot(version, of: archive.find(film)).snapshot
    return try archive.response(of: snapshot).map { String(decoding: $0.body, as: UTF8.self) }
  }

  @Test("The same page archived again is stored whole: nothing leans on what was redacted")
  func again() throws {
    _ = try write { try $0.record(evidenced(film, says: "One.", at: day(1))) }
    _ = try redact()
    #expect(try body(of: 1) == nil)
    for number in [21, 22] { _ = try write { try $0.record(evidenced(film, says: "One.", at: day(number))) } }
    #expect(try body(of: 2) == "<p>One.</p>")
    let page = try archive.find(film)
    for visit in try archive.visits(of: page).suffix(2) {
      #expect(try archive.response(of: visit)?.body == Array("<p>One.</p>".utf8))
    }
    #expect(try archive.complaints() == [])
  }

  @Test("A repetition of a redacted response has none any more, and the archive is whole")
  func repetition() throws {
    _ = try write { writer in
      for (index, text) in ["One.", "Two.", "One."].enumerated() {
        _ = try writer.record(evidenced(film, says: text, at: day(index + 1)))
      }
    }
    #expect(try body(of: 3) == "<p>One.</p>")
    #expect(try redact(1).versions == [1])
    #expect(try body(of: 3) == nil)
    #expect(try body(of: 2) == "<p>Two.</p>")
    #expect(try archive.text(3, of: film) == "One.")
    #expect(try archive.complaints() == [])
  }

  @Test("A redacted page is asked for whole: not modified would confirm what is not there")
  func validators() throws {
    try write { writer in
      _ = try writer.record(capture(film, says: "One.", at: day(1), etag: "\"1\""))
      #expect(try writer.validators(for: address(film))?.etag == "\"1\"")
      _ = try writer.redact(key(film), reason: "asked for", at: day(20))
      #expect(try writer.validators(for: address(film)) == nil)
      #expect(try archiveError { _ = try writer.recordNotModified(address(film), at: day(21)) }.code == .unknownPage)
      #expect(try writer.record(capture(film, says: "One.", at: day(22), etag: "\"2\"")).version == 2)
      #expect(try writer.validators(for: address(film))?.etag == "\"2\"")
    }
  }

  @Test("What other rules have read in the response of a redacted version goes with it")
  func readings() throws {
    try write { writer in
      _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
      let first = try writer.archive.snapshot(1, of: writer.archive.find(film)).snapshot
      var reading = try capture(film, says: "One, read otherwise.", at: day(1), cause: .extractor)
      reading.response = try #require(first.response)
      #expect(try writer.record(reading).version == 2)
      _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
    }
    let report = try redact(1)
    #expect(report.versions == [1, 2])
    #expect(report.records.count == 1)
    #expect(try archive.text(3, of: film) == "Two.")
    #expect(try archive.complaints() == [])
  }

  @Test("The index forgets the text: what was made before is removed, and the next one does not have it")
  func index() throws {
    _ = try write { writer in
      _ = try writer.record(evidenced(film, says: "Lighthouse and lantern.", at: day(1)))
      _ = try writer.record(evidenced("http://reviews.example/book", says: "Lighthouse too.", at: day(1)))
    }
    func pages() throws -> [String] {
      try #require(archive.index(.build)).search(SearchQuery("lighthouse"), limit: 9).hits.map(\.page.description)
    }
    #expect(try pages().count == 2)
    #expect(names(in: folder.archive).contains("index.sqlite"))
    _ = try redact()
    #expect(try pages() == ["http://reviews.example/book"])
    let index = String(decoding: try readBytes("\(folder.archive)/index.sqlite"), as: UTF8.self)
    #expect(index.contains("ighthouse") && !index.contains("antern"))
  }
}
