import Glibc
import StetArchive
import StetDigest
import StetExtract
import StetGzip
import StetKit
import StetModel
import StetTestSupport
import StetWARC
import Testing

@Suite struct EvidenceExportTests {
  let folder: TemporaryDirectory
  let writer: ArchiveWriter
  private static let film = "http://b.example/film"
  private static let book = "http://a.example/book"

  /// The film: twice the same, then changed. The book: once, later than the film's first.
  init() throws {
    folder = try TemporaryDirectory()
    writer = try ArchiveWriter.open(at: folder.path("Archive"))
    var page = ReviewPage()
    try store(Self.film, page.html, "2026-09-01T00:00:00Z")
    try store(Self.film, page.html, "2026-10-01T00:00:00Z")
    try store(Self.book, page.html, "2026-10-15T00:00:00Z")
    page.title = "The Longer Night"
    try store(Self.film, page.html, "2026-11-01T00:00:00Z")
    writer.close()
  }

  private func store(_ address: String, _ html: String, _ at: String) throws {
    try OldReading.store(address, html, at: at, into: writer, rules: Extractor.facts) { _ in }
  }

  private func export(_ form: ExportForm, _ selection: ExportSelection = ExportSelection()) throws -> [UInt8] {
    var bytes: [UInt8] = []
    _ = try Export(writer.archive, selection).write(form) { bytes += $0 }
    return bytes
  }

  private func records(_ bytes: [UInt8]) throws -> [StoredWARCRecord] {
    let reader = WARCReader(bytes)
    var records: [StoredWARCRecord] = []
    while let record = try reader.record(maximumBlockBytes: 1 << 20) { records.append(record) }
    return records
  }

  private func told(_ records: [StoredWARCRecord]) -> [String] {
    records.map {
      "\($0.record.head.type?.rawValue ?? "") \($0.record.head.date?.description.prefix(10) ?? "")"
    }
  }

  @Test(
    "The latest versions' responses with their requests, in the order of time, each in its own member and byte for byte"
  )
  func latest() throws {
    let records = try records(try export(.warc))
    #expect(
      told(records) == [
        "warcinfo 2026-11-01", "response 2026-10-15", "request 2026-10-15", "response 2026-11-01", "request 2026-11-01",
      ])
    #expect(records.allSatisfy { $0.length != nil })
    #expect(records.allSatisfy { !$0.record.checkDigests().isBroken })
    let version = try #require(try writer.archive.page(PageKey(stored: Self.book)))
    let snapshot = try writer.archive.snapshot(1, of: version).snapshot
    #expect(records[1].record.head.recordID == snapshot.response?.record)
    let exchange = try WARCResponse.exchange(records[1].record, maximumBodyBytes: 1 << 20)
    #expect(Digest.sha256(of: exchange.body) == snapshot.response?.payload)
  }

  @Test("All versions are every capture that a visit names; what a revisit leans on comes with it, however old")
  func revisits() throws {
    let all = told(try records(try export(.warc, ExportSelection(versions: .all, hosts: ["b.example"]))))
    #expect(
      all == [
        "warcinfo 2026-11-01", "response 2026-09-01", "request 2026-09-01", "revisit 2026-10-01", "request 2026-10-01",
        "response 2026-11-01", "request 2026-11-01",
      ])
    let since = try #require(Timestamp("2026-10-01T00:00:00Z"))
    let young = try records(try export(.warc, ExportSelection(versions: .all, since: since, hosts: ["b.example"])))
    #expect(told(young) == all)
    let ids = young.compactMap(\.record.head.recordID)
    for record in young { if let original = record.record.head.refersTo { #expect(ids.contains(original)) } }
  }

  @Test("A WACZ file has what its manifest says, and an index whose every line leads to its record")
  func package() throws {
    let path = folder.path("all.wacz")
    _ = try Export(writer.archive, ExportSelection(versions: .all)).write(.wacz, toPath: path)
    let files = try ZIPContent.read(try folder.read("all.wacz"))
    #expect(
      files.map(\.name) == [
        "archive/data.warc.gz", "indexes/index.cdx.gz", "indexes/index.idx", "pages/pages.jsonl", "datapackage.json",
        "datapackage-digest.json",
      ])
    func content(_ name: String) throws -> [UInt8] { try #require(files.first { $0.name == name }).bytes }
    let manifest = try JSONParser.parse(try content("datapackage.json"))
    #expect(manifest["profile"] == "data-package")
    #expect(manifest["wacz_version"] == "1.1.1")
    #expect(manifest["mainPageUrl"]?.string == Self.book)
    for resource in try #require(manifest["resources"]?.array) {
      let bytes = try content(try #require(resource["path"]?.string))
      #expect(resource["bytes"]?.integer == bytes.count)
      #expect(resource["hash"]?.string == Digest.sha256(of: bytes).description)
    }
    #expect(manifest["resources"]?.array?.count == 4)
    let digest = try JSONParser.parse(try content("datapackage-digest.json"))
    #expect(digest["hash"]?.string == Digest.sha256(of: try content("datapackage.json")).description)
    let warc = try content("archive/data.warc.gz")
    let index = try Gzip.decompress(try content("indexes/index.cdx.gz"), maximumBytes: 1 << 20)
    let lines = String(decoding: index, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines.map { Array($0.utf8) }.elementsEqual(
        lines.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }, by: ==))
    for text in lines {
      let line = try CDXJLine(text)
      let member = Array(warc[line.offset..<(line.offset + line.length)])
      let record = try #require(try WARCReader(member).record(maximumBlockBytes: 1 << 20))
      #expect(record.record.head.recordID.flatMap { WARCRecordID($0)?.uuid } == line.record)
      #expect(record.record.head.targetURI == line.url)
      #expect(line.filename == "data.warc.gz")
    }
    let pages = String(decoding: try content("pages/pages.jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(pages.count == 4)
    #expect(try JSONParser.parse(String(pages[1]))["url"]?.string == Self.book)
  }

  @Test("The same archive gives the same bytes", arguments: [ExportForm.warc, .wacz])
  func stable(form: ExportForm) throws {
    let selection = ExportSelection(versions: .all)
    #expect(try export(form, selection) == export(form, selection))
  }

  @Test("A record that is missing ends the export; a version that never had one is counted")
  func missing() throws {
    let again = try ArchiveWriter.open(at: folder.path("Archive"))
    try OldReading.store(
      "http://c.example/x", ReviewPage().html, at: "2026-11-02T00:00:00Z", into: again, kept: false,
      rules: Extractor.facts
    ) { _ in }
    again.close()
    let count = try Export(again.archive, ExportSelection()).write(.warc) { _ in }
    #expect(count.versionsWithoutResponse == 1)
    #expect(count.captures == 2)
    for file in folder.files() where file.contains("/2026/11/") { unlink(folder.path(file)) }
    #expect(throws: ArchiveError.self) {
      try Export(again.archive, ExportSelection()).write(.wacz, toPath: folder.path("out.wacz"))
    }
    #expect(folder.files().allSatisfy { $0.hasPrefix("Archive/") })
  }
}
