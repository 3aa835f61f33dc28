import StetArchive
import StetDigest
import StetModel
import Testing

@Suite struct SealedSnapshotTests {
  private func sample() throws -> SealedSnapshot {
    let capture = try capture(film, says: "Ein schöner „Film“ \u{1F3AC}.", at: day(1))
    return SealedSnapshot.seal(
      Snapshot(
        page: capture.page, version: 1, captured: capture.captured, cause: .page, previous: nil,
        response: capture.response, extractor: capture.extractor, review: capture.review,
        provenance: capture.provenance))
  }

  @Test("What is sealed is read back, value for value and byte for byte")
  func roundTrip() throws {
    let sealed = try sample()
    let read = try SealedSnapshot.read(sealed.bytes, subject: "1.json")
    #expect(read.snapshot == sealed.snapshot)
    #expect(read.digest == sealed.digest)
    #expect(read.bytes == sealed.bytes)
  }

  @Test("The digest is SHA-256 over the canonical JSON of everything but the digest")
  func digest() throws {
    let sealed = try sample()
    var object = try #require(sealed.document.object)
    object["digest"] = nil
    #expect(sealed.digest == Digest.sha256(of: CanonicalJSON.bytes(.object(object))))
  }

  @Test("The file is pretty-printed with sorted keys and ends with one newline")
  func form() throws {
    let text = String(decoding: try sample().bytes, as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"captured\": \"2026-11-01T12:00:00Z\",\n  \"cause\": \"page\",\n"))
    #expect(text.hasSuffix("}\n"))
    #expect(!text.hasSuffix("\n\n"))
  }

  @Test("Members that this version does not know are kept and count in the digest")
  func unknownMembers() throws {
    var object = try #require(try sample().document.object)
    object["mood"] = "calm"
    object["digest"] = nil
    object["digest"] = .string(Digest.sha256(of: CanonicalJSON.bytes(.object(object))).description)
    let bytes = PrettyJSON.bytes(.object(object))
    let read = try SealedSnapshot.read(bytes, subject: "1.json")
    #expect(read.document["mood"] == "calm")
    #expect(read.bytes == bytes)
  }

  @Test("A later major format is refused with a line that says to use a newer stet")
  func newerFormat() throws {
    var object = try #require(try sample().document.object)
    object["format"] = "stet-snapshot/2"
    let error = try archiveError { _ = try SealedSnapshot.read(PrettyJSON.bytes(.object(object)), subject: "1.json") }
    #expect(error.code == .newerFormat)
    #expect(
      error.message
        == "Cannot read '1.json': its format is stet-snapshot/2, and this stet knows stet-snapshot/1. Use a newer stet."
    )
  }

  @Test(
    "What is no snapshot is damaged, never half read",
    arguments: ["", "{", "[]", "null", "{\"format\":\"stet-snapshot/1\"}", "{\"format\":\"other/1\"}", "\u{0}"])
  func noSnapshot(text: String) throws {
    let error = try archiveError { _ = try SealedSnapshot.read(Array(text.utf8), subject: "1.json") }
    #expect(error.code == .damaged)
    #expect(error.subject == "1.json")
  }

  @Test("Any changed byte of the content is noticed")
  func changedByte() throws {
    let bytes = try sample().bytes
    for index in stride(from: 0, to: bytes.count, by: 7) where bytes[index] > 0x20 {
      var changed = bytes
      changed[index] = bytes[index] == UInt8(ascii: "z") ? UInt8(ascii: "y") : UInt8(ascii: "z")
      #expect(throws: ArchiveError.self) { _ = try SealedSnapshot.read(changed, subject: "1.json") }
    }
  }
}
