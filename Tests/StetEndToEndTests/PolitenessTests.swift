import Glibc
import StetModel
import StetTestSupport
import Testing

/// The manners of `stet run`, proved from what the servers saw.
@Suite struct PolitenessTests {
  private let work: Workplace

  init() throws { work = try Workplace() }

  /// A server with pages, whose robots.txt says this.
  private func host(_ number: UInt16, pages: Int, robots: String = "") throws -> ScriptedServer {
    let server = try ScriptedServer(.host(number))
    server.on("/robots.txt", .page(headers: [("Content-Type", "text/plain")], text: robots))
    for index in 0..<pages {
      server.on("/\(index)", .page(text: ReviewPage(title: "Film \(number)-\(index)").html, delay: .milliseconds(10)))
    }
    return server
  }

  @Test(
    "No host sees two requests at once, or sooner than its delay: redirects, robots.txt and feeds included, and over two runs back to back"
  )
  func delays() throws {
    let plain = try (0..<3).map { try host(0x3000 + UInt16($0), pages: 6) }
    let slow = try host(0x3010, pages: 3, robots: "User-agent: *\nCrawl-delay: 1\n")
    let feed = try host(0x3020, pages: 4)
    let items = (0..<4).map { "<item><link>\(feed.address("/\($0)"))</link></item>" }.joined()
    feed.on(
      "/feed",
      .page(
        headers: [("Content-Type", "application/rss+xml")],
        text: "<rss version=\"2.0\"><channel>\(items)</channel></rss>"))
    // Its pages are all at another host, which is asked for pages of its own at the same time.
    let moved = try host(0x3030, pages: 0)
    for index in 0..<3 { moved.on("/\(index)", .redirect(plain[0].address("/\(index)?from=elsewhere"))) }

    func site(_ server: ScriptedServer, _ pages: Int) -> String {
      "  - pages: [\((0..<pages).map { server.address("/\($0)") }.joined(separator: ", "))]\n    delay: 0.2\n"
    }
    let sites = plain.map { site($0, 6) } + [site(slow, 3), site(moved, 3)]
    try work.folder.write(
      "stet.yaml", "sites:\n\(sites.joined())  - feeds: \(feed.address("/feed"))\n    sitemap: none\n    delay: 0.2\n")

    // The first run is stopped on its way, so that the second one has to go on at the same hosts at once.
    let first = try work.stet("run", "--json", "--max-pages", "10")
    #expect(first.exitCode == 0, "\(first.errorOutput)")
    let second = try work.stet("run", "--json")
    #expect(second.exitCode == 0, "\(second.errorOutput)")

    let servers = plain + [slow, feed, moved]
    let requests = servers.flatMap(\.requests)
    let breaches = Politeness.breaches(in: requests) { origin in
      origin == slow.origin ? .seconds(1) : .milliseconds(200)
    }
    #expect(breaches.isEmpty, "\(breaches)")
    // Something was proved: every page was asked for once, each robots.txt once for both runs.
    #expect(try first.jsonLines().count == 10)
    #expect(try second.jsonLines().count == 18)
    #expect(requests.filter { $0.path == "/robots.txt" }.count == servers.count)
    #expect(plain[0].requests.filter { $0.target.hasSuffix("?from=elsewhere") }.count == 3)
    #expect(Set(requests.map { $0.origin + $0.target }).count == requests.count)
  }

  @Test("A run that follows one that was killed keeps the delay: before robots.txt, and at hosts that no file knows of")
  func killed() throws {
    let (server, other) = (try host(0x3070, pages: 3), try host(0x3071, pages: 2))
    let sites = [server, other].map { server in
      "  - pages: [\(server.address("/0")), \(server.address("/1"))]\n    url: \(server.address("/"))\n    delay: 1.5s\n"
    }
    try work.folder.write("stet.yaml", "sites:\n" + sites.joined())
    for path in ["/robots.txt", "/0"] {
      let run = try work.start("run")
      var isAsked = false
      for _ in 0..<3000 where !isAsked {
        isAsked = server.requests.contains { $0.path == path && $0.finished != nil }
        if !isAsked { usleep(5000) }
      }
      try #require(isAsked)
      run.kill()
      _ = run.wait()
    }
    let last = try work.stet("run", "--json")
    #expect(last.exitCode == 0, "\(last.errorOutput)")
    let requests = server.requests + other.requests
    #expect(Set(requests.map { $0.origin + $0.path }).count >= 6)
    let breaches = Politeness.breaches(in: requests) { _ in .milliseconds(1500) }
    #expect(breaches.isEmpty, "\(breaches)")
  }

