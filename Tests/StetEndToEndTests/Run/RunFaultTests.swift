import Glibc
import StetModel
import StetTestSupport
import Testing

/// Runs over sites that misbehave in every way there is, and one that does not.
@Suite struct RunFaultTests {
  private let work: Workplace
  private let good: ScriptedServer

  init() throws {
    work = try Workplace()
    good = try ScriptedServer(.host(0x1F00))
    for index in 1...3 { good.on("/\(index)", .page(text: ReviewPage(title: "Good \(index)").html)) }
    good.on("/feed", Self.feed(good, ["/1", "/2", "/3"]))
  }

  /// Those that end by themselves, or by a limit that a run has.
  private static let faults = Fault.all.filter { $0.limit == .none }
  /// Those that take for ever.
  private static let endless = Fault.all.filter { fault in
    // Redirects come to an end.
    [.stall, .deadline].contains(fault.limit) && !fault.name.hasPrefix("redirects slowly")
  }

  private static func feed(_ server: ScriptedServer, _ paths: [String]) -> ScriptedResponse {
    let items = paths.map { "<item><link>\(server.address($0))</link></item>" }
    return .page(
      headers: [("Content-Type", "application/rss+xml")],
      text: "<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>")
  }

  /// A site for each fault, with these keys, and the good one.
  private func watch(_ servers: [ScriptedServer], _ keys: (Int) -> String) throws {
    let sites = servers.indices.map { "  - { name: site-\($0), delay: 0, \(keys($0)) }\n" }
    try work.folder.write(
      "stet.yaml",
      "sites:\n\(sites.joined())  - { name: good, delay: 0, sitemap: none, feeds: ['\(good.address("/feed"))'] }\n")
  }

  /// The reports of sites, by name.
  private func sites() throws -> [String: JSONValue] {
    let name = try #require(work.folder.files().last { $0.hasPrefix("Archive/state/runs/") })
    let report = try JSONParser.parse(try work.folder.read(name))
    var sites: [String: JSONValue] = [:]
    for site in report["sites"]?.array ?? [] { sites[site["name"]?.string ?? ""] = site }
    return sites
  }

  private func number(_ key: String, _ site: JSONValue?) -> Int { site?[key]?.integer ?? 0 }

  /// A run that is watched: its memory at most.
  private func run(_ arguments: String...) throws -> (outcome: ProcessOutcome, memory: Int) {
    let run = try RunningProcess(
      try #require(StetBinary.path), ["run"] + arguments, environment: Workplace.environment,
      workingDirectory: work.folder.path)
    var memory = 0
    let end = ContinuousClock.now + .seconds(300)
    while ContinuousClock.now < end, let peak = run.peakMemory, peak > 0 {
      memory = max(memory, peak)
      usleep(20_000)
    }
    return (run.wait(timeout: .seconds(5)), memory)
  }

  @Test("Pages: each has the right outcome in the report, the good site is stored, and the run stays small")
  func pages() throws {
    let servers = try Self.faults.indices.map { try ScriptedServer(.host(UInt16(0x1000 + $0))) }
    // Optimised, they would be gone, and closed, after their last mention.
    defer { withExtendedLifetime(servers) {} }
    for (fault, server) in zip(Self.faults, servers) { server.on([fault]) }
    try watch(servers) { "pages: ['\(servers[$0].address(Self.faults[$0].path))']" }
    let (outcome, memory) = try run()
    #expect(outcome.exitCode == 3, "\(outcome.ending) \(outcome.errorOutput.suffix(5000))")
    let sites = try sites()
    for (index, fault) in Self.faults.enumerated() {
      let site = sites["site-\(index)"]
      let counts = ["new", "quarantined", "failed"].map { number($0, site) }
      let isRight =
        switch fault.exit {
        case 0: counts == [1, 0, 0]
        case 65: counts == [0, 1, 0] || counts == [0, 0, 1]
        default: counts == [0, 0, 1]
        }
      #expect(isRight, "\(fault): \(counts) \(site.map { "\($0)" } ?? "")")
    }
    #expect(number("new", sites["good"]) == 3)
    // 64 bodies of at most 16 MiB may be on their way at once; what the servers have to give is gigabytes.
    #expect(memory > 0 && memory < 1200 << 20, "\(memory >> 20) MiB")
    let verify = try work.stet("verify")
    #expect(verify.exitCode == 0, "\(verify.output.suffix(3000))")
  }

  @Test("robots.txt: what cannot be had forbids its site and no other; what can be had, however odd, is read")
  func robots() throws {
    let servers = try Self.faults.indices.map { try ScriptedServer(.host(UInt16(0x1200 + $0))) }
    defer { withExtendedLifetime(servers) {} }
    for (fault, server) in zip(Self.faults, servers) {
      server.on("/robots.txt", fault)
      server.on("/film", .page(text: ReviewPage(title: "Film of \(fault.path)").html))
    }
    try watch(servers) { "pages: ['\(servers[$0].address("/film"))']" }
    let (outcome, memory) = try run()
    #expect(outcome.exitCode == 3, "\(outcome.ending) \(outcome.errorOutput.suffix(5000))")
    let sites = try sites()
    for (index, fault) in Self.faults.enumerated() {
      let isOpen =
        switch fault.fetched {
        case .whole: true
        // RFC 9309, 2.3.1.2: more redirects than anybody follows are as no file.
        case .fails(let code): code == "redirectLoop"
        case .page(let status):
          (200..<300).contains(status) && status != 206 || (400..<500).contains(status) && status != 429
        }
      let site = sites["site-\(index)"]
      #expect(number("new", site) == (isOpen ? 1 : 0), "\(fault): \(site.map { "\($0)" } ?? "")")
      #expect(servers[index].requests.contains { $0.path == "/film" } == isOpen, "\(fault)")
    }
    #expect(number("new", sites["good"]) == 3)
    #expect(memory > 0 && memory < 1200 << 20, "\(memory >> 20) MiB")
  }

