import StetArchive
import StetDigest
import StetModel
import StetWARC
import Testing

@Suite struct EvidenceTests {
  private let folder: TemporaryFolder
  private let writer: ArchiveWriter

  init() throws {
    folder = try TemporaryFolder()
    writer = try ArchiveWriter.open(at: folder.archive)
  }

  private var month: String { "\(folder.archive)/warc/2026/11" }

  /// The records of a month's files, in order.
  private func records(_ month: String? = nil) throws -> [WARCRecord] {
    let month = month ?? self.month
    return try names(in: month).filter { $0.hasSuffix(".warc.gz") }.flatMap { name in
      let reader = try WARCFile("\(month)/\(name)").reader()
      var records: [WARCRecord] = []
      while let stored = try reader.record(maximumBlockBytes: 1 << 20) { records.append(stored.record) }
      return records
    }
  }

  private func lines() throws -> [CDXJLine] {
    try names(in: month).filter { $0.hasSuffix(".cdxj") }.flatMap { name in
      try readText("\(month)/\(name)").split(separator: "\n").map { try CDXJLine($0) }
    }
  }

  @Test(
    "A response goes into the WARC file of its month, redirects before it too, and the snapshot and the visit name it")
  func stored() throws {
    let visit = try writer.record(evidenced(film, says: "One.", at: day(1), from: "http://reviews.example/old"))
    let records = try records()
    #expect(records.map(\.head.type) == [.warcinfo, .response, .request, .response, .metadata, .request])
    #expect(records[3].head.recordID == visit.record)
    #expect(visit.payload == Digest.sha256(of: "<p>One.</p>"))
    let snapshot = try writer.archive.snapshot(1, of: writer.archive.find(film)).snapshot
    #expect(snapshot.response?.record == visit.record)
    #expect(records.allSatisfy { !$0.checkDigests().isBroken })
    #expect(names(in: month).count == 2)
    let name = try #require(names(in: month).first)
    #expect(name.hasPrefix("stet-20261101120000-00001-") && name.hasSuffix(".warc.gz"))
    #expect(records[0].head["WARC-Filename"] == name)
  }

  @Test("A stored response reads back as it came, encoding, address and method included")
  func readBack() throws {
    let capture = try evidenced(film, says: "One.", at: day(1), from: "http://reviews.example/old")
    _ = try writer.record(capture)
    let snapshot = try writer.archive.snapshot(1, of: writer.archive.find(film)).snapshot
    #expect(try writer.archive.response(of: snapshot) == capture.exchanges.last)
  }

  @Test("A snapshot without a record has no response; one whose record is gone is damaged")
  func noResponse() throws {
    _ = try writer.record(capture(film, says: "One.", at: day(1)))
    let archive = writer.archive
    #expect(try archive.response(of: archive.snapshot(1, of: archive.find(film)).snapshot) == nil)
    _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
    let second = try archive.snapshot(2, of: archive.find(film)).snapshot
    writer.close()
    removeTree("\(folder.archive)/warc")
    #expect(try archiveError { _ = try archive.response(of: second) }.code == .damaged)
  }

  @Test("The same content again is a revisit record that names the first, and reads back whole")
  func revisit() throws {
    let first = try writer.record(evidenced(film, says: "One.", at: day(1)))
    _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
    let third = try writer.record(evidenced(film, says: "One.", at: day(3)))
    writer.close()
    // Known from the visit log too, by a writer that was not there.
    let later = try ArchiveWriter.open(at: folder.archive)
    let fourth = try later.record(evidenced(film, says: "One.", at: day(4)))
    let revisits = try records().filter { $0.head.type == .revisit }
    #expect(revisits.map(\.head.recordID) == [third.record, fourth.record])
    #expect(revisits.allSatisfy { $0.head.refersTo == first.record })
    #expect(revisits.allSatisfy { $0.head["WARC-Profile"] == WARCProfile.identicalPayloadDigest.uri })
    let expected = try exchange(film, says: "<p>One.</p>", at: day(4))
    #expect(try later.archive.response(of: fourth) == expected)
  }

