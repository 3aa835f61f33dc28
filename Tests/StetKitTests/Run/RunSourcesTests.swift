import StetArchive
import StetFetch
import StetKit
import StetModel
import StetTestSupport
import Testing

@Suite struct RunSourcesTests {
  private let trial: RunTrial
  private let site = "https://reels.example"

  init() throws { trial = try RunTrial() }

  private func feed(_ paths: [String], modified: String? = nil) -> String {
    let items = paths.map { path in
      "<entry><id>\(site)\(path)</id><link href=\"\(site)\(path)?utm_source=feed\"/><title>Film \(path)</title>"
        + "<updated>\(modified ?? "2026-11-22T06:00:00Z")</updated></entry>"
    }
    return
      "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Reels</title>\(items.joined())</feed>"
  }

  private func offer(_ paths: [String]) {
    for path in paths { trial.web.on(site + path, review("Film \(path)")) }
  }

  @Test("A site with its address alone: feeds from the front page, sitemaps from robots.txt; each page is fetched once")
  func auto() async throws {
    trial.web.on(
      site + "/",
      "<html><head><link rel=alternate type='application/atom+xml' href='/feed'></head><body>x</body></html>")
    trial.web.on(site + "/feed", feed(["/a", "/b"]), type: "application/atom+xml")
    trial.web.setSitemaps([site + "/map.xml"])
    trial.web.on(
      site + "/map.xml",
      "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>\(site)/map1.xml</loc></sitemap>"
        + "</sitemapindex>", type: "text/xml")
    trial.web.on(
      site + "/map1.xml",
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>\(site)/b</loc></url>"
        + "<url><loc>\(site)/c</loc></url><url><loc>\(site)/tag/x</loc></url></urlset>", type: "text/xml")
    offer(["/a", "/b", "/c", "/tag/x"])
    let yaml = "sites:\n  - url: \(site)/\n    exclude: [/tag/**]\n"
    let first = try await trial.run(yaml)
    #expect(first.troubles.isEmpty)
    #expect(first.report.count(.new) == 3)
    #expect(first.report.sites[0].found == 3)
    #expect(first.report.sites[0].sources == 4)
    #expect(Set(trial.askedPaths) == ["/", "/feed", "/map.xml", "/map1.xml", "/a", "/b", "/c"])
    #expect(trial.askedPaths.count == 7)

    trial.web.forget()
    trial.pass(hours: 1)
    trial.web.on(site + "/feed", feed(["/d", "/a", "/b"]), type: "application/atom+xml")
    offer(["/d"])
    let second = try await trial.run(yaml)
    #expect(second.pages.map(\.kind) == [.new])
    #expect(trial.askedPaths == ["/feed", "/d"])
  }

  @Test(
    "A feed is asked with its validators, half an hour later at the earliest, and nothing is fetched while it stays")
  func conditional() async throws {
    let entries = feed(["/a"])
    trial.web.on(site + "/feed") { request, page in
      var page = page
      page.headers = [HeaderField(name: "ETag", value: "\"1\"")]
      if request.request.validators?.etag == "\"1\"" { page.status = 304 } else { page.body = Array(entries.utf8) }
      return .page(page)
    }
    offer(["/a"])
    let yaml = "sites:\n  - feeds: [\(site)/feed]\n"
    for _ in 0..<12 {
      _ = try await trial.run(yaml)
      trial.clock.advance(by: .seconds(600))
    }
    #expect(trial.askedPaths.filter { $0 == "/a" }.count == 1)
    #expect(trial.web.asked.filter { $0.address.hasSuffix("/feed") }.map(\.isConditional) == [false, true, true, true])
  }

