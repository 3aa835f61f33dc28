import StetFetch
import StetModel
import StetTestSupport
import Testing

/// Files of others: the odd ones that crawler-commons tests with, and 4,231 that were found.
@Suite(.enabled(if: SharedSuite.archive != nil, "the shared suites are not there"))
struct RobotsSuiteTests {
  private let suite: SharedSuite

  init() throws { suite = try SharedSuite("robots") }

  private func trial(_ name: String) throws -> RobotsTrial { RobotsTrial(bytes: try suite.bytes("robots/\(name)")) }

  @Test("The RFC's own examples (5.1, 5.2, 2.2.1)")
  func examples() throws {
    let simple = try trial("rfc9309-example-simple-robots.txt")
    for (agent, path, isAllowed) in [
      ("foobot", "/example/page.html", true), ("foobot", "/example/allowed.gif", true), ("foobot", "/", false),
      ("bazbot", "/example/page.html", false), ("barbot", "/example/page.html", false), ("quxbot", "/", true),
      ("other", "/publications/x", true), ("other", "/x.gif", false), ("other", "/example/", false),
    ] {
      #expect(try simple.allows(path, agent: agent) == isAllowed, "\(agent) \(path)")
    }
    let longest = try trial("rfc9309-example-longest-match-robots.txt")
    #expect(try longest.allows("/example/page/", agent: "foobot"))
    #expect(try !longest.allows("/example/page/disallowed.gif", agent: "foobot"))
    let merging = try trial("rfc9309-example-rule-group-merging.txt")
    for path in ["/foo", "/bar", "/baz"] { #expect(try !merging.allows(path, agent: "examplebot")) }
  }

  @Test("Byte order marks of three kinds", arguments: ["utf8", "utf16le", "utf16be"])
  func byteOrderMarks(kind: String) throws {
    let trial = try trial("robots-with-\(kind)-bom.txt")
    #expect(try !trial.allows("/profile", agent: "foobot") || !trial.allows("/", agent: "foobot"))
  }

  @Test("A Crawl-delay or an unknown record parts no group (2.2.4)")
  func groupMerging() throws {
    let delays = try trial("crawl-delay-group-merging.txt")
    for agent in ["mybot", "yourbot"] {
      #expect(try !delays.allows("/private/", agent: agent))
    }
    #expect(try delays.verdict("/x", agent: "mybot").crawlDelay == .seconds(10))
    #expect(try delays.verdict("/x", agent: "other").crawlDelay == .seconds(30))
    let extensions = try trial("extensions-group-merging.txt")
    for agent in ["mybot", "yourbot"] { #expect(try !extensions.allows("/private/", agent: agent)) }
    #expect(try !extensions.allows("/x", agent: "other"))
    #expect(try extensions.allows("/llms.txt", agent: "other"))
  }

  @Test("Slips of authors: whitespace, missing colons, misspellings")
  func slips() throws {
    let errors = try trial("format-errors-robots.txt")
    #expect(try !errors.allows("/whitespace-before-colon/", agent: "bot1"))
    #expect(try !errors.allows("/no-colon/", agent: "bot1"))
    #expect(try !errors.allows("/no-colon-useragent/", agent: "bot2"))
    #expect(try errors.allows("/whitespace-before-colon", agent: "bot3"))
    #expect(try !errors.allows("/x", agent: "bot3"))
    let typos = try trial("directive-typos-robots.txt")
    #expect(try typos.allows("/desallow/", agent: "bot1"))
    #expect(try !typos.allows("/dissalow/", agent: "bot1"))
    #expect(try !typos.allows("/useragent/", agent: "bot2"))
  }

  @Test("Sitemaps: each once, relative ones of the file's own host")
  func sitemaps() throws {
    let file = try #require(PageAddress("https://www.example.com/robots.txt"))
    #expect(
      try trial("relative-sitemap-robots.txt").rules.sitemaps(in: file).map(\.description) == [
        "https://www.example.com/sitemap.xml"
      ])
    let sitemaps = try trial("sitemap-robots-dedup.txt").rules.sitemaps(in: file)
    #expect(!sitemaps.isEmpty && Set(sitemaps).count == sitemaps.count)
  }

  @Test("Files that were found are read, however odd: every fourth of 4,231, for the time that it takes")
  func realWorld() throws {
    let names = try suite.unpack("robots/real-world.tar.gz")
    #expect(names.count > 4000)
    let addresses = ["/", "/robots.txt", "/search?q=a/b", "/a/very/long/path/that/nobody/names.html"].compactMap {
      PageAddress("https://example.com\($0)")
    }
    var verdicts = 0
    for name in names.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
      let text = try suite.bytes(name)
      let rules = RobotsRules(text).ruleSet(for: ProductToken(agent: "stet"))
      for address in addresses {
        let verdict = rules.verdict(for: address)
        #expect(!address.path.hasPrefix("/robots.txt") || verdict.isAllowed)
        if case .rule(let line) = verdict.basis { #expect(!line.text.isEmpty && verdict.group != nil) }
        verdicts += 1
      }
    }
    #expect(verdicts > 4000)
  }
}