  @Test("The same content of another page is stored again: a page's evidence leans on no other page's")
  func otherPage() throws {
    _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
    _ = try writer.record(evidenced("http://reviews.example/book", says: "One.", at: day(1)))
    #expect(try records().map(\.head.type).filter { $0 == .revisit } == [])
  }

  @Test("A 304 is a revisit record of the profile server-not-modified; what it confirmed is what is read back")
  func notModified() throws {
    let first = try writer.record(evidenced(film, says: "One.", at: day(1)))
    let again = try writer.recordNotModified(
      address(film), at: day(2), exchanges: [exchange(film, says: "", at: day(2), status: 304)])
    let last = try #require(try records().last { $0.head.type == .revisit })
    #expect(last.head["WARC-Profile"] == WARCProfile.serverNotModified.uri)
    #expect(last.head.refersTo == first.record)
    #expect(last.head.recordID == again.record)
    #expect(again.payload == first.payload)
    #expect(try writer.archive.response(of: again)?.body == Array("<p>One.</p>".utf8))
    // What came with the 304 is no content that a later visit could lean on.
    let third = try writer.record(evidenced(film, says: "One.", at: day(3)))
    #expect(try records().last { $0.head.recordID == third.record }?.head.refersTo == first.record)
  }

  @Test("A 404 that is logged and an observation in quarantine have their records, and no body beside them")
  func asides() throws {
    _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
    let absent = try #require(
      try writer.recordAbsence(
        address(film), status: 404, at: day(2), exchanges: [exchange(film, says: "Not here.", at: day(2), status: 404)])
    )
    #expect(try writer.archive.response(of: absent)?.body == Array("Not here.".utf8))
    let wall = try writer.quarantine(evidenced(film, says: "Cookies?", at: day(3)), reason: "consent", body: [1])
    #expect(try writer.archive.response(of: wall)?.body == Array("<p>Cookies?</p>".utf8))
    let observation = "\(folder.archive)/\(try #require(wall.quarantine))"
    #expect(!exists(observation.replacing(".json", with: ".body")))
    #expect(try JSONParser.parse(readText(observation))["response"]?["record"]?.string == wall.record)
    #expect(try writer.archive.report().findings == [])
  }

  @Test("A file that is long enough is followed by the next; a month goes on with its newest")
  func rollover() throws {
    writer.close()
    for number in 1...3 {
      let writer = try ArchiveWriter.open(at: folder.archive, maximumWARCBytes: 2000)
      for edition in 1...3 {
        _ = try writer.record(evidenced("\(film)/\(number)", says: "\(edition)", at: day(edition)))
      }
    }
    let files = names(in: month).filter { $0.hasSuffix(".warc.gz") }
    #expect(files.count > 2)
    #expect(files.map { String($0.split(separator: "-")[2]) } == (1...files.count).map { "0000\($0)" })
    #expect(try records().filter { $0.head.type == .warcinfo }.count == files.count)
    #expect(try lines().count == 9)
    #expect(try writer.archive.report().findings == [])
    for number in 1...3 {
      for visit in try writer.archive.visits(of: writer.archive.find("\(film)/\(number)")) {
        #expect(try writer.archive.response(of: visit) != nil)
      }
    }
  }

  @Test("Captures go into the month in which they were made, whenever they arrive")
  func months() throws {
    let old = Timestamp(secondsSince1970: 1_330_000_000)
    let visit = try writer.record(evidenced(film, says: "Old.", at: old))
    #expect(try records("\(folder.archive)/warc/2012/02").count == 3)
    #expect(try writer.archive.response(of: visit) != nil)
  }

  @Test("The index names each capture with its place, in the order of its bytes once the run has ended")
  func index() throws {
    for number in [3, 1, 2] { _ = try writer.record(evidenced("\(film)/\(number)", says: "x", at: day(number))) }
    // Out of order while the run goes on, and found all the same.
    for visit in try writer.archive.visits(of: writer.archive.find("\(film)/1")) {
      #expect(try writer.archive.response(of: visit) != nil)
    }
    writer.close()
    let lines = try lines()
    #expect(lines.map(\.url) == ["\(film)/1", "\(film)/2", "\(film)/3"])
    let name = try #require(names(in: month).first { $0.hasSuffix(".warc.gz") })
    for line in lines {
      #expect(line.filename == name)
      let stored = try WARCFile("\(month)/\(name)").record(at: line.offset, maximumBlockBytes: 1 << 20)
      #expect(stored.length == line.length)
      #expect(stored.record.head.recordID == line.record.map { "urn:uuid:\($0)" })
    }
  }

  @Test("A record in a big index is found by its key and moment")
  func bigIndex() throws {
    let observations = try (0..<300).map { number in
      Observation.seen(try evidenced("\(film)/\(number)", says: "\(number)", at: day(1 + number % 28)))
    }
    let visits = try writer.record(observations).map { try $0.get() }
    writer.close()
    for (number, visit) in visits.enumerated() {
      #expect(try writer.archive.response(of: visit)?.body == Array("<p>\(number)</p>".utf8))
    }
  }

  @Test(
    "A tail torn by a crash is cut off by the next run, kept in quarantine and told of; an index is made anew",
    arguments: [1, 30, 200])
  func tornTail(bytes: Int) throws {
    _ = try writer.record(evidenced(film, says: "One.", at: day(1)))
    let name = try #require(names(in: month).first { $0.hasSuffix(".warc.gz") })
    let whole = try WARCFile("\(month)/\(name)").length
    _ = try writer.record(evidenced(film, says: "Two.", at: day(2)))
    writer.close()
    let response = try WARCFile("\(month)/\(name)").record(at: whole, maximumBlockBytes: 1 << 20)
    try #require((response.length ?? 0) > 200)
    // As a crash in the second append leaves it: no snapshot, no visit, no line, a part of the record.
    let page = "\(folder.archive)/\(try writer.archive.find(film).folder)"
    #expect(unlinkFile("\(page)/2.json"))
    try writeText(
      String(try readText("\(page)/visits.jsonl").split(separator: "\n")[0]) + "\n", to: "\(page)/visits.jsonl")
    let index = try readText("\(month)/\(name).cdxj").split(separator: "\n")
    try writeText(index[0] + "\n" + index[1].prefix(20), to: "\(month)/\(name).cdxj")
    try cutFile("\(month)/\(name)", to: whole + bytes)
    try writeText("{\"pid\":1,\"since\":\"2026-11-01T00:00:00Z\"}\n", to: "\(folder.archive)/state/lock")

    let next = try ArchiveWriter.open(at: folder.archive)
    #expect(next.recoveries.map(\.path) == ["warc/2026/11/\(name)"])
    #expect(next.recoveries[0].message.contains("\(bytes) bytes"))
    #expect(fileLength("\(folder.archive)/quarantine/_warc/\(name)@\(whole)") == bytes)
    #expect(fileLength("\(month)/\(name)") == whole)
    #expect(try lines().count == 1)
    let visit = try next.record(evidenced(film, says: "Three.", at: day(3)))
    #expect(try next.archive.response(of: visit) != nil)
    next.close()
    #expect(try next.archive.report().findings == [])
    let again = try ArchiveWriter.open(at: folder.archive)
    #expect(again.recoveries == [])
  }

  @Test("A deleted index, and one of another file, are made anew after a crash")
  func lostIndex() throws {
    let visit = try writer.record(evidenced(film, says: "One.", at: day(1)))
    writer.close()
    let index = try #require(names(in: month).first { $0.hasSuffix(".cdxj") })
    let text = try readText("\(month)/\(index)")
    for broken in [
      nil, text.replacing("stet-", with: "tets-"), text.replacing("\"offset\":", with: "\"offset\":9999999"),
    ] {
      #expect(unlinkFile("\(month)/\(index)"))
      if let broken { try writeText(broken, to: "\(month)/\(index)") }
      try writeText("{\"pid\":1,\"since\":\"2026-11-01T00:00:00Z\"}\n", to: "\(folder.archive)/state/lock")
      try ArchiveWriter.open(at: folder.archive).close()
      #expect(try readText("\(month)/\(index)") == text)
      #expect(try writer.archive.response(of: visit) != nil)
    }
  }
}
