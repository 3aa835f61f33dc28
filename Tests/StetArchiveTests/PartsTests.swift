import StetArchive
import StetDigest
import StetModel
import StetWARC
import Testing

/// Reviews of several pages.
@Suite struct PartsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var archive: Archive { get throws { try Archive.open(at: folder.archive) } }

  private func write<T>(_ body: (ArchiveWriter) throws -> T) throws -> T {
    let writer = try ArchiveWriter.open(at: folder.archive)
    defer { writer.close() }
    return try body(writer)
  }

  private func bodies(_ version: Int, in archive: Archive) throws -> [String]? {
    let snapshot = try archive.snapshot(version, of: archive.find(film)).snapshot
    return try archive.parts(of: snapshot)?.map { String(decoding: $0.body, as: UTF8.self) }
  }

  private func records(_ type: WARCRecordType) throws -> [WARCRecord] {
    let month = "\(folder.archive)/warc/2026/11"
    return try names(in: month).filter { $0.hasSuffix(".warc.gz") }.flatMap { name in
      let reader = try WARCFile("\(month)/\(name)").reader()
      var records: [WARCRecord] = []
      while let stored = try reader.record(maximumBlockBytes: 1 << 20) { records.append(stored.record) }
      return records.filter { $0.head.type == type }
    }
  }

  @Test("Each page has its record, named by the version and by its visit in reading order, and reads back as it came")
  func stored() throws {
    let capture = try paged(film, ["One.", "Two.", "Three."], at: day(1))
    let visit = try write { try $0.record(capture) }
    let snapshot = try archive.snapshot(1, of: archive.find(film)).snapshot
    let parts = try #require(snapshot.response?.parts)
    #expect(parts.map(\.finalURL) == [film + "/2", film + "/3"])
    #expect(parts == visit.parts)
    #expect(try records(.response).compactMap(\.head.recordID) == [visit.record] + parts.map(\.record))
    #expect(try archive.parts(of: snapshot) == capture.partExchanges.compactMap(\.last))
    #expect(try archive.visits(of: archive.find(film)) == [visit])
    #expect(try archive.complaints() == [])
    let page = try archive.find(film)
    #expect(page.aliases == [])
  }

  @Test("A version and a visit of a page that is one page say nothing of parts")
  func single() throws {
    _ = try write { try $0.record(evidenced(film, says: "One.", at: day(1))) }
    let page = try archive.find(film)
    #expect(!(try readText("\(folder.archive)/\(page.folder)/1.json").contains("parts")))
    #expect(!(try readText("\(folder.archive)/\(page.folder)/visits.jsonl").contains("parts")))
    #expect(try bodies(1, in: archive) == [])
  }

  @Test("A part with the content of an earlier visit is a revisit record of it, and reads back whole")
  func revisit() throws {
    let visits = try write { writer in
      [
        try writer.record(paged(film, ["One.", "Two.", "Three."], at: day(1))),
        try writer.record(paged(film, ["One.", "Two.", "Four."], at: day(2))),
      ]
    }
    #expect(try records(.revisit).map(\.head.refersTo) == [visits[0].record, visits[0].parts[0].record])
    #expect(try bodies(2, in: archive) == ["<p>Two.</p>", "<p>Four.</p>"])
    #expect(try archive.complaints() == [])
  }

  @Test("The validators of all parts go with the page's; where one of them has none the page is asked for whole")
  func validators() throws {
    try write { writer in
      _ = try writer.record(paged(film, ["One.", "Two.", "Three."], at: day(1)))
      let known = try #require(try writer.validators(for: address(film)))
      #expect(known.parts.map(\.etag) == ["\"2\"", "\"3\""])
      var bare = try paged(film, ["One.", "Two.", "Four."], at: day(2))
      bare.response.parts[1].etag = nil
      _ = try writer.record(bare)
      #expect(try writer.validators(for: address(film)) == nil)
    }
  }

  @Test("What is not modified is logged with a record for each part, and the content of the visit before")
  func notModified() throws {
    let visits = try write { writer in
      let first = try writer.record(paged(film, ["One.", "Two.", "Three."], at: day(1)))
      let parts = try (2...3).map { number in
        let own = try exchange("\(film)/\(number)", says: "", at: day(2), status: 304)
        return UnchangedPart(
          Page(
            requested: own.address, final: own.address, status: 304,
            headers: number == 2 ? [HeaderField(name: "ETag", value: "\"new\"")] : [], body: [], received: day(2),
            exchanges: [own]))
      }
      let own = [try exchange(film, says: "", at: day(2), status: 304)]
      #expect(
        try archiveError {
          _ = try writer.recordNotModified(
            address(film), at: day(2), exchanges: own, parts: Array(parts.prefix(1)))
        }.code == .unknownPage)
      return [first, try writer.recordNotModified(address(film), at: day(2), exchanges: own, parts: parts)]
    }
    #expect(visits[1].outcome == .unchanged)
    #expect(visits[1].parts.map(\.status) == [304, 304])
    #expect(visits[1].parts.map(\.payload) == visits[0].parts.map(\.payload))
    #expect(visits[1].parts.map(\.etag) == ["\"new\"", "\"3\""])
    #expect(visits[1].parts.map(\.captured) == [day(2), day(2)])
    let revisits = try records(.revisit)
    #expect(revisits.map(\.head.recordID) == [visits[1].record] + visits[1].parts.map(\.record))
    #expect(revisits.map(\.head.refersTo) == [visits[0].record] + visits[0].parts.map(\.record))
    #expect(try archive.complaints() == [])
  }

  @Test("verify misses the record of a part, by its name")
  func lostPart() throws {
    // A part goes into the file of its own month: it is lost without the others.
    var capture = try paged(film, ["One.", "Two.", "Three."], at: day(30))
    capture.response.parts[1].captured = day(31)
    capture.partExchanges[1] = [try exchange(film + "/3", says: "<p>Three.</p>", at: day(31))]
    _ = try write { try $0.record(capture) }
    #expect(try archive.complaints() == [])
    removeTree("\(folder.archive)/warc/2026/12")
    #expect(try archive.complaints() == ["missing-record visits.jsonl"])
    let finding = try #require(try archive.report().findings.first { $0.severity == .finding })
    let part = try #require(try archive.visits(of: archive.find(film)).first?.parts.last?.record)
    #expect(finding.message.contains(part))
    #expect(try archiveError { _ = try bodies(1, in: archive) }.code == .damaged)
  }

  @Test("A redaction takes the content of all parts out, and of what was set aside too")
  func redacted() throws {
    try write { writer in
      _ = try writer.record(paged(film, ["One.", "Two.", "Three."], at: day(1)))
      _ = try writer.quarantine(
        paged(film, ["Four.", "Five."], at: day(2)), code: "incomplete", reason: "a page is missing", body: [])
      let report = try writer.redact(key(film), reason: "asked for", at: day(20))
      #expect(report.records.count == 5)
    }
    #expect(try records(.response).isEmpty)
    #expect(try bodies(1, in: archive) == nil)
    #expect(try archive.complaints() == [])
    // Nothing leans on what is gone.
    _ = try write { try $0.record(paged(film, ["One.", "Two.", "Three."], at: day(21))) }
    #expect(try records(.response).count == 3)
    #expect(try bodies(2, in: archive) == ["<p>Two.</p>", "<p>Three.</p>"])
    #expect(try archive.complaints() == [])
  }

  @Test("An observation keeps the records of its parts, and the version that a person makes of it has them")
  func accepted() throws {
    try write { writer in
      var capture = try paged(film, ["One.", "Two."], at: day(1))
      capture.response.missing = film + "/3"
      _ = try writer.quarantine(capture, code: "incomplete", reason: "a page is missing", body: [])
      let entry = try #require(try writer.archive.quarantine(of: writer.archive.find(film)).first)
      _ = try writer.accept(entry)
    }
    let snapshot = try archive.snapshot(1, of: archive.find(film)).snapshot
    #expect(snapshot.response?.missing == film + "/3")
    #expect(try bodies(1, in: archive) == ["<p>Two.</p>"])
    #expect(try archive.complaints() == [])
  }

  @Test("Parts come over with a merge, without their content where it was redacted here")
  func merged() throws {
    let work = try MergeWorkplace()
    try work.write(work.there) { _ = try $0.record(paged(film, ["One.", "Two.", "Three."], at: day(1))) }
    try work.merge(work.there, into: work.here)
    let here = try Archive.open(at: work.here)
    #expect(try bodies(1, in: here) == ["<p>Two.</p>", "<p>Three.</p>"])
    #expect(try here.complaints() == [])
    try work.write(work.here) { _ = try $0.redact(key(film), reason: "asked for", at: day(5)) }
    // The same third page in another version.
    try work.write(work.there) { _ = try $0.record(paged(film, ["Five.", "Six.", "Three."], at: day(3))) }
    try work.merge(work.there, into: work.here)
    #expect(try here.complaints() == [])
    #expect(try bodies(2, in: here) == nil)
  }
}

/// A capture of a review of several pages, with what went over the wire for each.
private func paged(_ page: String, _ texts: [String], at: Timestamp) throws -> Capture {
  var capture = try evidenced(page, says: texts.joined(separator: " "), at: at, body: "<p>\(texts[0])</p>")
  capture.response.etag = "\"1\""
  for (index, text) in texts.enumerated().dropFirst() {
    let address = "\(page)/\(index + 1)"
    let body = "<p>\(text)</p>"
    capture.response.parts.append(
      ResponsePart(
        captured: at, status: 200, finalURL: address, contentType: "text/html", etag: "\"\(index + 1)\"",
        payload: Digest.sha256(of: body)))
    capture.partExchanges.append([try exchange(address, says: body, at: at)])
  }
  return capture
}
