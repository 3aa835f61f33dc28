import StetModel
import StetTestSupport
import Testing

/// What a run is told to do of all that is due.
@Suite struct RunChoiceTests {
  private let work: Workplace

  init() throws { work = try Workplace() }

  private func server(_ host: UInt16, pages: ClosedRange<Int>, robots: String = "") throws -> ScriptedServer {
    let server = try ScriptedServer(.host(host))
    server.on("/robots.txt", .page(headers: [("Content-Type", "text/plain")], text: robots))
    for index in pages { server.on("/\(index)", .page(text: ReviewPage(title: "Film \(host) \(index)").html)) }
    return server
  }

  private func site(_ name: String, _ server: ScriptedServer, _ pages: ClosedRange<Int>) -> String {
    "  - name: \(name)\n    delay: 0\n"
      + "    pages: [\(pages.map { server.address("/\($0)") }.joined(separator: ", "))]\n"
  }

  @Test("--only asks no other site: by name in any case, by host with its port, and several of them")
  func only() throws {
    let servers = try (0..<3).map { try server(0x4100 + UInt16($0), pages: 1...1) }
    try work.folder.write(
      "stet.yaml", "sites:\n" + zip(["Reel One", "Two", "Three"], servers).map { site($0, $1, 1...1) }.joined())
    #expect(try work.stet("run", "--json", "--only", "reel one").jsonLines().count == 1)
    #expect(servers.map { $0.requests.isEmpty } == [false, true, true])
    let host = servers[2].origin.replacing("http://", with: "")
    #expect(try work.stet("run", "--json", "--only", host, "--only", "Reel One").jsonLines().count == 1)
    #expect(servers.map { $0.requests.isEmpty } == [false, true, false])
    let unknown = try work.stet("run", "--only", "Reel Won")
    #expect(unknown.exitCode == 78)
    #expect(unknown.errorOutput.contains("Known are: 'Reel One', 'Two', 'Three'"), "\(unknown.errorOutput)")
  }

  @Test("--max-pages counts what is asked for: pages that robots.txt refuses use up none of it, run after run")
  func maximumPages() throws {
    let closed = try server(0x4110, pages: 1...4, robots: "User-agent: *\nDisallow: /\n")
    let open = try server(0x4111, pages: 1...5)
    try work.folder.write("stet.yaml", "sites:\n" + site("Closed", closed, 1...4) + site("Open", open, 1...5))
    var pages: [JSONValue] = []
    for round in 1...3 {
      let run = try work.stet("run", "--json", "--max-pages", "2")
      #expect(try run.jsonLines().count == (round < 3 ? 2 : 1), "round \(round)")
      pages += try run.jsonLines()
    }
    #expect(pages.map { $0["outcome"] } == Array(repeating: "new", count: 5))
    #expect(Set(pages.compactMap { $0["page"]?.string }).count == 5)
    #expect(closed.requests.map(\.path) == ["/robots.txt"])
    let reports = try work.folder.files().filter { $0.hasPrefix("Archive/state/runs/") }.sorted()
      .map { try JSONParser.parse(try work.folder.read($0)) }
    #expect(reports.map { $0["stopped"] } == ["max-pages", "max-pages", nil])
  }

  @Test("--since leaves older pages of a feed waiting, in the run and in --dry-run; without it they come")
  func since() throws {
    let server = try server(0x4120, pages: 1...3)
    let dates = ["Tue, 05 May 2020 10:00:00 GMT", "Sat, 01 Nov 2025 10:00:00 GMT", nil]
    let items = zip(1...3, dates).map { index, date in
      "<item><link>\(server.address("/\(index)"))</link>\(date.map { "<pubDate>\($0)</pubDate>" } ?? "")</item>"
    }
    server.on(
      "/feed",
      .page(
        headers: [("Content-Type", "application/rss+xml")],
        text: "<rss version=\"2.0\"><channel>\(items.joined())</channel></rss>"))
    try work.folder.write("stet.yaml", "sites:\n  - feeds: [\(server.address("/feed"))]\n    delay: 0\n")
    // A page without a date may be new.
    let first = try work.stet("run", "--json", "--since", "2025-11")
    #expect(
      try Set(first.jsonLines().compactMap { $0["page"]?.string }) == [server.address("/2"), server.address("/3")])
    #expect(try work.stet("run", "--dry-run", "--json", "--since", "2025-11").jsonLines().isEmpty)
    #expect(
      try work.stet("run", "--dry-run", "--json").jsonLines().compactMap { $0["address"]?.string }
        == [server.address("/1")])
    #expect(try work.stet("run", "--json").jsonLines().map { $0["page"]?.string } == [server.address("/1")])
    #expect(try work.stet("run", "--since", "last week").exitCode == 64)
  }
}
