import StetModel
import StetTestSupport
import Synchronization
import Testing

@testable import StetFetch

@Suite struct PoliteFetcherTests {
  private let server: ScriptedServer
  private let clock = SimulatedClock()
  private let gate: HostGate
  private let fetcher: PoliteFetcher

  init() throws {
    server = try ScriptedServer()
    gate = HostGate(delay: .zero, clock: clock)
    // Half of the longest wait, each time.
    fetcher = PoliteFetcher(try StetFetchTests.fetcher(), gate: gate, clock: clock, random: { 0.5 })
  }

  private func fetch(
    _ address: String, by fetcher: PoliteFetcher? = nil, permission: PoliteFetcher.Permission? = nil
  ) async throws -> Page {
    try await (fetcher ?? self.fetcher).fetch(
      FetchRequest(try AddressParser.parse(address)), permission: permission)
  }

  private func failure(_ address: String, by fetcher: PoliteFetcher? = nil) async throws -> FetchError {
    try await #require(throws: FetchError.self) { try await fetch(address, by: fetcher) }
  }

  @Test(
    "What may pass is asked for again after a random wait that grows", arguments: [408, 425, 429, 500, 502, 503, 504])
  func passing(status: Int) async throws {
    server.on("/a", inTurn: [.page(status), .page(status), .page(text: "there")])
    #expect(try await fetch(server.address("/a")).text == "there")
    #expect(clock.waits == [.milliseconds(500), .seconds(1)])
  }

  @Test("What will not pass is not asked for again", arguments: [200, 304, 400, 401, 403, 404, 410, 451, 501])
  func lasting(status: Int) async throws {
    server.on("/a", .page(status, text: status == 304 ? "" : "words"))
    #expect(try await fetch(server.address("/a")).status == status)
    #expect(server.requests.count == 1)
  }

  @Test("Three attempts are made, and the last answer is the answer")
  func attempts() async throws {
    server.on("/a", .page(503))
    #expect(try await fetch(server.address("/a")).status == 503)
    #expect(server.requests.count == 3)
  }

  @Test("A connection that breaks is made again; one that is refused is an error in the end")
  func connections() async throws {
    server.on("/a", inTurn: [.raw("", ending: .resets), .raw("HTTP/1.1 200", ending: .closes), .page(text: "there")])
    #expect(try await fetch(server.address("/a")).text == "there")
    #expect(server.requests.count >= 3)
    let port = try ClosedPort()
    #expect(try await failure("http://127.0.0.1:\(port.number)/").code == .cannotConnect)
    #expect(clock.waits.count == 4)
  }

  @Test("Neither time limits nor what cannot be read are tried again")
  func lastingErrors() async throws {
    server.on("/slow", .page(delay: .seconds(60)))
    server.on("/corrupt", .page(headers: [("Content-Encoding", "gzip")], text: "no gzip"))
    let engine = try StetFetchTests.fetcher { $0.stallTimeout = .milliseconds(200) }
    let fetcher = PoliteFetcher(engine, gate: gate, clock: clock)
    #expect(try await failure(server.address("/slow"), by: fetcher).code == .timeout)
    #expect(try await failure(server.address("/corrupt"), by: fetcher).code == .corrupt)
    #expect(server.requests.count == 2)
  }

  @Test("Retry-After is obeyed, in seconds and as a date")
  func retryAfter() async throws {
    // 2027-01-15T08:00:00Z is where the clock starts.
    server.on(
      "/a",
      inTurn: [
        .page(503, headers: [("Retry-After", "7")]),
        .page(429, headers: [("Retry-After", "Fri, 15 Jan 2027 08:00:20 GMT")]), .page(text: "there"),
      ])
    #expect(try await fetch(server.address("/a")).text == "there")
    #expect(clock.waits == [.seconds(7), .seconds(13)])
  }

  @Test(
    "A Retry-After that is too long is not waited for but kept: the host is left alone until then, redirects included")
  func longRetryAfter() async throws {
    let other = try ScriptedServer()
    server.on("/a", .page(429, headers: [("Retry-After", "3600")]))
    server.on("/b", .page())
    other.on("/r", .redirect(server.address("/b")))
    #expect(try await fetch(server.address("/a")).status == 429)
    let error = try await failure(server.address("/b"))
    #expect(error.code == .postponed)
    #expect(error.message.contains("127.0.0.1:\(server.port)"))
    #expect(try await failure(other.address("/r")).code == .postponed)
    #expect(server.requests.count == 1)
    #expect(clock.waits.isEmpty)
    let record = try #require(gate.records.first { $0.host == HostKey("127.0.0.1:\(server.port)") })
    let wait = try #require(record.notBefore).secondsSince1970 - clock.now.secondsSince1970
    #expect((3600...3602).contains(wait))
    clock.advance(by: .seconds(3600))
    #expect(try await fetch(server.address("/b")).status == 200)
  }

