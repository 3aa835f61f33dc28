import Glibc
import StetModel
import StetTestSupport
import Testing

/// Listings, as a run meets them.
@Suite struct RunListingTests {
  private let work: Workplace

  init() throws {
    work = try Workplace()
    for index in 1...9 {
      work.server.on("/reviews/film-\(index)", .page(text: ReviewPage(title: "Film \(index)").html))
    }
  }

  /// A page of a listing with three reviews.
  private func listing(_ films: ClosedRange<Int>, next: String? = nil) -> ScriptedResponse {
    let cards = films.map { index in
      "<article class=card><h2><a href=\"/reviews/film-\(index)\">The Film of the Number \(index)</a></h2>"
        + "<p>What we thought of the film of the number \(index), in two lines or three.</p></article>"
    }
    let link = next.map { "<nav><a rel=next href=\"\($0)\">Older reviews</a></nav>" } ?? ""
    return .page(text: "<!DOCTYPE html><html><body><main>\(cards.joined())</main>\(link)</body></html>")
  }

  private func paths(_ requests: ArraySlice<RecordedRequest>) -> [String] {
    requests.map(\.target).filter { !$0.hasPrefix("/robots.txt") }
  }

  @Test(
    "A listing whose second page fails goes on there when that is tried again: no page of it is lost, none asked twice")
  func laterPageFails() throws {
    work.server.on("/list", listing(1...3, next: "/list/2"))
    work.server.on("/list/2", .page(500, text: "busy"))
    work.server.on("/list/3", listing(7...9))
    try work.folder.write(
      "stet.yaml", "sites:\n  - listings: [\(work.server.address("/list"))]\n    delay: 0\n    sitemap: none\n")
    let first = try work.stet("run", "--json")
    #expect(first.exitCode == 3)
    #expect(first.errorOutput.contains("'\(work.server.address("/list/2"))': the server answered 500"))
    #expect(try first.jsonLines().count == 3)
    let asked = work.server.requests.count
    work.server.on("/list/2", listing(4...6, next: "/list/3"))
    // An hour later.
    #expect(
      try work.shell(
        "sqlite3 Archive/state/run.sqlite \"UPDATE sources SET asked = asked - 3500 WHERE kind = 'listing page'\""
      )
      .exitCode == 0)
    let second = try work.stet("run", "--json")
    #expect(second.exitCode == 0, "\(second.errorOutput)")
    #expect(
      paths(work.server.requests[asked...])
        == [
          "/list/2", "/list/3", "/reviews/film-4", "/reviews/film-5", "/reviews/film-6", "/reviews/film-7",
          "/reviews/film-8", "/reviews/film-9",
        ])
    #expect(try second.jsonLines().map { $0["outcome"] } == Array(repeating: "new", count: 6))
    #expect(try work.stet("run", "--json").jsonLines().isEmpty)
  }

  @Test("A run that is stopped between two pages of a listing goes on at the second one")
  func stopped() throws {
    work.server.on("/list", listing(1...3, next: "/list/2"))
    let gate = Gate()
    let second = listing(4...6)
    work.server.on("/list/2") { _ in
      gate.pass()
      return second
    }
    try work.folder.write(
      "stet.yaml", "sites:\n  - listings: [\(work.server.address("/list"))]\n    delay: 0\n    sitemap: none\n")
    let run = try work.start("run", "--json")
    for _ in 0..<3000 where !work.server.requests.contains(where: { $0.path == "/list/2" }) { usleep(10_000) }
    run.kill()
    _ = run.wait()
    gate.open()
    let rest = try work.stet("run", "--json")
    #expect(try rest.jsonLines().count == 6)
    #expect(work.server.requests.filter { $0.path == "/list" }.count == 1)
  }

  @Test("A source at a host that is down does not keep the run from the site's other sources")
  func otherHosts() throws {
    work.server.on("/list", listing(1...3))
    let closed = try ClosedPort()
    try work.folder.write(
      "stet.yaml",
      "sites:\n  - feeds: [http://127.0.0.9:\(closed.number)/feed]\n    listings: [\(work.server.address("/list"))]\n"
        + "    delay: 0\n    sitemap: none\n    robots: ignore\n")
    let run = try work.stet("run", "--json")
    #expect(run.exitCode == 3)
    #expect(try run.jsonLines().count == 3)
  }

  @Test("listing-selector names the links; another one, or other patterns, read the same listing anew at once")
  func selector() throws {
    let rows = (1...4).map {
      "<tr><td><a href=\"/reviews/film-\($0)\">\($0)</a></td><td><a href=\"/by/\($0)\">Ida</a></td></tr>"
    }
    work.server.on(
      "/list",
      .page(headers: [("Content-Type", "text/html"), ("ETag", "\"1\"")], text: "<table>\(rows.joined())</table>"))
    work.server.on("/by/1", .page(text: ReviewPage(title: "Ida").html))
    func run(_ more: String) throws -> (outcome: ProcessOutcome, pages: [String]) {
      let asked = work.server.requests.count
      try work.folder.write(
        "stet.yaml",
        "sites:\n  - listings: [\(work.server.address("/list"))]\n    delay: 0\n    sitemap: none\n    robots: ignore\n\(more)"
      )
      let outcome = try work.stet("run")
      return (outcome, paths(work.server.requests[asked...]))
    }
    #expect(try run("    exclude: [/by/**]\n").pages.first == "/list")
    let cells = "    listing-selector: td:first-child a\n"
    #expect(
      try run(cells).pages == ["/list", "/reviews/film-1", "/reviews/film-2", "/reviews/film-3", "/reviews/film-4"])
    #expect(try run(cells).pages.isEmpty)
    #expect(try run("    listing-selector: tr:first-child a\n    exclude: [/reviews/**, /by/**]\n").pages == ["/list"])
    #expect(
      try run("    listing-selector: tr:first-child td + td\n    include: [/by/**]\n").pages == ["/list", "/by/1"])
    let nothing = try run("    listing-selector: article a\n")
    #expect(nothing.outcome.exitCode == 2)
    #expect(nothing.outcome.errorOutput.contains("the selector 'article a' selects no link in it."))
    let broken = try run("    listing-selector: \"td >\"\n")
    #expect(broken.outcome.exitCode == 78)
    #expect(broken.pages.isEmpty)
    #expect(
      broken.outcome.errorOutput.contains("Cannot use 'stet.yaml:6:23': Cannot read the selector 'td >'"),
      "\(broken.outcome.errorOutput)")
  }

  @Test("What an older stet remembers of sources, pages and troubles is taken over")
  func olderState() throws {
    work.server.on("/list", listing(1...3))
    work.server.on("/reviews/film-2", .page(404, text: "gone"))
    try work.folder.write(
      "stet.yaml",
      "sites:\n  - listings: [\(work.server.address("/list"))]\n    delay: 0\n    sitemap: none\n    robots: ignore\n")
    #expect(try work.stet("run").exitCode == 3)
    let older = try work.shell(
      "sqlite3 Archive/state/run.sqlite 'ALTER TABLE sources DROP COLUMN rules; PRAGMA user_version = 1; UPDATE waiting SET due = 0'"
    )
    #expect(older.exitCode == 0, "\(older.errorOutput)")
    let again = try work.stet("run", "--json")
    #expect(again.exitCode == 2)
    #expect(again.errorOutput == "")
    #expect(try again.jsonLines().map { $0["page"]?.string } == [work.server.address("/reviews/film-2")])
  }
}