  @Test("A page that its sitemap says has changed is due at once, and once")
  func lastmod() async throws {
    func map(_ day: String) -> String {
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>\(site)/a</loc><lastmod>\(day)</lastmod></url></urlset>"
    }
    offer(["/a"])
    trial.web.on(site + "/map.xml", map("2026-01-01"), type: "text/xml")
    let yaml = "sites:\n  - sitemap: [\(site)/map.xml]\n    recheck: 60d\n"
    _ = try await trial.run(yaml)
    trial.pass(days: 3)
    let day = trial.clock.now.description.prefix(10)
    trial.web.on(site + "/map.xml", map("\(day)T00:00:00Z"), type: "text/xml")
    trial.web.on(site + "/a", review("Film /a", "It has changed, as the map says it has."))
    trial.pass(days: 1)
    #expect(try await trial.run(yaml).pages.map(\.kind) == [.changed])
    trial.pass(days: 1)
    #expect(try await trial.run(yaml).pages.isEmpty)
  }

  @Test("A feed that cannot be read is told once; the pages that are known go on")
  func broken() async throws {
    trial.web.on(site + "/feed", "<html><body>We have moved</body></html>")
    offer(["/a"])
    let yaml = "sites:\n  - feeds: [\(site)/feed]\n    pages: [\(site)/a]\n"
    let first = try await trial.run(yaml)
    #expect(first.troubles.map(\.subject) == [site + "/feed"])
    #expect(first.report.count(.new) == 1)
    #expect(first.report.sites[0].failedSources == 1)
    trial.pass(hours: 5)
    #expect(try await trial.run(yaml).troubles.isEmpty)
  }

  @Test("--since leaves older new pages waiting; without it they come")
  func since() async throws {
    trial.web.on(site + "/feed", feed(["/a"], modified: "2020-05-01T00:00:00Z"))
    offer(["/a"])
    let yaml = "sites:\n  - feeds: [\(site)/feed]\n"
    let since = try #require(Timestamp("2021-01-01T00:00:00Z"))
    let first = try await trial.run(yaml, options: RunOptions(since: since))
    #expect(first.pages.isEmpty)
    #expect(first.report.sites[0].skipped == ["older than --since": 1])
    #expect(first.report.sites[0].waiting == 1)
    #expect(try await trial.run(yaml).report.count(.new) == 1)
  }

  @Test("A sitemap that gives all its pages the day on which it was written makes none of them due")
  func writtenToday() async throws {
    func map(_ day: String) -> String {
      let urls = (0..<12).map { "<url><loc>\(site)/\($0)</loc><lastmod>\(day)</lastmod></url>" }
      return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>\(urls.joined())</urlset>"
    }
    offer((0..<12).map { "/\($0)" })
    trial.web.on(site + "/map.xml", map("2026-01-01"), type: "text/xml")
    let yaml = "sites:\n  - sitemap: [\(site)/map.xml]\n    recheck: 60d\n"
    #expect(try await trial.run(yaml).report.count(.new) == 12)
    trial.pass(days: 3)
    trial.web.on(site + "/map.xml", map("\(trial.clock.now.description.prefix(10))T00:00:00Z"), type: "text/xml")
    trial.pass(days: 1)
    trial.web.forget()
    #expect(try await trial.run(yaml).pages.isEmpty)
    #expect(trial.askedPaths == ["/map.xml"])
  }

  @Test(
    "A front page that fails is tried again after an hour, two, four, as any other source; one that is well, after a day"
  )
  func failingFrontPage() async throws {
    trial.web.on(site + "/", "busy", status: 500)
    var hours: [Int] = []
    let yaml = "sites:\n  - url: \(site)/\n    sitemap: none\n    feeds: auto\n"
    for hour in 0..<40 {
      if hour == 10 { trial.web.on(site + "/", "<html><body><p>Welcome</p></body></html>") }
      trial.web.forget()
      _ = try await trial.run(yaml)
      if trial.askedPaths.contains("/") { hours.append(hour) }
      trial.pass(hours: 1)
    }
    #expect(hours == [0, 1, 3, 7, 15, 39])
  }
}
