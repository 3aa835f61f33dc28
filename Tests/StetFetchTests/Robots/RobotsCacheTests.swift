import StetFetch
import StetModel
import StetTestSupport
import Synchronization
import Testing

/// RFC 9309, 2.3.1 and 2.4: what is gone by when the file is there, missing, behind redirects, or cannot be had.
@Suite struct RobotsCacheTests {
  private let page = "https://reel.example/x"

  @Test("A file is asked for at the root of the same scheme, host and port, without user (2.3)")
  func address() async throws {
    let web = ScriptedRobots(.page(200, "User-agent: *\nDisallow: /x\n"))
    let cache = web.cache()
    for text in [
      "http://reel.example/x?y#z", "https://reel.example/x", "https://u:p@reel.example:8443/x", "http://[::1]:81/x/",
    ] {
      #expect(try await !cache.verdict(for: try #require(PageAddress(text))).isAllowed)
    }
    #expect(
      web.requests == [
        "http://reel.example/robots.txt", "https://reel.example/robots.txt", "https://reel.example:8443/robots.txt",
        "http://[::1]:81/robots.txt",
      ])
  }

  @Test("2xx: its rules hold (2.3.1.1)", arguments: [200, 203])
  func file(status: Int) async throws {
    let web = ScriptedRobots(.page(status, "User-agent: stet\nDisallow: /x\nCrawl-delay: 7\n"))
    let verdict = try await web.verdict(page)
    #expect(!verdict.isAllowed && verdict.crawlDelay == .seconds(7) && verdict.lastSeen == nil)
    #expect(verdict.basis == .rule(RobotsLine(text: "Disallow: /x", number: 2)))
  }

  @Test("4xx: no file, all is allowed (2.3.1.3)", arguments: [400, 401, 403, 404, 410, 451, 499])
  func noFile(status: Int) async throws {
    let verdict = try await ScriptedRobots(.page(status, "User-agent: *\nDisallow: /")).verdict(page)
    #expect(verdict.isAllowed && verdict.basis == .noFile(status: status))
  }

  @Test("5xx, 429 and what makes no sense: all is refused (2.3.1.4)", arguments: [500, 503, 599, 429, 206, 304, 300])
  func serverTrouble(status: Int) async throws {
    let verdict = try await ScriptedRobots(.page(status, "User-agent: *\nAllow: /")).verdict(page)
    #expect(!verdict.isAllowed && verdict.basis == .unreachable(.status(status)))
  }

  @Test(
    "No answer: all is refused (2.3.1.4)",
    arguments: [
      FetchError.Code.cannotConnect, .cannotResolve, .timeout, .tls, .truncated, .corrupt, .tooLarge, .addressForbidden,
      .protocolViolation,
    ])
  func networkTrouble(code: FetchError.Code) async throws {
    let verdict = try await ScriptedRobots(.error(code)).verdict(page)
    #expect(!verdict.isAllowed && verdict.basis == .unreachable(.fetch(code)))
  }

  @Test("The file at the end of five redirects holds, one behind more counts as missing (2.3.1.2)")
  func redirects() async throws {
    let rules = "User-agent: *\nDisallow: /\n"
    #expect(try await !ScriptedRobots(.page(200, rules, redirects: 5)).verdict(page).isAllowed)
    #expect(try await ScriptedRobots(.page(200, rules, redirects: 6)).verdict(page).basis == .tooManyRedirects)
    #expect(try await ScriptedRobots(.error(.redirectLoop)).verdict(page).isAllowed)
  }

  @Test("/robots.txt itself is allowed without a look at it")
  func robotsFile() async throws {
    let web = ScriptedRobots(.error(.cannotConnect))
    #expect(try await web.verdict("https://reel.example/robots.txt").basis == .robotsFile)
    #expect(web.requests.isEmpty)
  }

  @Test("An answer holds for a day, in this run and the next; then it is asked for again (2.4)")
  func day() async throws {
    let web = ScriptedRobots(.page(200, "User-agent: *\nDisallow: /x\n"))
    #expect(try await !web.verdict(page).isAllowed)
    web.pass(seconds: 86399)
    web.answer = .page(404, "")
    // Another cache, as of another run.
    web.forgetAllButTheFile()
    #expect(try await !web.verdict(page).isAllowed)
    #expect(web.requests.count == 1)
    web.pass(seconds: 1)
    #expect(try await web.verdict(page).basis == .noFile(status: 404))
    #expect(web.requests.count == 2)
    web.pass(seconds: 86399)
    web.answer = .error(.cannotConnect)
    #expect(try await web.verdict(page).isAllowed)
    // What was forgotten is no file to go by.
    web.pass(seconds: 1)
    #expect(try await !web.verdict(page).isAllowed)
  }

  @Test("While it cannot be had, the last copy holds for 30 days; then all is refused (2.3.1.4, 2.4)")
  func grace() async throws {
    let web = ScriptedRobots(.page(200, "User-agent: *\nDisallow: /x\n"))
    let start = web.now
    _ = try await web.verdict(page)
    web.answer = .page(503, "")
    for _ in 1...30 {
      web.pass(seconds: 86400)
      web.forgetAllButTheFile()
      let verdict = try await web.verdict("https://reel.example/y")
      #expect(verdict.isAllowed && verdict.basis == .noRule && verdict.lastSeen == start)
      #expect(try await !web.verdict(page).isAllowed)
    }
    web.pass(seconds: 86400)
    #expect(try await web.verdict("https://reel.example/y").basis == .unreachable(.status(503)))
    // And it holds again as soon as it is back.
    web.answer = .page(200, "User-agent: *\nDisallow: /y\n")
    web.pass(seconds: 86400)
    let verdict = try await web.verdict("https://reel.example/y")
    #expect(!verdict.isAllowed && verdict.lastSeen == nil)
  }

  @Test("A host in trouble is asked again after half an hour, not for every page")
  func retry() async throws {
    let web = ScriptedRobots(.error(.timeout))
    for _ in 1...5 { _ = try await web.verdict(page) }
    web.pass(seconds: 1799)
    _ = try await web.verdict(page)
    #expect(web.requests.count == 1)
    web.pass(seconds: 1)
    web.answer = .page(200, "")
    #expect(try await web.verdict(page).isAllowed)
  }

  @Test("An answer of the future is another clock's, and asked for again")
  func clockSetBack() async throws {
    let web = ScriptedRobots(.page(404, ""))
    _ = try await web.verdict(page)
    web.pass(seconds: -3600)
    _ = try await web.verdict(page)
    #expect(web.requests.count == 2)
  }

  @Test("However many wait, a host is asked once, and other hosts meanwhile")
  func shared() async throws {
    let web = ScriptedRobots(.page(200, "User-agent: *\nDisallow: /x\n"), waits: true)
    let cache = web.cache()
    let address = try #require(PageAddress(page))
    let other = try #require(PageAddress("https://other.example/x"))
    let verdicts = try await withThrowingTaskGroup(of: RobotsVerdict.self) { group in
      for _ in 0..<50 { group.addTask { try await cache.verdict(for: address) } }
      group.addTask { try await cache.verdict(for: other) }
      while web.waitingCount < 2 { await Task.yield() }
      web.release()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(verdicts.count == 51 && verdicts.allSatisfy { !$0.isAllowed })
    #expect(web.requests.sorted() == ["https://other.example/robots.txt", "https://reel.example/robots.txt"])
  }

  @Test("The request ends when nobody waits for it any more, and nothing is learned from that")
  func cancellation() async throws {
    let web = ScriptedRobots(.page(200, ""), waits: true)
    let cache = web.cache()
    let address = try #require(PageAddress(page))
    let tasks = (0..<3).map { _ in Task { try await cache.verdict(for: address) } }
    while web.waitingCount < 1 { await Task.yield() }
    for task in tasks { task.cancel() }
    for task in tasks {
      let error = await #expect(throws: FetchError.self) { try await task.value }
      #expect(error?.code == .cancelled)
    }
    #expect(web.states[HostKey(address)].robots.isEmpty)
    web.release()
    #expect(try await cache.verdict(for: address).isAllowed)
  }

  @Test("One who gives up does not take it away from the others")
  func oneCancelled() async throws {
    let web = ScriptedRobots(.page(200, ""), waits: true)
    let cache = web.cache()
    let address = try #require(PageAddress(page))
    let first = Task { try await cache.verdict(for: address) }
    while web.waitingCount < 1 { await Task.yield() }
    let second = Task { try await cache.verdict(for: address) }
    // Long enough for the second to have joined, as a rule; if not, the request is made anew.
    for _ in 0..<1000 { await Task.yield() }
    first.cancel()
    for _ in 0..<100 { await Task.yield() }
    web.release()
    #expect(try await second.value.isAllowed)
  }

  @Test("Sitemaps come from the file, also while it cannot be had")
  func sitemaps() async throws {
    let web = ScriptedRobots(.page(200, "Sitemap: https://cdn.example/s.xml\nSitemap: /t.xml\n"))
    let address = try #require(PageAddress(page))
    let expected = ["https://cdn.example/s.xml", "https://reel.example/t.xml"]
    #expect(try await web.cache().sitemaps(of: address).map(\.description) == expected)
    web.pass(seconds: 86400)
    web.answer = .page(500, "")
    #expect(try await web.cache().sitemaps(of: address).map(\.description) == expected)
    #expect(try await ScriptedRobots(.page(404, "Sitemap: /t.xml")).cache().sitemaps(of: address).isEmpty)
  }

  @Test("The copy that is kept is as long as what is read, and no longer")
  func longFile() async throws {
    let text = "User-agent: *\nDisallow: /x\n" + String(repeating: "# filler\n", count: 200_000)
    let web = ScriptedRobots(.page(200, text))
    #expect(try await !web.verdict(page).isAllowed)
    let copy = web.states[HostKey("reel.example")].robots["https"]?.copy
    #expect((500_000...512_000).contains(copy?.count ?? 0))
    web.forgetAllButTheFile()
    #expect(try await !web.verdict(page).isAllowed)
  }

  @Test("A request that is refused is not sent, and the error names the rule; the gate learns of the pause")
  func permission() async throws {
    let web = ScriptedRobots(.page(200, "User-agent: *\nDisallow: /x\nCrawl-delay: 30\n"))
    let gate = HostGate(delay: .seconds(1), clock: SimulatedClock())
    let allows = web.cache().permission(gate: gate, delay: .seconds(2))
    let error = await #expect(throws: FetchError.self) { try await allows(try #require(PageAddress(page)), .anywhere) }
    #expect(error?.code == .disallowed)
    #expect(error?.message.contains("'Disallow: /x' in line 2, under 'User-agent: *' in line 1") == true)
    let other = try #require(PageAddress("https://reel.example/y"))
    try await allows(other, .anywhere)
    try await gate.enter(HostKey(other))
    gate.leave(HostKey(other))
    #expect(gate.wait(for: HostKey(other)) == .seconds(30))
    web.answer = .page(200, "User-agent: *\nCrawl-delay: 0.5\n")
    web.pass(seconds: 86400)
    try await allows(other, .anywhere)
    #expect(gate.wait(for: HostKey(other)) == .seconds(2))
  }

  @Test(
    "A host that was not asked has said nothing: the error is passed on, and nothing is remembered",
    arguments: [FetchError.Code.postponed, .hostSetAside, .outOfTime, .noLibrary])
  func notAsked(code: FetchError.Code) async throws {
    let web = ScriptedRobots(.error(code))
    let error = await #expect(throws: FetchError.self) { try await web.verdict(page) }
    #expect(error?.code == code)
    #expect(web.states.hosts.allSatisfy { web.states[$0].robots.isEmpty })
  }

  @Test(
    "robots.txt is asked for as far as the page itself may be; what is out of reach is passed on, and not remembered")
  func reach() async throws {
    let web = ScriptedRobots(.error(.addressForbidden))
    let address = try #require(PageAddress(page))
    let error = await #expect(throws: FetchError.self) {
      try await web.cache().verdict(for: address, reach: .globalAnd(.global))
    }
    #expect(error?.code == .addressForbidden)
    #expect(web.states.hosts.allSatisfy { web.states[$0].robots.isEmpty })
    // Of one that the user named it is an answer: that nothing may be fetched.
    #expect(try await !web.cache().verdict(for: address).isAllowed)
    #expect(web.reaches == [.globalAnd(.global), .anywhere])
  }
}
