import StetGzip
import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct EvidenceTests {
  @Test("Every request on the way is told with its response, as they went over the wire")
  func exchanges() async throws {
    let server = try ScriptedServer()
    server.on(
      "/a", .raw("HTTP/1.1 301 Moved Away\r\nLocation: /b\r\nContent-Length: 4\r\n\r\nover", ending: .keepsOpen))
    server.on("/b", .page(text: "there"))
    let page = try await fetcher().fetch(server.address("/a#part"))
    #expect(page.exchanges.map(\.address.description) == [server.address("/a"), server.address("/b")])
    let first = try #require(page.exchanges.first)
    #expect(first.method == "GET")
    #expect(first.status == 301)
    #expect(first.reason == "Moved Away")
    #expect(first.httpVersion == "1.1")
    #expect(first.ipAddress == "127.0.0.1")
    #expect(first.field("location") == "/b")
    #expect(first.body == Array("over".utf8))
    #expect(first.truncation == nil)
    let last = try #require(page.exchanges.last)
    #expect(last.body == page.body)
    #expect(last.fields == page.headers)
    #expect(last.date == page.received)
    for (exchange, request) in zip(page.exchanges, server.requests) {
      #expect(exchange.requestFields.map(\.name) == request.headers.map(\.name))
      #expect(exchange.requestFields.map(\.value) == request.headers.map(\.value))
    }
  }

  @Test("What may be a secret is never told: the user's fields, cookies, a password, the cookies that answer them")
  func secrets() async throws {
    let server = try ScriptedServer()
    server.on(
      "/a", .page(302, headers: [("Location", "/b"), ("Set-Cookie", "session=s3cret"), ("X-Kept", "yes")], body: []))
    server.on("/b", .page(text: "there"))
    let address = server.address("/a").replacing("//", with: "//ada:s3cret@")
    let page = try await fetcher().fetch(address, headers: [HeaderField(name: "X-Key", value: "s3cret")])
    #expect(server.requests[0].header("X-Key") == "s3cret")
    #expect(server.requests[0].header("Authorization") != nil)
    #expect(server.requests[1].header("Cookie")?.contains("s3cret") == true)
    #expect(!"\(page.exchanges)".contains("s3cret"))
    #expect(page.exchanges[0].field("X-Kept") == "yes")
    #expect(page.exchanges[1].requestFields.contains { $0.hasName("User-Agent") })
  }

  @Test("A site's own cookies are evidence like every other field")
  func cookies() async throws {
    let server = try ScriptedServer()
    server.on("/", .page(headers: [("Set-Cookie", "seen=1")], body: Array("text".utf8)))
    #expect(try await fetcher().fetch(server.address("/")).exchanges.last?.field("Set-Cookie") == "seen=1")
  }

  @Test("The body of a redirect is kept up to the limit, and said to be cut beyond it")
  func longRedirect() async throws {
    let server = try ScriptedServer()
    server.on(
      "/a", .page(302, headers: [("Location", "/b")], body: [UInt8](repeating: UInt8(ascii: "x"), count: 100_000)))
    server.on("/b", .page(text: "there"))
    let first = try #require(try await fetcher().fetch(server.address("/a")).exchanges.first)
    #expect(first.body.count == 65_536)
    #expect(first.truncation == .length)
  }

  @Test("A redirect whose body never comes whole is told as cut off")
  func cutRedirect() async throws {
    let server = try ScriptedServer()
    server.on("/a", .raw("HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 9\r\n\r\nover"))
    server.on("/b", .page(text: "there"))
    let first = try #require(try await fetcher().fetch(server.address("/a")).exchanges.first)
    #expect(first.body == Array("over".utf8))
    #expect(first.truncation == .disconnect)
  }

  @Test("A body that came compressed is told as it reads, its fields as they came")
  func compressed() async throws {
    let server = try ScriptedServer()
    let text = Array("text".utf8)
    server.on("/", .page(headers: [("Content-Encoding", "gzip")], body: try Gzip.compress(text)))
    let exchange = try #require(try await fetcher().fetch(server.address("/")).exchanges.last)
    #expect(exchange.body == text)
    #expect(exchange.field("Content-Encoding") == "gzip")
  }

  @Test("Interim responses are no part of the exchange")
  func interim() async throws {
    let server = try ScriptedServer()
    server.on("/", .raw("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
    let exchange = try #require(try await fetcher().fetch(server.address("/")).exchanges.last)
    #expect(exchange.status == 200)
    #expect(exchange.field("Link") == nil)
  }
}
