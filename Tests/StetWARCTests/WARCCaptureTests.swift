import StetDigest
import StetGzip
import StetModel
import StetWARC
import Testing

/// What is written, read by the second reader.
@Suite struct WARCCaptureTests {
  @Test("A response is stored with its request, each as the standard wants it")
  func response() throws {
    let exchange = try Exchanges.page()
    let capture = WARCCapture(exchange, newID: Exchanges.names())
    let records = try capture.records.map { try StrictWARC.record($0.bytes) }
    #expect(records.map { $0["WARC-Type"] } == ["response", "request"])
    let response = try #require(records.first)
    #expect(response["WARC-Record-ID"] == capture.id.inBrackets)
    #expect(response["WARC-Target-URI"] == "https://example.org/films/?page=2")
    #expect(response["WARC-Date"] == "2026-11-22T06:00:03Z")
    #expect(response["WARC-IP-Address"] == "192.0.2.7")
    #expect(response["WARC-Payload-Digest"] == Digest.sha256(of: exchange.body).description)
    #expect(response["WARC-Block-Digest"] == Digest.sha256(of: response.block).description)
    #expect(response["Content-Type"] == "application/http;msgtype=response")
    #expect(
      String(decoding: response.block, as: UTF8.self)
        == "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 12\r\n\r\n<p>Stet.</p>")
    let request = try #require(records.last)
    #expect(request.all("WARC-Concurrent-To") == [capture.id.inBrackets])
    #expect(
      String(decoding: request.block, as: UTF8.self)
        == "GET /films/?page=2 HTTP/1.1\r\nHost: example.org\r\nUser-Agent: stet/1\r\n\r\n")
    #expect(capture.payload == Digest.sha256(of: exchange.body))
    #expect(!capture.isRevisit)
  }

  @Test("Where nothing is known of the request, none is made up")
  func unknownRequest() throws {
    var exchange = try Exchanges.page()
    exchange.requestFields = []
    #expect(WARCCapture(exchange).records.map { $0.head.type } == [.response])
  }

  @Test("Fields that no longer fit the stored body are renamed, and a right Content-Length is written")
  func rewriting() throws {
    let exchange = try Exchanges.page(fields: [
      HeaderField(name: "content-encoding", value: "br"), HeaderField(name: "Transfer-Encoding", value: "chunked"),
      HeaderField(name: "Content-Length", value: "7"), HeaderField(name: "ETag", value: "\"x\""),
    ])
    let block = String(decoding: WARCCapture(exchange).records[0].block, as: UTF8.self)
    #expect(
      block.hasPrefix(
        "HTTP/1.1 200 OK\r\nX-Crawler-content-encoding: br\r\nX-Crawler-Transfer-Encoding: chunked\r\n"
          + "X-Crawler-Content-Length: 7\r\nETag: \"x\"\r\nContent-Length: 12\r\n\r\n"))
  }

  @Test("A Content-Length that fits stays where it is")
  func fittingLength() throws {
    let exchange = try Exchanges.page(fields: [
      HeaderField(name: "Content-Length", value: "12"), HeaderField(name: "Server", value: "x"),
    ])
    let block = String(decoding: WARCCapture(exchange).records[0].block, as: UTF8.self)
    #expect(block.hasPrefix("HTTP/1.1 200 OK\r\nContent-Length: 12\r\nServer: x\r\n\r\n"))
  }

  @Test("HTTP/2 is told as HTTP/1.1 with WARC-Protocol; 1.0 stays 1.0", arguments: [("2", "1.1"), ("1.0", "1.0")])
  func version(of exchange: String, stored: String) throws {
    let records = WARCCapture(try Exchanges.page(version: exchange)).records
    #expect(records.allSatisfy { $0.head["WARC-Protocol"] == (exchange == "2" ? "h2" : nil) })
    #expect(records[0].block.starts(with: "HTTP/\(stored) 200 OK\r\n".utf8))
    for record in records { _ = try StrictWARC.record(record.bytes) }
  }

  @Test("The same payload again is a revisit with the head only; another payload is a response")
  func identicalPayload() throws {
    let exchange = try Exchanges.page()
    let original = WARCOriginal(
      record: .random(), address: try Exchanges.address("http://example.org/old"),
      date: Timestamp(secondsSince1970: 0), payload: Digest.sha256(of: exchange.body))
    let capture = WARCCapture(exchange, original: original)
    let record = try StrictWARC.record(capture.records[0].bytes)
    #expect(capture.isRevisit)
    #expect(record["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest")
    #expect(record["WARC-Refers-To"] == original.record.inBrackets)
    #expect(record["WARC-Refers-To-Target-URI"] == "http://example.org/old")
    #expect(record["WARC-Refers-To-Date"] == "1970-01-01T00:00:00Z")
    #expect(record["WARC-Payload-Digest"] == original.payload.description)
    #expect(record["WARC-Truncated"] == "length")
    #expect(record.block.suffix(4) == [13, 10, 13, 10])

    let other = WARCCapture(try Exchanges.page(body: "<p>Dele.</p>"), original: original)
    #expect(!other.isRevisit)
    #expect(try StrictWARC.record(other.records[0].bytes)["WARC-Type"] == "response")
  }

  @Test("A 304 is a revisit of the kind server-not-modified, without a digest of the empty body")
  func notModified() throws {
    let exchange = try Exchanges.page(status: 304, body: "")
    let alone = WARCCapture(exchange)
    let record = try StrictWARC.record(alone.records[0].bytes)
    #expect(record["WARC-Profile"] == "http://netpreserve.org/warc/1.1/revisit/server-not-modified")
    #expect(record["WARC-Payload-Digest"] == nil)
    #expect(alone.payload == nil)

    let payload = Digest.sha256(of: "the page")
    let original = WARCOriginal(record: .random(), address: exchange.address, date: exchange.date, payload: payload)
    let leaning = WARCCapture(exchange, original: original)
    #expect(try StrictWARC.record(leaning.records[0].bytes)["WARC-Payload-Digest"] == payload.description)
    #expect(leaning.payload == payload)
  }

  @Test("Behind a redirect a metadata record says where the address comes from")
  func redirect() throws {
    let via = try Exchanges.address("http://example.org/films")
    let capture = WARCCapture(try Exchanges.page(), via: via)
    let record = try StrictWARC.record(try #require(capture.records.last).bytes)
    #expect(record["WARC-Type"] == "metadata")
    #expect(record["WARC-Concurrent-To"] == capture.id.inBrackets)
    #expect(String(decoding: record.block, as: UTF8.self) == "via: http://example.org/films\r\nhopsFromSeed: R\r\n")
  }

  @Test("A body that was cut says so, and is never a repetition")
  func truncated() throws {
    let exchange = try Exchanges.page(truncation: .disconnect)
    let original = WARCOriginal(
      record: .random(), address: exchange.address, date: exchange.date, payload: Digest.sha256(of: exchange.body))
    let capture = WARCCapture(exchange, original: original)
    #expect(!capture.isRevisit)
    #expect(try StrictWARC.record(capture.records[0].bytes)["WARC-Truncated"] == "disconnect")
  }

  @Test("A warcinfo names the file and the software, and the others name it")
  func warcinfo() throws {
    let info = Warcinfo(
      date: Exchanges.moment, filename: "stet-20261122060003-00000-host.warc.gz",
      more: [HeaderField(name: "hostname", value: "host")])
    let record = try StrictWARC.record(info.record.bytes)
    #expect(record["WARC-Filename"] == "stet-20261122060003-00000-host.warc.gz")
    #expect(String(decoding: record.block, as: UTF8.self).hasPrefix("software: stet/\(StetVersion.text)\r\n"))
    let capture = WARCCapture(try Exchanges.page(), warcinfo: info.id)
    #expect(capture.records.allSatisfy { $0.head["WARC-Warcinfo-ID"] == info.id.inBrackets })
  }

  @Test("A value that holds a line end cannot make a field of its own")
  func injection() throws {
    let exchange = try Exchanges.page(fields: [HeaderField(name: "X", value: "a\r\nSet-Cookie: b\0c")])
    let block = String(decoding: WARCCapture(exchange).records[0].block, as: UTF8.self)
    #expect(block.contains("X: a  Set-Cookie: b c\r\n"))
  }

  @Test("A record is one gzip member, the same for the same record")
  func member() throws {
    let record = WARCCapture(try Exchanges.page(), newID: Exchanges.names()).records[0]
    #expect(try Gzip.decompress(try record.member(), maximumBytes: 1 << 20) == record.bytes)
    #expect(try record.member() == record.member())
  }

  @Test("Random names are version 4 UUIDs and do not repeat")
  func names() {
    let names = (0..<1000).map { _ in WARCRecordID.random() }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { WARCRecordID($0.description) == $0 && WARCRecordID($0.inBrackets) == $0 })
    #expect(names.allSatisfy { $0.uuid.wholeMatch(of: /.{8}-.{4}-4.{3}-[89ab].{3}-.{12}/) != nil })
  }
}