  @Test("Feeds: one that cannot be had or read is a failure of its site, whose named pages are stored all the same")
  func feeds() throws {
    let servers = try Self.faults.indices.map { try ScriptedServer(.host(UInt16(0x1400 + $0))) }
    defer { withExtendedLifetime(servers) {} }
    for (fault, server) in zip(Self.faults, servers) {
      server.on("/feed", fault)
      server.on("/film", .page(text: ReviewPage(title: "Film of \(fault.path)").html))
    }
    try watch(servers) {
      "sitemap: none, feeds: ['\(servers[$0].address("/feed"))'], pages: ['\(servers[$0].address("/film"))']"
    }
    let (outcome, memory) = try run()
    #expect(outcome.exitCode == 3, "\(outcome.ending) \(outcome.errorOutput.suffix(5000))")
    let sites = try sites()
    for (index, fault) in Self.faults.enumerated() {
      let site = sites["site-\(index)"]
      // No row is a feed; a 304 that nobody asked for brings nothing to read either, and nothing new.
      #expect(
        number("failedSources", site) == (fault.fetched == .page(304) ? 0 : 1),
        "\(fault): \(site.map { "\($0)" } ?? "")")
      // A host that asked to be left alone is.
      let isLeft = [.page(429), .page(503)].contains(fault.fetched)
      #expect(number("new", site) == (isLeft ? 0 : 1), "\(fault): \(site.map { "\($0)" } ?? "")")
    }
    #expect(number("new", sites["good"]) == 3)
    #expect(memory > 0 && memory < 1200 << 20, "\(memory >> 20) MiB")
  }

  @Test("Pages, robots.txt and feeds that take for ever hold up nobody else, and the deadline ends them; they stay due")
  func endless() throws {
    let count = Self.endless.count
    let servers = try (0..<3 * count).map { try ScriptedServer(.host(UInt16(0x1600 + $0))) }
    defer { withExtendedLifetime(servers) {} }
    let places = [Self.endless[0].path, "/robots.txt", "/feed"]
    for (index, server) in servers.enumerated() {
      let fault = Self.endless[index % count]
      server.on(index < count ? fault.path : places[index / count], fault)
      server.on("/film", .page(text: ReviewPage(title: "Film \(index)").html))
    }
    try watch(servers) { index in
      switch index / count {
      case 0: "pages: ['\(servers[index].address(Self.endless[index % count].path))']"
      case 1: "pages: ['\(servers[index].address("/film"))']"
      default:
        "sitemap: none, feeds: ['\(servers[index].address("/feed"))'], pages: ['\(servers[index].address("/film"))']"
      }
    }
    let (outcome, _) = try run("--deadline", "5s", "--json")
    #expect(outcome.exitCode == 0, "\(outcome.ending) \(outcome.errorOutput.suffix(5000))")
    let sites = try sites()
    #expect(number("new", sites["good"]) == 3)
    for index in servers.indices {
      let site = sites["site-\(index)"]
      #expect(number("new", site) + number("failed", site) == 0, "\(index): \(site.map { "\($0)" } ?? "")")
      #expect(number("waiting", site) == 1, "\(index): \(site.map { "\($0)" } ?? "")")
    }
    #expect(try outcome.jsonLines().count == 3)
  }

  @Test("A feed or sitemap that a site names in a private network is not asked, and told; the rest of the site goes on")
  func otherNetworks() throws {
    let server = try ScriptedServer(.host(0x1F01))
    server.on(
      "/robots.txt",
      .page(headers: [("Content-Type", "text/plain")], text: "Sitemap: http://10.255.255.1/sitemap.xml\n"))
    server.on(
      "/",
      .page(
        text: "<html><head><link rel=alternate type='application/rss+xml' href='http://169.254.169.254/feed'></head>"
          + "<body><p>Welcome</p></body></html>"))
    server.on("/list", .page(text: (1...3).map { "<h2><a href='/\($0)'>Film \($0)</a></h2>" }.joined()))
    for index in 1...3 { server.on("/\(index)", .page(text: ReviewPage(title: "Film \(index)").html)) }
    try work.folder.write(
      "stet.yaml",
      "sites:\n  - { url: '\(server.address("/"))', feeds: auto, sitemap: auto, delay: 0,\n"
        + "      listings: ['\(server.address("/list"))'], listing-selector: h2 a }\n")
    let run = try work.stet("run", "--json")
    #expect(run.exitCode == 3)
    for address in [
      "'http://169.254.169.254/feed': a link that leads into the link-local network",
      "'http://10.255.255.1/sitemap.xml': a link that leads into the private network",
    ] {
      #expect(run.errorOutput.contains(address), "\(run.errorOutput)")
    }
    #expect(try run.jsonLines().map { $0["outcome"] } == ["new", "new", "new"])
  }
}
