import StetModel
import StetTestSupport
import Testing

@testable import StetFetch

@Suite struct RedirectTests {
  @Test(
    "Redirects are followed, and every address on the way is recorded in order", arguments: [301, 302, 303, 307, 308])
  func chain(status: Int) async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect("/b", status: status))
    server.on("/b", .redirect(server.address("/c?d"), status: status))
    server.on("/c", .page(text: "there"))
    let page = try await fetcher().fetch(server.address("/a"))
    #expect(page.text == "there")
    #expect(page.requested.description == server.address("/a"))
    #expect(page.final.description == server.address("/c?d"))
    #expect(page.redirects.map(\.description) == [server.address("/a"), server.address("/b")])
    #expect(server.requests.allSatisfy { $0.method == "GET" })
  }

  @Test(
    "A relative redirect is resolved as RFC 3986 says",
    arguments: [
      ("other", "/x/other"), ("../up", "/up"), ("?q=1", "/x/y?q=1"), ("//127.0.0.1:PORT/z", "/z"), ("a b", "/x/a%20b"),
      ("ä", "/x/%C3%A4"),
    ])
  func relative(location: String, expected: String) async throws {
    let server = try ScriptedServer()
    let target = location.replacing("PORT", with: "\(server.port)")
    server.on("/x/y") { $0.target == "/x/y" ? .redirect(target) : .page() }
    let page = try await fetcher().fetch(server.address("/x/y"))
    #expect(page.final.description == server.address(expected))
  }

  @Test("A fragment is taken over by the target unless it has its own (RFC 9110, 10.2.2)")
  func fragment() async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect("/c"))
    server.on("/b", .redirect("/c#theirs"))
    server.on("/c", .page())
    let fetcher = try fetcher()
    #expect(try await fetcher.fetch(server.address("/a#mine")).final.fragment == "mine")
    #expect(try await fetcher.fetch(server.address("/b#mine")).final.fragment == "theirs")
    #expect(server.requests.allSatisfy { !$0.target.contains("#") })
  }

  @Test("As many redirects as allowed are followed, and not one more")
  func limit() async throws {
    let server = try ScriptedServer()
    for step in 0..<4 { server.on("/\(step)", .redirect("/\(step + 1)")) }
    server.on("/4", .page())
    #expect(try await fetcher { $0.maximumRedirects = 4 }.fetch(server.address("/0")).redirects.count == 4)
    let error = try await fetcher { $0.maximumRedirects = 3 }.failure(server.address("/0"))
    #expect(error.code == .redirectLoop)
    #expect(error.message.contains("more than 3 redirects"))
  }

  @Test("A redirect to itself ends as a loop")
  func loop() async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect("/a"))
    let error = try await fetcher().failure(server.address("/a"))
    #expect(error.code == .redirectLoop)
    #expect(error.message.contains("in a circle"))
    #expect(server.requests.count == 11)
  }

  @Test(
    "A redirect to anything but http and https is refused as such",
    arguments: [
      "file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "javascript:alert(1)", "data:text/html,x",
      "FILE:/etc/passwd",
    ])
  func schemes(location: String) async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect(location))
    let error = try await fetcher().failure(server.address("/a"))
    #expect(error.code == .schemeForbidden)
    #expect(error.message.contains(location))
  }

  @Test(
    "A redirect from loopback into another special network is refused before anything is sent there",
    arguments: [
      "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.0.1/", "http://100.64.0.1/",
      "http://0.0.0.0/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[::ffff:169.254.169.254]/",
      "http://2852039166/", "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/", "http://224.0.0.1/",
      "https://10.0.0.1/",
    ])
  func special(location: String) async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect(location))
    let error = try await fetcher().failure(server.address("/a"))
    #expect(error.code == .addressForbidden)
    #expect(error.message.contains("Name the address it leads to yourself"))
  }

  @Test("A redirect within loopback is followed when the user named a page there, by number or by name")
  func sameRange() async throws {
    let (server, other) = (try ScriptedServer(), try ScriptedServer(.ipv6))
    server.on("/a", .redirect(other.address("/b")))
    other.on("/b", .redirect("http://localhost:\(server.port)/c"))
    server.on("/c", .page(text: "home"))
    #expect(try await fetcher().fetch(server.address("/a")).text == "home")
    #expect(try await fetcher().fetch("http://localhost:\(server.port)/a").redirects.count == 2)
  }

  @Test("A name that resolves to loopback may not lead to a link-local address")
  func nameToLinkLocal() async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect("http://169.254.1.1/"))
    let error = try await fetcher().failure("http://localhost:\(server.port)/a")
    #expect(error.code == .addressForbidden)
    #expect(error.message.contains("link-local"))
    #expect(error.message.contains("169.254.1.1"))
  }

  @Test("The address is checked at the socket and again before the request, so neither DNS nor an old connection helps")
  func connectedAddress() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page())
    let engine = try fetcher()
    let address = try AddressParser.parse(server.address("/a"))
    func code(_ reach: Reach) async throws -> FetchError.Code? {
      let hop = Hop(named: address, address: address, proxy: nil, reach: reach)
      let order = TransferOrder(hop: hop, fields: [], content: nil, cookies: [], left: .seconds(30), deadline: nil)
      guard case .failure(let error) = await engine.transfer(order) else { return nil }
      return error.code
    }
    // A new connection: not even opened.
    #expect(try await code(.globalAnd(.global)) == .addressForbidden)
    #expect(server.connectionCount == 0)
    #expect(try await code(.anywhere) == nil)
    // The connection is open by now, and still nothing is sent.
    #expect(try await code(.globalAnd(.global)) == .addressForbidden)
    #expect(server.requests.count == 1)
    #expect(server.connectionCount == 1)
  }

  @Test("The user's header fields go to the origin that he named, never to another one")
  func ownFields() async throws {
    let (server, other) = (try ScriptedServer(), try ScriptedServer())
    server.on("/a", .redirect("/b"))
    server.on("/b", .redirect(other.address("/c")))
    other.on("/c", .redirect(server.address("/d")))
    server.on("/d", .page())
    let secrets = [HeaderField(name: "Authorization", value: "Bearer x"), HeaderField(name: "Cookie", value: "a=b")]
    _ = try await fetcher().fetch(server.address("/a"), headers: secrets)
    #expect(server.requests.map { $0.header("Authorization") } == ["Bearer x", "Bearer x", "Bearer x"])
    #expect(other.requests.map { $0.header("Authorization") } == [nil])
    #expect(other.requests.map { $0.header("Cookie") } == [nil])
  }

  @Test("User and password of the address stay with its origin")
  func password() async throws {
    let (server, other) = (try ScriptedServer(), try ScriptedServer())
    server.on("/a", .redirect(other.address("/b")))
    other.on("/b", .page())
    _ = try await fetcher().fetch("http://ada:secret@127.0.0.1:\(server.port)/a")
    #expect(server.requests.first?.header("Authorization") != nil)
    #expect(other.requests.map { $0.header("Authorization") } == [nil])
  }

  @Test("The user's fields survive a turn from http to https, not the way back or a change of port")
  func ownOrigin() throws {
    func isOwn(_ named: String, _ address: String) throws -> Bool {
      Hop(
        named: try AddressParser.parse(named), address: try AddressParser.parse(address), proxy: nil, reach: .anywhere
      ).isOwnOrigin
    }
    #expect(try isOwn("http://a.example/", "https://a.example/x"))
    #expect(try !isOwn("https://a.example/", "http://a.example/x"))
    #expect(try !isOwn("http://a.example/", "http://b.a.example/"))
    #expect(try !isOwn("http://a.example:81/", "https://a.example:81/"))
    #expect(try !isOwn("http://a.example/", "http://a.example:81/"))
  }

  @Test("A cookie set on the way is sent on the way, and forgotten with the fetch")
  func cookies() async throws {
    let server = try ScriptedServer()
    server.on("/a") {
      $0.header("Cookie")?.contains("consent=yes") == true
        ? .page(text: "in") : .redirect("/a", headers: [("Set-Cookie", "consent=yes; Path=/")])
    }
    let fetcher = try fetcher()
    #expect(try await fetcher.fetch(server.address("/a")).redirects.count == 1)
    #expect(try await fetcher.fetch(server.address("/a")).redirects.count == 1)
  }

  @Test("A cookie goes to the host that set it, not to the one that it leads to")
  func cookieHost() async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect("http://localhost:\(server.port)/b", headers: [("Set-Cookie", "a=b; Path=/")]))
    server.on("/b", .redirect("http://127.0.0.1:\(server.port)/c"))
    server.on("/c", .page())
    _ = try await fetcher().fetch(server.address("/a"))
    #expect(server.requests.map { $0.header("Cookie") } == [nil, nil, "a=b"])
  }

  @Test("Validators go to the address that they come from, on the way or at its end, and to no other")
  func validators() async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect("/b"))
    server.on("/b") { $0.header("If-None-Match") == "\"x\"" ? .page(304, text: "") : .page() }
    let fetcher = try fetcher()
    let validators = Validators(of: try AddressParser.parse(server.address("/b")), etag: "\"x\"")
    let page = try await fetcher.fetch(server.address("/a"), validators: validators)
    #expect(page.status == 304)
    #expect(page.final.description == server.address("/b"))
    #expect(server.requests.map { $0.header("If-None-Match") } == [nil, "\"x\""])
    // By now the address leads elsewhere: what is there is another page.
    server.on("/a", .redirect("/c"))
    server.on("/c") { $0.header("If-None-Match") == nil ? .page(text: "c") : .page(304, text: "") }
    #expect(try await fetcher.fetch(server.address("/a"), validators: validators).text == "c")
  }

  @Test("A redirect without Location is the answer; one that leads nowhere is an error")
  func noTarget() async throws {
    let server = try ScriptedServer()
    server.on("/a", .page(302, headers: [], text: "see elsewhere"))
    server.on("/b", .redirect("http://[bad"))
    server.on("/c", .redirect("http://"))
    let fetcher = try fetcher()
    let page = try await fetcher.fetch(server.address("/a"))
    #expect(page.status == 302 && page.text == "see elsewhere")
    #expect(try await fetcher.failure(server.address("/b")).code == .protocolViolation)
    #expect(try await fetcher.failure(server.address("/c")).code == .protocolViolation)
  }

  @Test("What is wrong with the body of a redirect does not matter")
  func redirectBody() async throws {
    let server = try ScriptedServer()
    let long = ScriptedResponse(
      steps: [
        .bytes(Array("HTTP/1.1 302 Found\r\nLocation: /z\r\n\r\n".utf8)),
        .repeated([UInt8](repeating: 0x20, count: 10_000), times: 10_000),
      ])
    server.on("/long", long)
    server.on("/gzip", .redirect("/z", headers: [("Content-Encoding", "gzip")]))
    server.on("/short", .raw("HTTP/1.1 302 Found\r\nLocation: /z\r\nContent-Length: 100\r\n\r\nfew"))
    server.on("/z", .page(text: "z"))
    let fetcher = try fetcher()
    for path in ["/long", "/gzip", "/short"] { #expect(try await fetcher.fetch(server.address(path)).text == "z") }
  }

  @Test("A message about a redirect's target names where it began")
  func message() async throws {
    let server = try ScriptedServer()
    server.on("/a", .redirect("/b"))
    server.on("/b", .raw("garbage\r\n\r\n"))
    let error = try await fetcher().failure(server.address("/a"))
    #expect(
      error.message.hasPrefix("Cannot fetch '\(server.address("/a"))', redirected to '\(server.address("/b"))': "))
    #expect(error.address == server.address("/a"))
  }
}
