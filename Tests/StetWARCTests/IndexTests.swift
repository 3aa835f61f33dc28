import StetModel
import StetWARC
import Testing

/// SURT and CDXJ; the keys are those of the Python library `surt` 0.3.1.
@Suite struct IndexTests {
  @Test(
    "Keys are those of the other tools",
    arguments: [
      ("http://www.Example.org/A/b/?b=2&a=1", "org,example)/a/b?a=1&b=2"),
      ("https://example.org:8443/", "org,example:8443)/"),
      ("http://example.org", "org,example)/"),
      ("http://example.org/x?", "org,example)/x"),
      ("http://1.2.3.4/a", "4,3,2,1)/a"),
      ("http://ww2.example.org/%7Ea/%C3%A9?q=A%20b+c", "org,example,ww2)/~a/%c3%a9?q=a%20b+c"),
      ("http://example.org/a//b/", "org,example)/a/b"),
      ("http://www23.example.org/#top", "org,example)/"),
      ("http://[::1]:8080/x", "::1:8080)/x"),
      ("http://www.bücher.example/film", "example,xn--bcher-kva)/film"),
      ("http://xn--bcher-kva.example/film", "example,xn--bcher-kva)/film"),
    ])
  func key(address: String, key: String) throws {
    #expect(SURT(try Exchanges.address(address)).description == key)
  }

  @Test("A line says where a response stands, and is read back as it was")
  func line() throws {
    let capture = WARCCapture(try Exchanges.page(), newID: Exchanges.names())
    let record = capture.records[0]
    let line = try #require(
      CDXJLine(record.head, block: record.block, offset: 333, length: 1034, filename: "a.warc.gz"))
    let digest = try #require(capture.payload)
    #expect(
      line.text
        == "org,example)/films?page=2 20261122060003 {\"url\":\"https://example.org/films/?page=2\","
        + "\"mime\":\"text/html\",\"status\":200,\"digest\":\"\(digest)\",\"length\":1034,\"offset\":333,"
        + "\"filename\":\"a.warc.gz\",\"record\":\"00000000-0000-4000-8000-000000000001\"}\n")
    #expect(try CDXJLine(line.text) == line)
  }

  @Test("Requests, metadata and warcinfo are not indexed; a revisit is, as warc/revisit")
  func kinds() throws {
    let capture = WARCCapture(try Exchanges.page(status: 304, body: ""))
    let lines = (capture.records + [Warcinfo(date: Exchanges.moment, filename: "x").record]).map {
      CDXJLine($0.head, block: $0.block, offset: 0, length: 1, filename: "x")
    }
    #expect(lines.map { $0?.mime } == ["warc/revisit", nil, nil])
    #expect(lines.map { $0?.status } == [304, nil, nil])
  }

  @Test("Numbers written as texts, milliseconds and unknown members are read")
  func foreign() throws {
    let line = try CDXJLine(
      "org,example)/ 20220106150849300 {\"url\": \"https://example.org/\", \"offset\": \"283\", \"length\": \"2269\", "
        + "\"status\": \"200\", \"filename\": \"data.warc.gz\", \"recordDigest\": \"sha256:ab\"}\n")
    #expect(line.offset == 283 && line.length == 2269 && line.status == 200)
    #expect(line.date.description == "2022-01-06T15:08:49Z")
    #expect(line.mime == nil && line.record == nil)
  }

  @Test(
    "A line that is none is refused",
    arguments: [
      "", "a", "a 20220106150849", "a 2022 {}", "a 20221306150849 {}", "a 20220106150849 {", "a 20220106150849 {}",
      "a 20220106150849 {\"url\":\"x\",\"filename\":\"x\",\"offset\":-1,\"length\":1}",
      "a 20220106150849 {\"url\":\"x\",\"filename\":\"x\",\"offset\":1}",
    ])
  func malformed(line: String) {
    #expect { try CDXJLine(line) } throws: { ($0 as? WARCError)?.code == .malformedIndex }
  }
}
