import Testing

@testable import StetReadingRoom

@Suite struct RequestHeadTests {
  private func read(_ text: String) throws -> RequestHead { try RequestHead(Array(text.utf8)[...]) }

  private func status(_ text: String) -> Int? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return (error as? RequestFault)?.status
    }
  }

  @Test("A request is read: its path as sent, its query decoded, its fields by lower-case names")
  func reads() throws {
    let head = try read("GET /search/%C3%A9?q=a+b%26c&x&=y HTTP/1.1\r\nHost: 127.0.0.1:80\r\nX-A:  one \r\nx-a: two")
    #expect(head.path == "/search/%C3%A9")
    #expect(head.query.map { [$0.name, $0.value] } == [["q", "a b&c"], ["x", ""], ["", "y"]])
    #expect(head.fields["x-a"] == "one, two")
    #expect(head.host == "127.0.0.1:80")
    #expect(head.isKeptAlive && !head.hasBody)
    #expect(try read("GET http://a.example/x?y HTTP/1.1\nHost: b").host == "a.example")
    #expect(try read("GET http://a.example HTTP/1.1\nHost: b").path == "/")
    #expect(try !read("GET / HTTP/1.1\nHost: b\nConnection: Close").isKeptAlive)
    #expect(try !read("GET / HTTP/1.0\nHost: b").isKeptAlive)
    #expect(try read("POST / HTTP/1.1\nHost: b\nContent-Length: 3").hasBody)
    #expect(try read("GET /?q=%zz%4 HTTP/1.1\nHost: b").query.map(\.value) == ["%zz%4"])
  }

  @Test(
    "What could be read in two ways is refused",
    arguments: [
      ("", 400), ("GET /", 400), ("GET / HTTP/1.1", 400), ("GET  / HTTP/1.1\r\nHost: a", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\nHost: b", 400), ("GET / HTTP/1.1\r\nHost: a\r\nA : b", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\n b", 400), ("GET / HTTP/1.1\r\nHost: a\r\nA: \u{0}", 400),
      ("GET / HTTP/1.1\r\nHost: a\r\nA: b\rc", 400), ("G(T / HTTP/1.1\r\nHost: a", 400),
      ("GET x HTTP/1.1\r\nHost: a", 400), ("GET / HTTP/2.0\r\nHost: a", 505), ("GET / SMTP\r\nHost: a", 400),
      ("GET /\u{7F} HTTP/1.1\r\nHost: a", 400),
    ])
  func refuses(text: String, expected: Int) { #expect(status(text) == expected) }

  @Test(
    "RFC 9112, 6.1 and 6.3: what does not say in one way how long its body is, or codes it in a way not known, is refused",
    arguments: [
      ("Content-Length: abc", 400), ("Content-Length: -5", 400), ("Content-Length: +5", 400), ("Content-Length:", 400),
      ("Content-Length: 10000000000000000000000", 400), ("Content-Length: 5, 5", 400), ("Content-Length: 0x5", 400),
      ("Content-Length: 5\r\nTransfer-Encoding: chunked", 400),
      ("Transfer-Encoding: chunked\r\nContent-Length: 0", 400),
      ("Transfer-Encoding: gzip", 501), ("Transfer-Encoding: gzip, chunked", 501), ("Transfer-Encoding: identity", 501),
      ("Transfer-Encoding: Chunked", nil), ("Content-Length: 0", nil), ("Content-Length: 00", nil),
      ("Content-Length: 12", nil),
    ] as [(String, Int?)])
  func framing(field: String, expected: Int?) { #expect(status("GET / HTTP/1.1\r\nHost: a\r\n\(field)") == expected) }

  @Test("A length of nothing is no body")
  func bodies() throws {
    #expect(try !read("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 00").hasBody)
    #expect(try read("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 010").hasBody)
    #expect(try read("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked").hasBody)
  }

  @Test("Too long an address, too many fields and too many parameters are refused")
  func limits() {
    #expect(status("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\nHost: a") == 414)
    #expect(status("GET / HTTP/1.1\r\nHost: a" + String(repeating: "\r\na: b", count: 101)) == 431)
    #expect(status("GET /?\(String(repeating: "a&", count: 101)) HTTP/1.1\r\nHost: a") == 400)
  }

  @Test("The end of a head is found wherever the bytes were cut")
  func end() {
    let bytes = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\nrest".utf8)
    for start in 0...22 { #expect(RequestHead.end(in: bytes, from: start)?.next == 27) }
    #expect(RequestHead.end(in: bytes, from: 0).map { bytes[$0.head - 1] } == 0x0D)
    #expect(RequestHead.end(in: Array(bytes.prefix(26)), from: 0) == nil)
    #expect(RequestHead.end(in: Array("a\n\nb".utf8), from: 0)?.next == 3)
  }
}

@Suite struct OwnNamesTests {
  @Test("Only the address that a client came in at, localhost on loopback and names that were given are taken")
  func names() throws {
    let names = OwnNames(names: ["reviews.example"])
    let loopback = try #require(ListeningAddress("127.0.0.1"))
    let six = try #require(ListeningAddress("::1"))
    let open = try #require(ListeningAddress("192.0.2.7"))
    func takes(_ host: String, _ local: ListeningAddress) -> Bool { names.include(host, local: local, port: 8417) }
    for host in [
      "127.0.0.1:8417", "localhost:8417", "LOCALHOST:8417", "localhost.:8417", "Reviews.example", "reviews.example:443",
      "[::ffff:127.0.0.1]:8417", "[::ffff:7f00:1]:8417",
    ] {
      #expect(takes(host, loopback), "\(host)")
    }
    for host in [
      "127.0.0.1", "127.0.0.1:80", "evil.example:8417", "127.0.0.2:8417", "", ":8417", "localhost:", "localhost:x",
      "127.0.0.1:8417:8417", "127.0.0.1.evil.example:8417", "[::1]:8417", "2130706433:8417",
      "localhost:18446744073709551616",
      "[::1", "evil.reviews.example", "[::ffff:127.0.0.2]:8417", "[::127.0.0.1]:8417",
    ] {
      #expect(!takes(host, loopback), "\(host)")
    }
    #expect(takes("[::1]:8417", six) && takes("[0:0:0:0:0:0:0:1]:8417", six) && takes("localhost:8417", six))
    #expect(takes("192.0.2.7:8417", open) && !takes("localhost:8417", open))
    #expect(names.include("127.0.0.1", local: loopback, port: 80))
  }
}

@Suite struct ByteRangeTests {
  @Test("One range is understood; what is none, or several, is answered by the whole")
  func ranges() {
    let cases: [(String?, ByteRange)] = [
      (nil, .whole), ("bytes=0-4", .part(0..<5)), ("bytes=5-", .part(5..<10)), ("bytes=-3", .part(7..<10)),
      ("bytes=-99", .part(0..<10)), ("bytes=8-99", .part(8..<10)), ("bytes=10-", .outside), ("bytes=-0", .outside),
      ("bytes=4-2", .whole), ("bytes=0-1,3-4", .whole), ("lines=1-2", .whole), ("bytes=a-b", .whole),
      ("bytes=", .whole),
      ("bytes=-", .whole), ("bytes=99999999999999999999-", .whole), ("bytes=0-0", .part(0..<1)),
    ]
    for (field, range) in cases { #expect(ByteRange(field, size: 10) == range, "\(field ?? "")") }
    #expect(ByteRange("bytes=-5", size: 0) == .outside)
  }

  @Test("A tag is found in a list of them, weak or strong")
  func tags() {
    #expect(EntityTag.list("\"a\", W/\"b\"", includes: "\"b\""))
    #expect(EntityTag.list("*", includes: "\"b\""))
    #expect(!EntityTag.list("\"a\", \"bc\"", includes: "\"b\""))
  }
}
