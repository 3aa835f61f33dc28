import StetDiscover
import StetKit
import StetModel
import StetYAML
import Testing

@Suite("Watchlist")
struct WatchlistTests {
  private static let full = """
    archive: Archive
    agent: "stet (+mailto:you@example.org)"
    sites:
      - name: Example Reviews
        url: https://www.example.org/
        hosts: [Blog.example.net]
        feeds: [https://example.org/feed.xml, "https://example.org/atom"]
        sitemap: auto
        listings: [https://example.org/reviews/]
        listing-selector: "main h2 > a"
        pages: https://example.org/about/
        include: ["/20??/**"]
        exclude: ["/tag/**"]
        recheck: 7d
        profile: profiles/example.yaml
        headers-file: /etc/stet/example.headers
        robots: ignore
        delay: 2.5s
    notify: { command: "mail me", webhook: https://hooks.example/x, webhook-secret-file: hook.key, atom: changes.atom }
    """

  @Test("Every key is read; paths are relative to the file's folder")
  func everyKey() throws {
    let list = try Watchlist.read(yaml: Self.full, path: "/srv/reviews/stet.yaml")
    #expect(list.archive == "/srv/reviews/Archive")
    #expect(list.agent == "stet (+mailto:you@example.org)")
    let site = try #require(list.sites.first)
    #expect(site.name == "Example Reviews")
    #expect(site.home?.description == "https://www.example.org/")
    #expect(site.hosts == ["www.example.org", "example.org", "blog.example.net"])
    #expect(site.sitemap == .auto)
    #expect(
      site.feeds == .listed(["https://example.org/feed.xml", "https://example.org/atom"].compactMap(PageAddress.init)))
    #expect(site.listings.map(\.description) == ["https://example.org/reviews/"])
    #expect(site.listingSelector?.text == "main h2 > a")
    #expect(site.pages.map(\.description) == ["https://example.org/about/"])
    #expect(site.include.map(\.description) == ["/20??/**"])
    #expect(site.exclude.map(\.description) == ["/tag/**"])
    #expect(site.recheck == .every(seconds: 7 * 86_400))
    #expect(site.profile == "/srv/reviews/profiles/example.yaml")
    #expect(site.headersFile == "/etc/stet/example.headers")
    #expect(!site.obeysRobots)
    #expect(site.delay == .milliseconds(2500))
    #expect(list.notify.command == "mail me")
    #expect(list.notify.webhook?.description == "https://hooks.example/x")
    #expect(list.notify.webhookSecretFile == "/srv/reviews/hook.key")
    #expect(list.notify.atom == "/srv/reviews/changes.atom")
  }

  @Test("A site with an address alone is looked through by its feeds and sitemaps, and is called by its host")
  func bareSite() throws {
    let list = try Watchlist.read(yaml: "sites:\n  - url: http://example.org:8080/a/\n", path: "stet.yaml")
    let site = try #require(list.sites.first)
    #expect(site.name == "example.org:8080")
    #expect(site.feeds == .auto)
    #expect(site.sitemap == .auto)
    #expect(site.recheck == .adaptive)
    #expect(site.obeysRobots)
    #expect(list.archive == nil)
  }

  @Test("A site that names its pages is not searched for others")
  func pagesOnly() throws {
    let list = try Watchlist.read(yaml: "sites:\n  - pages: [https://example.org/a]\n", path: "stet.yaml")
    let site = try #require(list.sites.first)
    #expect(site.feeds == .none)
    #expect(site.sitemap == .none)
    #expect(site.home?.description == "https://example.org/")
  }

  /// One wrong key or value each, in an otherwise good file; the place, and words of the message.
  @Test(
    "What is wrong is said with line, column, the key and what to write",
    arguments: [
      ("arhcive: A\nsites:\n  - url: https://a.example/", "1:1", "no key 'arhcive'. Did you mean 'archive'?"),
      ("sites:\n  - url: https://a.example/\n    sitmap: auto", "3:5", "no key 'sitmap'. Did you mean 'sitemap'?"),
      ("sites:\n  - url: https://a.example/\n    listing: x", "3:5", "Did you mean 'listings'?"),
      ("sites:\n  - url: https://a.example/\n    header-file: x", "3:5", "Did you mean 'headers-file'?"),
      ("sites:\n  - url: https://a.example/\nnotify: { comand: x }", "3:11", "Did you mean 'command'?"),
      ("sites:\n  - url: ftp://a.example/", "2:10", "'url' should be an http or https address, not 'ftp://a.example/'"),
      ("sites:\n  - url: [https://a.example/, b]", "2:10", "'url' should be a text"),
      ("sites:\n  - url: https://a.example/\n    feeds: yes please", "3:12", "'auto' or 'none'"),
      ("sites:\n  - url: https://a.example/\n    feeds: [auto]", "3:13", "not 'auto'"),
      ("sites:\n  - url: https://a.example/\n    listings: [1]", "3:16", "'listings' should be"),
      (
        "sites:\n  - listings: https://a.example/\n    listing-selector: \"main > [href\"", "3:23",
        "Cannot read the selector 'main > [href'"
      ),
      (
        "sites:\n  - listings: https://a.example/\n    listing-selector:", "3:22", "'listing-selector' should be a text"
      ),
      ("sites:\n  - url: https://a.example/\n    listing-selector: h2 a", "3:23", "and there are none"),
      ("sites:\n  - url: https://a.example/\n    include: ['!/x']", "3:15", "Put what is not wanted under 'exclude'"),
      ("sites:\n  - url: https://a.example/\n    recheck: weekly", "3:14", "Write for instance '7d'"),
      ("sites:\n  - url: https://a.example/\n    recheck: 3s", "3:14", "a minute or more"),
      ("sites:\n  - url: https://a.example/\n    robots: no", "3:13", "obey or ignore, not 'no'"),
      ("sites:\n  - url: https://a.example/\n    delay: -1", "3:12", "Write for instance '2s'"),
      ("sites:\n  - url: https://a.example/\n    profile: [a]", "3:14", "'profile' should be a text"),
      ("sites:\n  - name: A", "2:5", "it names no address"),
      ("sites:\n  - A", "2:5", "a site should be keys with values"),
      ("sites: https://a.example/", "1:8", "'sites' should be a list"),
      ("sites: []", "1:8", "'sites' should be a list"),
      ("sites:\narchive: A", "1:1", "it names no site"),
      ("archive: A", "1:1", "it names no site"),
      ("- a", "1:1", "stet.yaml should be keys with values"),
      ("sites:\n  - url: https://a.example/\n    url: https://b.example/", "2:5", "the same key stands twice: 'url'"),
      (
        "sites:\n  - url: https://a.example/\n  - url: https://a.example/b", "3:5",
        "another site 'a.example', in line 2"
      ),
      ("sites:\n  - url: https://a.example/\nnotify: { webhook: mailto:x }", "3:20", "'webhook' should be"),
      ("sites:\n  - url: https://a.example/\nnotify: { webhook-secret-file: x }", "3:9", "there is none"),
      ("agent: \"a\\nb\"\nsites:\n  - url: https://a.example/", "1:8", "control character"),
      ("sites: [", "2:1", "it is not YAML"),
    ])
  func faults(yaml: String, place: String, words: String) throws {
    let error = try #require(throws: WatchlistError.self) { try Watchlist.read(yaml: yaml, path: "conf/stet.yaml") }
    #expect(error.faults.count == 1, "\(error)")
    #expect(error.description.hasPrefix("Cannot use 'conf/stet.yaml:\(place)': "), "\(error)")
    #expect(error.description.contains(words), "\(error)")
  }

  @Test("All that is wrong is said at once, in the order of the file")
  func allAtOnce() throws {
    let yaml = """
      agnet: x
      sites:
        - url: nowhere
          recheck: often
        - nmae: B
          url: https://b.example/
      notfy: {}
      """
    let error = try #require(throws: WatchlistError.self) { try Watchlist.read(yaml: yaml, path: "stet.yaml") }
    #expect(error.faults.map(\.line) == [1, 3, 4, 5, 7])
    #expect(error.lines.count == 5)
  }

  @Test("Files that it names and that cannot be used are told at their place, with all the rest")
  func namedFiles() throws {
    let site = "  - url: https://a.example/\n    profile: no.yaml\n    headers-file: no.headers\n"
    let good = try Watchlist.read(yaml: "sites:\n\(site)", path: "nowhere/stet.yaml")
    let own = try #require(throws: WatchlistError.self) { try good.prepared(good.sites) }
    #expect(own.lines.map { $0.contains("Write it, or take the key out.") } == [true, true])
    #expect(own.lines.first?.hasPrefix("Cannot use 'nowhere/stet.yaml:3:14': the profile of 'a.example': ") == true)
    #expect(own.lines.last?.hasPrefix("Cannot use 'nowhere/stet.yaml:4:19': the headers of 'a.example': ") == true)
    let all = try #require(throws: WatchlistError.self) {
      try Watchlist.read(yaml: "sites:\n\(site)    recheck: often\nnotfy: {}\n", path: "nowhere/stet.yaml")
    }
    #expect(all.faults.map(\.line) == [3, 4, 5, 6])
  }

  @Test("Nesting without end is said in plain words")
  func nesting() throws {
    let yaml = "sites: " + String(repeating: "[", count: 100_000)
    let error = try #require(throws: WatchlistError.self) { try Watchlist.read(yaml: yaml, path: "stet.yaml") }
    #expect(error.description.contains("nested too deeply. Nest them less."), "\(error)")
  }

  @Test("An empty file is refused", arguments: ["", "# nothing\n", "~"])
  func empty(yaml: String) throws {
    let error = try #require(throws: WatchlistError.self) { try Watchlist.read(yaml: yaml, path: "stet.yaml") }
    #expect(error.description.hasPrefix("Cannot use 'stet.yaml': it is empty."))
  }

  @Test("Sites are chosen by name or host, whatever the case; one that is not there is an error")
  func only() throws {
    let yaml = "sites:\n  - { name: A, url: 'https://a.example/' }\n  - { name: B, url: 'https://b.example/' }"
    let list = try Watchlist.read(yaml: yaml, path: "stet.yaml")
    #expect(try list.sites(named: ["b"]).map(\.name) == ["B"])
    #expect(try list.sites(named: ["a.example", "B"]).map(\.name) == ["A", "B"])
    let error = try #require(throws: WatchlistError.self) { try list.sites(named: ["C"]) }
    #expect(error.description.contains("'C'"))
    #expect(error.description.contains("'A', 'B'"))
  }

  @Test("A page is watched on a host of the site, with or without www, as include and exclude say, or if it is named")
  func watches() throws {
    let list = try Watchlist.read(
      yaml: """
        sites:
          - url: https://example.org/
            pages: [https://example.org/tag/about, https://elsewhere.example/x]
            include: ["/20??/**", "/tag/**"]
            exclude: ["/tag/**", "/2012/private/*"]
        """, path: "stet.yaml")
    let site = try #require(list.sites.first)
    func watched(_ text: String) -> Bool { PageAddress(text).map(site.watches) ?? false }
    #expect(watched("https://www.example.org/2012/a"))
    #expect(watched("http://example.org/2012/a/b"))
    #expect(!watched("http://example.org/2012/"))
    #expect(watched("https://example.org/tag/about#top"))
    #expect(watched("https://elsewhere.example/x"))
    #expect(!watched("https://example.org/201/a"))
    #expect(!watched("https://example.org/tag/film"))
    #expect(!watched("https://example.org/2012/private/a"))
    #expect(watched("https://example.org/2012/private/a/b"))
    #expect(!watched("https://blog.example.org/2012/a"))
    #expect(!watched("https://example.org:8080/2012/a"))
  }
}