  @Test(
    "What a host wants is known after kill -9, too: a Crawl-delay and a Retry-After that were heard a moment before")
  func wishesOutliveKilling() throws {
    let slow = try host(0x3080, pages: 3, robots: "User-agent: *\nCrawl-delay: 3\n")
    let busy = try host(0x3081, pages: 3)
    busy.on("/0", .page(503, headers: [("Retry-After", "3600")], text: "busy"))
    let sites = [slow, busy].map { server in
      "  - pages: [\(server.address("/0")), \(server.address("/1"))]\n    delay: 0.1\n"
    }
    try work.folder.write("stet.yaml", "sites:\n" + sites.joined())
    let run = try work.start("run", "--json")
    // The failure of the other host is not told before its site is done.
    try #require(run.waitForOutput { $0.contains(slow.address("/0")) && $0.contains(busy.address("/0")) })
    run.kill()
    _ = run.wait()
    let next = try work.stet("run", "--json")
    #expect(try next.jsonLines().map { $0["page"]?.string } == [slow.address("/1")])
    #expect(busy.requests.map(\.path) == ["/robots.txt", "/0"])
    #expect(slow.requests.map(\.path) == ["/robots.txt", "/0", "/1"])
    let breaches = Politeness.breaches(in: slow.requests) { _ in .seconds(3) }
    #expect(breaches.isEmpty, "\(breaches)")
  }

  @Test(
    "Runs and 'stet archive' keep the pause between each other, whichever comes first; a Crawl-delay that a run knows is kept by hand, too"
  )
  func byHand() throws {
    let slow = try host(0x3090, pages: 6, robots: "User-agent: *\nCrawl-delay: 2\n")
    let usual = try host(0x3091, pages: 6)
    try work.folder.write(
      "stet.yaml",
      "sites:\n  - name: First\n    pages: [\(slow.address("/0")), \(usual.address("/0"))]\n"
        + "  - name: Later\n    pages: [\(slow.address("/5")), \(usual.address("/5"))]\n")
    #expect(try work.stet("run", "--only", "First").exitCode == 0)
    let pages = [slow.address("/1"), usual.address("/1"), slow.address("/2"), usual.address("/2")]
    #expect(try work.shell("exec $STET archive --quiet \"$@\"", pages[0], pages[1], pages[2], pages[3]).exitCode == 0)
    #expect(try work.stet("run", "--only", "Later").exitCode == 0)
    #expect(try work.stet("archive", usual.address("/3")).exitCode == 0)
    #expect(try work.stet("archive", usual.address("/4")).exitCode == 0)
    #expect(slow.requests.map(\.path) == ["/robots.txt", "/0", "/1", "/2", "/5"])
    #expect(usual.requests.map(\.path) == ["/robots.txt", "/0", "/1", "/2", "/5", "/3", "/4"])
    let breaches = Politeness.breaches(in: slow.requests + usual.requests) {
      $0 == slow.origin ? .seconds(2) : .seconds(1)
    }
    #expect(breaches.isEmpty, "\(breaches)")
  }

