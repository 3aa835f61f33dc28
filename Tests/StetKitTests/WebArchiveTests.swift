import StetExtract
import StetGzip
import StetKit
import StetModel
import StetTestSupport
import StetWARC
import Testing

/// WARC and WACZ files as sources of records.
@Suite struct WebArchiveTests {
  private let folder: TemporaryDirectory
  private let film = "http://example.org/film"

  init() throws { folder = try TemporaryDirectory() }

  private func captures() throws -> StoredCaptures {
    var captures = StoredCaptures()
    try captures.add(film, "2014-01-01T00:00:00Z", StoredCaptures.page("Second"))
    try captures.add(film, "2012-01-01T00:00:00Z", StoredCaptures.page("First"))
    try captures.add("http://example.org/a.png", "2012-01-01T00:00:00Z", [1, 2], type: "image/png")
    try captures.add("http://example.org/old", "2012-01-01T00:00:00Z", [], status: 301)
    try captures.add("http://example.org/none", "2012-01-01T00:00:00Z", StoredCaptures.page("Gone"), status: 404)
    try captures.add("http://example.org/other", "2013-01-01T00:00:00Z", StoredCaptures.page("Other"), type: nil)
    return captures
  }

  private func read(_ path: String, _ address: String? = nil) throws -> (texts: [String], errors: [String]) {
    var texts: [String] = []
    var errors: [String] = []
    try SourceReading(Extractor()).readWebArchive(path, address: address.flatMap { PageAddress($0) }) { result in
      do {
        let review = try result.get().review
        texts.append("\(review.url) \(review.bodyText.prefix(6).filter(\.isLetter))")
      } catch {
        errors.append("\(error)")
      }
    }
    return (texts, errors)
  }

  private let all = [
    "http://example.org/film Second", "http://example.org/film First", "http://example.org/other Other",
  ]

  @Test("Every HTML response with status 2xx is read, in the order of the file, whatever the form of the file")
  func forms() throws {
    let captures = try captures()
    #expect(try read(folder.write("a.warc.gz", captures.compressed())).texts == all)
    #expect(try read(folder.write("a.warc", captures.plain)).texts == all)
    #expect(try read(folder.write("b.warc.gz", captures.inOneMember())).texts == all)
  }

  @Test("An address picks the latest capture of the page, under any of its spellings")
  func picked() throws {
    let path = try folder.write("a.warc.gz", captures().compressed())
    #expect(try read(path, "https://www.example.org/film/").texts == ["http://example.org/film Second"])
    #expect { try read(path, "http://example.org/a.png") } throws: { ($0 as? InputError)?.code == .noPage }
  }

  @Test("What cannot be read is said, and what stands before and behind it is read")
  func damaged() throws {
    let captures = try captures()
    let members = try captures.records.map { try $0.member() }
    var file = members.flatMap(\.self)
    // In the middle of the second response.
    file[members[0].count + members[1].count + members[2].count / 2] ^= 0xFF
    let read = try read(folder.write("a.warc.gz", file))
    #expect(read.texts == [all[0], all[2]])
    #expect(read.errors.count == 1)
    let cut = try self.read(folder.write("b.warc.gz", members[0] + members[1] + members[2].dropLast(9)))
    #expect(cut.texts == [all[0]] && cut.errors.count == 1)
  }

  @Test("A record that does not have its digest is an error, not a page")
  func digest() throws {
    var records = try captures().records
    records[0].block[records[0].block.count - 20] ^= 1
    let read = try read(folder.write("a.warc", records.flatMap(\.bytes)))
    #expect(read.texts == Array(all[1...]) && read.errors.count == 1)
  }

  @Test("A WACZ file is read through its ZIP; one whose WARC files ZIP has compressed is refused")
  func wacz() throws {
    let warc = try captures().compressed()
    #expect(try read(folder.write("a.wacz", StoredZIP.bytes([("archive/a.warc.gz", warc)]))).texts == all)
    let two = StoredZIP.bytes([
      ("datapackage.json", Array("{}".utf8)), ("archive/a.warc.gz", warc), ("archive/b.warc", try captures().plain),
    ])
    #expect(try read(folder.write("b.wacz", two)).texts == all + all)
    let deflated = StoredZIP.bytes([("archive/a.warc.gz", warc)], method: 8)
    for broken in [deflated, Array(two.dropLast(1)), Array("PK\u{3}\u{4}".utf8)] {
      let path = try folder.write("c.wacz", broken)
      #expect { try read(path) } throws: { ($0 as? InputError)?.code == .damaged }
    }
  }

  @Test("WARC files are told by their names or their bytes")
  func names() throws {
    let warc = try captures()
    #expect(WebArchive.isOne(try folder.write("a.html", warc.plain)))
    #expect(WebArchive.isOne(try folder.write("b.html", warc.compressed())))
    #expect(WebArchive.isOne(try folder.write("c.warc.gz", "anything")))
    #expect(!WebArchive.isOne(try folder.write("d.html", "WARCraft is no archive")))
    #expect(!WebArchive.isOne(try folder.write("e.html.gz", Gzip.compress(Array("<p>x".utf8)))))
    #expect(!WebArchive.isOne(folder.path("none.warc.gz")))
  }
}
