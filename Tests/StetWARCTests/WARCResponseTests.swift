import StetDigest
import StetGzip
import StetModel
import StetWARC
import Testing

/// Stored responses as exchanges.
@Suite struct WARCResponseTests {
  private let page = "<!doctype html><p>Caf\u{E9}, stet.</p>"

  private func record(_ head: String, _ body: [UInt8], type: String = "response") -> WARCRecord {
    WARCRecord(
      head: WARCHead(
        version: "1.0",
        fields: [
          HeaderField(name: "WARC-Type", value: type),
          HeaderField(name: "WARC-Target-URI", value: "<http://example.org/a#b>"),
          HeaderField(name: "WARC-Date", value: "2012-11-22T06:00:03Z"),
          HeaderField(name: "Content-Type", value: type == "resource" ? "text/html" : "application/http"),
        ]),
      block: Array(head.utf8) + body)
  }

  private func read(_ head: String, _ body: [UInt8]) throws -> HTTPExchange {
    try WARCResponse.exchange(record(head, body), maximumBodyBytes: 1 << 20)
  }

  private func code(_ work: () throws -> Void) -> WARCError.Code? {
    do {
      try work()
      return nil
    } catch {
      return (error as? WARCError)?.code
    }
  }

  @Test("What was written is read back")
  func roundTrip() throws {
    var exchange = try Exchanges.page(fields: [
      HeaderField(name: "Content-Encoding", value: "gzip"), HeaderField(name: "Transfer-Encoding", value: "chunked"),
      HeaderField(name: "Content-Length", value: "99"), HeaderField(name: "ETag", value: "\"x\""),
    ])
    for truncation in [nil, HTTPExchange.Truncation.time] {
      exchange.truncation = truncation
      let records = WARCCapture(exchange).records
      var read = try WARCResponse.exchange(records[0], request: records[1], maximumBodyBytes: 100)
      #expect(read.requestFields.first == HeaderField(name: "Host", value: "example.org"))
      read.requestFields.removeFirst()
      #expect(read == exchange)
    }
  }

  @Test("Chunks and codings are taken off")
  func codings() throws {
    let gzip = try Gzip.compress(Array(page.utf8))
    func chunked(_ bytes: [UInt8]) -> [UInt8] {
      let half = bytes.count / 2
      return Array("\(String(half, radix: 16)) \r\n".utf8) + bytes[..<half]
        + Array("\r\n\(String(bytes.count - half, radix: 16).uppercased());x=y\r\n".utf8) + bytes[half...]
        + Array("\r\n0\r\nX: y\r\n\r\n".utf8)
    }
    let both = "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nContent-Encoding: GZip\r\n\r\n"
    #expect(try read(both, chunked(gzip)).body == Array(page.utf8))
    #expect(try read(both, gzip).body == Array(page.utf8), "the chunks were taken off before")
    #expect(try read(both, Array(page.utf8)).body == Array(page.utf8), "both were taken off before")
    #expect(try read(both, chunked(Array(page.utf8))).body == Array(page.utf8), "gzip was taken off before")
    let zlib: [UInt8] = [0x78, 0x9C, 0x2B, 0x2E, 0x49, 0x2D, 0x01, 0x00, 0x04, 0x6A, 0x01, 0xC1]
    let deflate = "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n"
    #expect(try read(deflate, zlib).body == Array("stet".utf8))
    #expect(try read(deflate, Array(zlib[2..<8])).body == Array("stet".utf8))
    #expect(try read(deflate, Array(page.utf8)).body == Array(page.utf8))
  }

  @Test("A coding that is not read is an error, not a page of signs; decoded content under its name is read")
  func unknownCoding() throws {
    for coding in ["br", "zstd", "aws-chunked"] {
      let head = "HTTP/1.1 200 OK\r\nContent-Encoding: \(coding)\r\n\r\n"
      #expect(code { _ = try read(head, [0x0B, 0x02, 0x80, 0x73, 0x74, 0x65, 0x74, 0x03]) } == .unknownCoding)
      #expect(try read(head, Array(page.utf8)).body == Array(page.utf8))
    }
  }

  @Test("Content that is cut or too long is an error")
  func damaged() throws {
    let head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
    let gzip = try Gzip.compress(Array(page.utf8))
    #expect(code { _ = try read(head, Array(gzip.dropLast(3))) } == .damagedContent)
    let bomb = try Gzip.compress([UInt8](repeating: 0x20, count: 2 << 20))
    #expect(code { _ = try read(head, bomb) } == .contentTooLong)
    #expect(code { _ = try read("HTTP/1.1 200 OK\r\n\r\n", [UInt8](repeating: 1, count: 2 << 20)) } == .contentTooLong)
  }

  @Test(
    "Odd heads are read",
    arguments: [
      ("HTTP/1.1 200\r\nA: b\r\n\r\n", 200, ""), ("HTTP/1.0 404  Not  Found\nA: b\n\n", 404, " Not  Found"),
      ("HTTP/2 200\r\nA: b\r\n\r\n", 200, ""),
      ("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\n", 200, "OK"),
      ("HTTP/1.1 200 OK\r\nno colon\r\nA:\tb \r\n\r\n", 200, "OK"), ("HTTP/1.1 200 OK\r\nA:\r\n b\r\n\r\n", 200, "OK"),
    ])
  func heads(head: String, status: Int, reason: String) throws {
    let exchange = try read(head, Array("x".utf8))
    #expect(exchange.status == status && exchange.reason == reason && exchange.body == [0x78])
    #expect(exchange.field("a")?.filter { $0 != " " } == "b")
    #expect(exchange.address.description == "http://example.org/a")
  }

  @Test("What is no response is said to be none", arguments: ["", "ICY 200 OK\r\n\r\n", "<html>", "HTTP/1.1\r\n\r\n"])
  func notHTTP(block: String) {
    #expect(code { _ = try read(block, []) } == .notHTTP)
  }

  @Test("A resource is a page without a head")
  func resource() throws {
    let exchange = try WARCResponse.exchange(record("", Array(page.utf8), type: "resource"), maximumBodyBytes: 1000)
    #expect(exchange.field("Content-Type") == "text/html" && exchange.body == Array(page.utf8))
  }

  @Test("Digests are checked in every spelling that is found")
  func digests() throws {
    var record = record("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Array("3\r\nabc\r\n0\r\n\r\n".utf8))
    let of = HashAlgorithm.sha1.digest(of: Array("abc".utf8)[...])
    #expect(of?.count == 20)
    let spellings = [
      ("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", LabelledDigest.Match.same),
      ("SHA-1:a9993e364706816aba3e25717850c26c9cd0d89d", .same),
      ("md5:900150983cd24fb0d6963f7d28e17f72", .same),
      ("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", .same),
      ("sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====", .same),
      ("sha1:AAAT4NSHA2AWVOR6EVYXQUGCNSONBWE5", .different), ("sha1:?", .unknown), ("blake3:ab", .unknown),
    ]
    for (text, match) in spellings {
      record.head.fields.removeAll { $0.hasName("WARC-Payload-Digest") }
      record.head.fields.append(HeaderField(name: "WARC-Payload-Digest", value: text))
      #expect(record.checkDigests().payload == match, "\(text)")
    }
    record.head.fields.append(HeaderField(name: "WARC-Block-Digest", value: "sha1:AAAT4NSHA2AWVOR6EVYXQUGCNSONBWE5"))
    #expect(record.checkDigests().block == .different && record.checkDigests().isBroken)
    for record in WARCCapture(try Exchanges.page()).records {
      #expect(record.checkDigests().block == .same && !record.checkDigests().isBroken)
    }
  }
}
