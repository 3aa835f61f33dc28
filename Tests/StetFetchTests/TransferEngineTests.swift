import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct TransferEngineTests {
  @Test("A page comes with its body, status, header fields in order, address and time")
  func page() async throws {
    let server = try ScriptedServer()
    server.on(
      "/a",
      .page(headers: [("Content-Type", "text/html; charset=koi8-r"), ("X-Two", "1"), ("x-two", "2")], text: "<p>stet"))
    let page = try await fetcher().fetch(server.address("/a?b=c"))
    #expect(page.status == 200)
    #expect(page.text == "<p>stet")
    #expect(page.header("content-type") == "text/html; charset=koi8-r")
    #expect(page.headers.filter { $0.hasName("X-Two") }.map(\.value) == ["1", "2"])
    #expect(page.requested.description == server.address("/a?b=c"))
    #expect(page.final == page.requested)
    #expect(page.redirects.isEmpty)
    #expect(page.received.secondsSince1970 > 1_700_000_000)
  }

  @Test("One page is one GET, which says who asks, what for, and what can be decompressed")
  func request() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page())
    _ = try await fetcher([:]) { $0.agent = "stet/9 (+mailto:me@example.org)" }.fetch(server.address("/a#part"))
    let request = try #require(server.requests.first)
    #expect(server.requests.count == 1)
    #expect(request.method == "GET")
    #expect(request.target == "/a")
    #expect(request.header("User-Agent") == "stet/9 (+mailto:me@example.org)")
    #expect(request.header("Accept")?.hasPrefix("text/html") == true)
    #expect(request.header("Accept-Encoding")?.contains("gzip") == true)
    #expect(request.header("Host") == "127.0.0.1:\(server.port)")
  }

  @Test(
    "Every complete response is a page, whatever its status",
    arguments: [200, 201, 204, 300, 304, 404, 410, 429, 500, 503])
  func statuses(status: Int) async throws {
    let server = try ScriptedServer()
    server.on("/a", .page(status, text: status == 204 || status == 304 ? "" : "words"))
    let page = try await fetcher().fetch(server.address("/a"))
    #expect(page.status == status)
    #expect(page.text == (status == 204 || status == 304 ? "" : "words"))
  }

  @Test("Validators are sent byte for byte, and a 304 is a page without body")
  func validators() async throws {
    let server = try ScriptedServer()
    let etag = #"W/"a,b  c""#
    server.on("/a") { request in
      let isSame = request.header("If-None-Match") == etag && request.header("If-Modified-Since") == "Sun, 6 nov 94"
      return isSame
        ? .page(304, headers: [("ETag", etag)], text: "")
        : .page(headers: [("ETag", etag), ("Last-Modified", "Sun, 6 nov 94")])
    }
    let fetcher = try fetcher()
    let first = try await fetcher.fetch(server.address("/a"))
    #expect(first.status == 200)
    let second = try await fetcher.fetch(server.address("/a"), validators: Validators(first))
    #expect(second.status == 304)
    #expect(second.body.isEmpty)
    #expect(Validators(second) == Validators(of: first.final, etag: etag))
  }

  @Test("Without validators no condition is sent, even when there was one before")
  func unconditional() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page())
    let fetcher = try fetcher()
    let address = try #require(PageAddress(server.address("/a")))
    _ = try await fetcher.fetch(server.address("/a"), validators: Validators(of: address, etag: "\"x\""))
    _ = try await fetcher.fetch(server.address("/a"), validators: Validators(of: address, etag: ""))
    _ = try await fetcher.fetch(server.address("/a"))
    #expect(server.requests.map { $0.header("If-None-Match") } == ["\"x\"", nil, nil])
    #expect(server.requests.allSatisfy { $0.header("If-Modified-Since") == nil })
  }

  @Test("One connection serves page after page, redirects included")
  func reuse() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page())
    server.on("/r", .redirect("/a"))
    let fetcher = try fetcher()
    for path in ["/a", "/a", "/r", "/a"] { _ = try await fetcher.fetch(server.address(path)) }
    #expect(server.requests.count == 5)
    #expect(server.connectionCount == 1)
  }

  @Test("A connection that the server has closed meanwhile is opened again")
  func closedMeanwhile() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page(close: true))
    server.on("/b", ScriptedResponse(steps: ScriptedResponse.page().steps, ending: .closes))
    let fetcher = try fetcher()
    for path in ["/a", "/b", "/a"] { #expect(try await fetcher.fetch(server.address(path)).status == 200) }
    #expect(server.connectionCount == 3)
  }

  @Test("IPv6 addresses are fetched")
  func ipv6() async throws {
    let server = try ScriptedServer(.ipv6)
    server.on("/a", .redirect("/b"))
    server.on("/b", .page(text: "six"))
    let page = try await fetcher().fetch(server.address("/a"))
    #expect(page.text == "six")
    #expect(page.final.host == "[::1]")
  }

  @Test("The user's header fields are sent and replace those that stet would send; an empty value is sent as such")
  func ownFields() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page())
    let fields = [
      HeaderField(name: "Accept-Language", value: "de"), HeaderField(name: "accept", value: "text/plain"),
      HeaderField(name: "X-Empty", value: ""), HeaderField(name: "User-Agent", value: "other"),
    ]
    _ = try await fetcher().fetch(server.address("/a"), headers: fields)
    let request = try #require(server.requests.first)
    #expect(request.header("Accept-Language") == "de")
    #expect(request.headers.filter { $0.name.lowercased() == "accept" }.map(\.value) == ["text/plain"])
    #expect(request.header("X-Empty") == "")
    #expect(request.header("User-Agent") == "other")
  }

  @Test(
    "A header field that could carry another one, or would move the request elsewhere, is refused unsent",
    arguments: [
      HeaderField(name: "X", value: "a\r\nEvil: b"), HeaderField(name: "X", value: "a\nb"),
      HeaderField(name: "X", value: "a\0b"), HeaderField(name: "X\r\nEvil", value: "b"),
      HeaderField(name: "X: y", value: "b"), HeaderField(name: "", value: "b"), HeaderField(name: "Host", value: "b"),
      HeaderField(name: "transfer-encoding", value: "chunked"), HeaderField(name: "Content-Length", value: "5"),
    ])
  func badFields(field: HeaderField) async throws {
    let server = try ScriptedServer()
    #expect(try await fetcher().failure(server.address("/a"), headers: [field]).code == .badHeader)
    #expect(server.requests.isEmpty)
  }

  @Test("Validators and agents with line breaks are refused too")
  func badValidators() async throws {
    let server = try ScriptedServer()
    let error = try await #require(throws: FetchError.self) {
      try await fetcher().fetch(
        server.address("/a"),
        validators: Validators(of: try AddressParser.parse(server.address("/a")), etag: "\"a\"\r\nEvil: b"))
    }
    #expect(error.code == .badHeader)
    #expect(server.requests.isEmpty)
    #expect(throws: FetchError.self) { try fetcher { $0.agent = "stet\r\nEvil: b" } }
  }

  @Test("User and password in the address are sent, and kept out of messages")
  func password() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page())
    server.on("/b", .raw("garbage\r\n\r\n"))
    let fetcher = try fetcher()
    let base = "http://ada:secret@127.0.0.1:\(server.port)"
    _ = try await fetcher.fetch("\(base)/a")
    #expect(server.requests.first?.header("Authorization") == "Basic YWRhOnNlY3JldA==")
    let error = try await fetcher.failure("\(base)/b")
    #expect(!error.message.contains("secret"))
    #expect(!error.address.contains("secret"))
  }

  @Test("An interim response is not the response, and a folded field is one field")
  func interim() async throws {
    let server = try ScriptedServer()
    server.on(
      "/a",
      .raw(
        "HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\nHTTP/1.1 200 OK\r\nX-Folded: a\r\n  b\r\nContent-Length: 2\r\n\r\nok"
      ))
    let page = try await fetcher().fetch(server.address("/a"))
    #expect(page.status == 200)
    #expect(page.header("Link") == nil)
    #expect(page.header("X-Folded") == "a b")
    #expect(page.text == "ok")
  }

  @Test("Trailers after a chunked body are not header fields")
  func trailers() async throws {
    let server = try ScriptedServer()
    server.on(
      "/a", .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX-Late: HTTP/1.1 500\r\n\r\n"))
    let page = try await fetcher().fetch(server.address("/a"))
    #expect(page.status == 200)
    #expect(page.header("X-Late") == nil)
    #expect(page.text == "ok")
  }

  @Test("A page that was cancelled is an error")
  func cancelled() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page(delay: .seconds(60)))
    let address = server.address("/a")
    let task = Task { () -> FetchError.Code? in
      do throws(FetchError) {
        _ = try await TransferEngine.open(FetchPolicy(), environment: [:]).fetch(
          FetchRequest(try AddressParser.parse(address)))
        return nil
      } catch { return error.code }
    }
    while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
    task.cancel()
    #expect(await task.value == .cancelled)
  }

  @Test("The defaults are those that the documentation promises")
  func defaults() {
    let policy = FetchPolicy()
    #expect(policy.connectTimeout == .seconds(30))
    #expect(policy.stallTimeout == .seconds(60))
    #expect(policy.deadline == .seconds(600))
    #expect(policy.maximumBodyBytes == 16_777_216)
    #expect(policy.maximumRedirects == 10)
  }
}
