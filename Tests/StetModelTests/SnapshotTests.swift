import StetModel
import Testing

@Suite struct SnapshotTests {
  private func sample(_ cause: SnapshotCause = .page) throws -> Snapshot {
    let digest = try #require(Digest(bytes: [UInt8](0..<32)))
    return Snapshot(
      page: PageKey(stored: "http://reviews.example/film"), version: 2,
      captured: try #require(Timestamp("2026-11-22T06:00:03Z")), cause: cause, previous: digest,
      response: ResponseFacts(
        status: 200, finalURL: "http://reviews.example/film", contentType: "text/html", charset: "utf-8", etag: "\"1\"",
        lastModified: "Sun, 22 Nov 2026 06:00:00 GMT", payload: digest, record: "urn:uuid:1",
        parts: [
          ResponsePart(
            captured: try #require(Timestamp("2026-11-22T06:00:04Z")), status: 200,
            finalURL: "http://reviews.example/film/2", contentType: "text/html", charset: "utf-8", etag: "\"2\"",
            lastModified: "Sun, 22 Nov 2026 06:00:00 GMT", payload: digest, record: "urn:uuid:2", isWhole: true)
        ], missing: "http://reviews.example/film/3"),
      extractor: ExtractorFacts(
        version: "0.1.0", rules: digest, profile: "example",
        recurring: [RecurringBlock(BlockPrint(value: 0x0123_4567_89AB_CDEF), pages: 7, of: 9)]),
      review: cause == .gone ? nil : ReviewTests.whole,
      provenance: [FieldProvenance(field: "title", provenance: Provenance(source: "json-ld", at: "Review.name"))])
  }

  @Test("A snapshot comes back from its JSON as it was, a tombstone too", arguments: SnapshotCause.allCases)
  func roundTrip(cause: SnapshotCause) throws {
    let snapshot = try sample(cause)
    #expect(try Snapshot(json: JSONParser.parse(PrettyJSON.bytes(snapshot.json))) == snapshot)
  }

  @Test("A format of a later version is refused with a word on what to do")
  func laterFormat() throws {
    var object = try #require(sample().json.object)
    object["format"] = "stet-snapshot/2"
    let error = #expect(throws: JSONShapeError.self) { try Snapshot(json: .object(object)) }
    #expect(error?.description.contains("use a newer stet") == true)
  }

  @Test("Every member that a snapshot must have is missed by name")
  func requiredMembers() throws {
    for name in ["format", "page", "version", "captured", "cause", "extractor"] {
      var object = try #require(sample().json.object)
      object[name] = nil
      let error = #expect(throws: JSONShapeError.self) { try Snapshot(json: .object(object)) }
      #expect(error?.path == name)
    }
  }

  @Test("A block's print is spelled with 16 lower-case digits, and nothing else is one")
  func prints() {
    #expect(BlockPrint(value: 10).description == "000000000000000a")
    #expect(BlockPrint("000000000000000a") == BlockPrint(value: 10))
    for other in ["", "a", "000000000000000A", "+00000000000000a", "000000000000000a0", "00000000000000g0"] {
      #expect(BlockPrint(other) == nil)
    }
  }

  @Test("A digest is spelled sha256: and 64 lower-case digits, and nothing else is one")
  func digests() throws {
    let text = "sha256:" + String(repeating: "0a", count: 32)
    #expect(Digest(text)?.description == text)
    for other in [
      "", String(text.dropFirst(7)), text.uppercased(), text + "0", "sha1:" + text.dropFirst(7),
      String(text.dropLast()) + "g",
    ] {
      #expect(Digest(other) == nil)
    }
    #expect(Digest(bytes: [UInt8](repeating: 0, count: 31)) == nil)
  }
}