  @Test("No more is waited in all than the policy says")
  func budget() async throws {
    server.on("/a", .page(503, headers: [("Retry-After", "20")]))
    #expect(try await fetch(server.address("/a")).status == 503)
    #expect(server.requests.count == 2)
    #expect(clock.waits == [.seconds(20)])
  }

  @Test("A host whose pages fail five times in a row is left alone; a page that comes in between begins the count anew")
  func setAside() async throws {
    server.on("/bad", .page(501))
    server.on("/good", .page(404))
    let other = try ScriptedServer()
    other.on("/r", .redirect(server.address("/good")))
    for _ in 0..<4 { _ = try await fetch(server.address("/bad")) }
    _ = try await fetch(server.address("/good"))
    #expect(fetcher.hostsSetAside.isEmpty)
    for _ in 0..<5 { _ = try await fetch(server.address("/bad")) }
    let count = server.requests.count
    #expect(try await failure(server.address("/good")).code == .hostSetAside)
    #expect(try await failure(other.address("/r")).code == .hostSetAside)
    #expect(server.requests.count == count)
    #expect(fetcher.hostsSetAside == [HostKey("127.0.0.1:\(server.port)")])
    other.on("/a", .page())
    #expect(try await fetch(other.address("/a")).status == 200)
  }

  @Test("Every hop waits for the pause of its own host")
  func hops() async throws {
    let other = try ScriptedServer()
    server.on("/a", .redirect("/b"))
    server.on("/b", .redirect(other.address("/c")))
    other.on("/c", .redirect(server.address("/d")))
    server.on("/d", .page())
    let gate = HostGate(delay: .seconds(3), clock: clock)
    let fetcher = PoliteFetcher(try StetFetchTests.fetcher(), gate: gate, clock: clock)
    _ = try await fetch(server.address("/a"), by: fetcher)
    #expect(clock.waits == [.seconds(3), .seconds(3)])
    #expect(gate.records.count == 2)
  }

  @Test("Every hop needs permission, and what is refused is never sent; the host is free again")
  func permission() async throws {
    server.on("/a", .redirect("/private"))
    let asked = Mutex<[String]>([])
    let error = try await #require(throws: FetchError.self) {
      try await fetch(server.address("/a")) { address, _ async throws(FetchError) in
        asked.withLock { $0.append(address.path) }
        if address.path == "/private" { throw FetchError(.disallowed, "no", address: "\(address)") }
      }
    }
    #expect(error.code == .disallowed)
    #expect(asked.withLock { $0 } == ["/a", "/private"])
    #expect(server.requests.map(\.path) == ["/a"])
    #expect(gate.wait(for: HostKey("127.0.0.1:\(server.port)")) == .zero)
  }

  @Test("Permission may itself take a request to the same host")
  func permissionByFetch() async throws {
    server.on("/robots.txt", .page(text: "User-agent: *"))
    server.on("/a", .page(text: "there"))
    let (fetcher, robots) = (fetcher, try AddressParser.parse(server.address("/robots.txt")))
    let page = try await fetch(server.address("/a")) { _, _ async throws(FetchError) in
      _ = try await fetcher.fetch(FetchRequest(robots))
    }
    #expect(page.text == "there")
    #expect(server.requests.map(\.path) == ["/robots.txt", "/a"])
  }

  @Test("When the run is over nothing is sent any more, and nobody waits for what comes after")
  func deadline() async throws {
    server.on("/a", .page())
    let gate = HostGate(delay: .seconds(10), clock: clock)
    let fetcher = PoliteFetcher(
      try StetFetchTests.fetcher(), gate: gate, clock: clock, deadline: clock.uptime + .seconds(15))
    _ = try await fetch(server.address("/a"), by: fetcher)
    _ = try await fetch(server.address("/a"), by: fetcher)
    #expect(try await failure(server.address("/a"), by: fetcher).code == .outOfTime)
    clock.advance(by: .seconds(60))
    #expect(try await failure(server.address("/a"), by: fetcher).code == .outOfTime)
    #expect(server.requests.count == 2)
    #expect(clock.waits == [.seconds(10)])
  }

  @Test("A transfer on its way ends with the run, and is told apart from one that is too slow")
  func deadlineOnTheWay() async throws {
    server.on("/a", .page(delay: .seconds(60)))
    let engine = try StetFetchTests.fetcher()
    let request = FetchRequest(try AddressParser.parse(server.address("/a")))
    let error = await #expect(throws: FetchError.self) {
      try await engine.fetch(request, deadline: .now + .milliseconds(200))
    }
    #expect(error?.code == .outOfTime)
  }

  @Test("A wait before another attempt is anything up to a length that doubles, and never over what is waited in all")
  func backoff() {
    let policy = RetryPolicy()
    #expect((1...8).map { policy.backoff(failed: $0, random: 1) } == [1, 2, 4, 8, 16, 30, 30, 30].map { .seconds($0) })
    #expect(policy.backoff(failed: 3, random: 0) == .zero)
    #expect(policy.backoff(failed: 1, random: 0.25) == .milliseconds(250))
  }
}