  @Test(
    "A host that asked a run to be left alone is not asked by hand either; the message says until when, and one that asked 'archive' is left alone by the run"
  )
  func retryAfterByHand() throws {
    let (busy, other) = (try host(0x30A0, pages: 2), try host(0x30A1, pages: 2))
    for server in [busy, other] {
      server.on("/0", .page(429, headers: [("Retry-After", "7200")], text: "later"))
    }
    try work.folder.write(
      "stet.yaml",
      "sites:\n  - { name: Busy, delay: 0, pages: [\(busy.address("/0"))] }\n"
        + "  - { name: Other, delay: 0, pages: [\(other.address("/1"))] }\n")
    _ = try work.stet("run", "--only", "Busy")
    let asked = busy.requests.count
    let archive = try work.stet("archive", "--json", busy.address("/1"))
    #expect(archive.exitCode == 69)
    #expect(archive.saysOneLine)
    #expect(archive.errorOutput.contains("asked to be left alone until 20"), "\(archive.errorOutput)")
    #expect(try archive.jsonLines().map { $0["outcome"] } == ["failed"])
    #expect(busy.requests.count == asked)
    // Who was not asked is remembered as before, however often it is not asked.
    let known = try work.folder.text("Archive/state/hosts.jsonl")
    for _ in 0..<2 { #expect(try work.stet("archive", "--delay", "5", busy.address("/1")).exitCode == 69) }
    #expect(try work.folder.text("Archive/state/hosts.jsonl") == known)
    #expect(try work.stet("archive", "--delay", "0", other.address("/0")).exitCode == 69)
    #expect(try work.stet("run", "--json", "--only", "Other").jsonLines().isEmpty)
    #expect(other.requests.map(\.path) == ["/0"])
  }

  @Test("Retry-After is obeyed by the next run, too: until then the host is not asked at all")
  func retryAfter() throws {
    let busy = try host(0x3040, pages: 3)
    busy.on("/1", .page(503, headers: [("Retry-After", "3600")], text: "busy"))
    let other = try host(0x3041, pages: 1)
    let pages = (0..<3).map { busy.address("/\($0)") } + [other.address("/0")]
    try work.folder.write(
      "stet.yaml", "sites:\n" + pages.map { "  - name: \($0)\n    pages: [\($0)]\n    delay: 0\n" }.joined())
    let first = try work.stet("run", "--json")
    let asked = busy.requests.count
    #expect(busy.requests.filter { $0.path == "/1" }.count == 1)
    #expect(try first.jsonLines().contains { $0["page"]?.string == other.address("/0") })
    _ = try work.stet("run", "--json")
    #expect(busy.requests.count == asked)
    #expect(busy.requests.last?.path == "/1")
  }

  @Test(
    "What robots.txt does not allow is never requested, whatever the way to it: named, in a feed, by a redirect; where it cannot be had, nothing is",
    arguments: [
      (200, "User-agent: *\nDisallow: /private\n", true), (404, "", true), (403, "", true), (410, "", true),
      (200, "<!DOCTYPE html><h1>Welcome</h1>", true), (200, "", true), (500, "", false), (503, "", false),
      (429, "", false),
    ])
  func robots(status: Int, text: String, isOpen: Bool) throws {
    let server = try ScriptedServer(.host(0x3050))
    server.on("/robots.txt", .page(status, headers: [("Content-Type", "text/plain")], text: text))
    server.on("/film", .page(text: ReviewPage().html))
    server.on("/moved", .redirect("/private/moved"))
    server.onOthers { _ in .page(text: ReviewPage(title: "A Secret").html) }
    server.on(
      "/feed",
      .page(
        headers: [("Content-Type", "application/rss+xml")],
        text:
          "<rss version=\"2.0\"><channel><item><link>\(server.address("/private/feed"))</link></item></channel></rss>"))
    let pages = ["/film", "/private/named", "/moved"].map { server.address($0) }.joined(separator: ", ")
    try work.folder.write(
      "stet.yaml", "sites:\n  - pages: [\(pages)]\n    feeds: \(server.address("/feed"))\n    delay: 0\n")
    _ = try work.stet("run", "--deadline", "20s")
    let paths = Set(server.requests.map(\.path))
    #expect(paths.contains("/film") == isOpen, "\(paths)")
    if text.contains("Disallow") { #expect(!paths.contains { $0.hasPrefix("/private") }, "\(paths)") }
    if !isOpen { #expect(paths == ["/robots.txt"], "\(paths)") }
  }

  @Test(
    "A robots.txt that a server cannot send whole is none that can be read: nothing is fetched",
    arguments: Fault.all.filter { fault in
      guard case .fails(let code) = fault.fetched, fault.limit == .none else { return false }
      return ["truncated", "corrupt", "protocolViolation"].contains(code)
    }.enumerated().filter { $0.offset.isMultiple(of: 5) }.map(\.element))
  func brokenRobots(fault: Fault) throws {
    let (server, other) = (try ScriptedServer(.host(0x3060)), try host(0x3061, pages: 1))
    server.on([fault])
    server.on("/film", .page(text: ReviewPage().html))
    server.on("/robots.txt", .redirect(fault.path))
    try work.folder.write(
      "stet.yaml",
      "sites:\n  - pages: [\(server.address("/film"))]\n    delay: 0\n  - pages: [\(other.address("/0"))]\n    delay: 0\n"
    )
    _ = try work.stet("run")
    #expect(!server.requests.contains { $0.path == "/film" })
    #expect(other.requests.contains { $0.path == "/0" })
  }
}
