import StetDiscover
import StetGzip
import StetModel
import Testing

@Suite struct SitemapTests {
  private let place = address("https://reel.example/sitemap.xml")

  private func sitemap(_ text: String, hosts: Set<String> = []) throws -> Sitemap {
    try Sitemap.read(Array(text.utf8), at: place, hosts: hosts)
  }

  private func links(_ sitemap: Sitemap) -> [String] { sitemap.pages.map(\.address.description) }

  private func urlset(_ urls: String, namespaces: String = "") -> String {
    "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'\(namespaces)>\(urls)</urlset>"
  }

  @Test("Pages with the time of their last change, each once")
  func pages() throws {
    let sitemap = try sitemap(
      urlset(
        """
        <url><loc> https://reel.example/1?a=1&amp;b=2
        </loc><lastmod>2012-11-17</lastmod><changefreq>daily</changefreq><priority>0.8</priority></url>
        <url><loc><![CDATA[https://reel.example/2]]></loc><lastmod>never</lastmod></url>
        <url><loc>https://reel.example/2</loc></url>
        """))
    #expect(sitemap.format == .xml && links(sitemap) == ["https://reel.example/1?a=1&b=2", "https://reel.example/2"])
    #expect(sitemap.pages[0].modified?.description == "2012-11-17T00:00:00Z" && sitemap.pages[1].modified == nil)
    #expect(sitemap.pages.allSatisfy { $0.source == .sitemap } && !sitemap.isMended && !sitemap.isTruncated)
  }

  @Test("An index names sitemaps, not pages")
  func index() throws {
    let sitemap = try sitemap(
      """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <sitemap><loc>https://reel.example/a.xml.gz</loc><lastmod>2012-11-17T15:40:03Z</lastmod></sitemap>
      <sitemap><loc>https://reel.example/b.xml</loc></sitemap></sitemapindex>
      """)
    #expect(sitemap.pages.isEmpty)
    #expect(sitemap.sitemaps.map(\.address.path) == ["/a.xml.gz", "/b.xml"])
    #expect(sitemap.sitemaps[0].modified?.description == "2012-11-17T15:40:03Z" && sitemap.sitemaps[1].modified == nil)
  }

  @Test("Images, videos and other languages of a page are no pages; the title and date of news are the page's")
  func extensions() throws {
    let sitemap = try sitemap(
      urlset(
        """
        <url><loc>https://reel.example/1</loc>
        <image:image><image:loc>https://reel.example/1.jpg</image:loc><image:title>Still</image:title></image:image>
        <video:video><video:player_loc>https://reel.example/v</video:player_loc></video:video>
        <xhtml:link rel="alternate" hreflang="de" href="https://reel.example/de/1"/>
        <news:news><news:publication><news:name>Reel</news:name></news:publication>
        <news:publication_date>2012-11-17</news:publication_date><news:title>A &amp;amp; B</news:title></news:news></url>
        """,
        namespaces: """
           xmlns:image='http://www.google.com/schemas/sitemap-image/1.1' xmlns:xhtml='http://www.w3.org/1999/xhtml'
           xmlns:video='http://www.google.com/schemas/sitemap-video/1.1'
           xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'
          """))
    #expect(links(sitemap) == ["https://reel.example/1"])
    #expect(sitemap.pages[0].title == "A & B" && sitemap.pages[0].published?.description == "2012-11-17T00:00:00Z")
  }

  @Test(
    "The namespace may be missing, old, misspelled or have a prefix",
    arguments: [
      "<urlset><url><loc>/1</loc></url></urlset>",
      "<urlset xmlns='http://www.google.com/schemas/sitemap/0.84'><url><loc>/1</loc></url></urlset>",
      "<urlset xmlns='https://sitemaps.example/'><url><loc>/1</loc></url></urlset>",
      "<s:urlset xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:url><s:loc>/1</s:loc></s:url></s:urlset>",
      "<urlset><url><image:loc>/x.jpg</image:loc><loc>/1</loc></url></urlset>",
    ])
  func namespaces(text: String) throws { #expect(try links(sitemap(text)) == ["https://reel.example/1"]) }

  @Test("Other hosts are left out and counted, but for those that name the sitemap themselves")
  func hosts() throws {
    let text = urlset(
      "<url><loc>https://reel.example/1</loc></url><url><loc>https://other.example/2</loc></url>"
        + "<url><loc>http://reel.example/3</loc></url><url><loc>https://reel.example:8443/4</loc></url>")
    let own = try sitemap(text)
    #expect(links(own) == ["https://reel.example/1", "http://reel.example/3"] && own.foreignAddresses == 2)
    let both = try sitemap(text, hosts: ["other.example", "reel.example:8443"])
    #expect(both.pages.count == 4 && both.foreignAddresses == 0)
  }

  @Test("Addresses that are none are left out and counted")
  func invalid() throws {
    let long = "https://reel.example/" + String(repeating: "a", count: 2048)
    let sitemap = try sitemap(
      urlset(
        "<url><loc></loc></url><url><loc>mailto:a@b</loc></url><url/><url><loc>\(long)</loc></url><url><loc>/1</loc></url>"
      ))
    #expect(links(sitemap) == ["https://reel.example/1"] && sitemap.invalidAddresses == 4)
  }

  @Test("A sitemap of plain text, with a byte order mark, blank lines and any line ends")
  func text() throws {
    let sitemap = try sitemap("\u{FEFF}https://reel.example/1\r\n\r\n  https://reel.example/2\nnonsense\n")
    #expect(sitemap.format == .text && links(sitemap) == ["https://reel.example/1", "https://reel.example/2"])
    #expect(sitemap.invalidAddresses == 1)
  }

  @Test("A feed in the place of a sitemap")
  func feed() throws {
    let rss = "<rss><channel><item><link>/1</link><title>One</title></item></channel></rss>"
    let sitemap = try sitemap(rss)
    #expect(sitemap.format == .feed && links(sitemap) == ["https://reel.example/1"])
    #expect(sitemap.pages[0].source == .sitemap && sitemap.pages[0].title == "One")
    let json = try self.sitemap(
      "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"id\": \"1\", \"url\": \"/1\"}]}")
    #expect(links(json) == ["https://reel.example/1"])
  }

  @Test("Gzip is told by its first bytes, and a damaged file is an error")
  func gzip() throws {
    let bytes = try Gzip.compress(Array(urlset("<url><loc>/1</loc></url>").utf8))
    #expect(try links(Sitemap.read(bytes, at: place)) == ["https://reel.example/1"])
    #expect {
      try Sitemap.read(Array(bytes.prefix(30)), at: place)
    } throws: { ($0 as? DiscoveryError)?.code == .corrupt }
  }

  @Test("More than 50 MB, decompressed, are refused")
  func tooLarge() throws {
    let bomb = try Gzip.compress([UInt8](repeating: 0x20, count: 60 << 20))
    #expect {
      try Sitemap.read(bomb, at: place)
    } throws: { ($0 as? DiscoveryError)?.code == .tooLarge }
  }

  @Test("What follows 50,000 addresses is left out, and that is said")
  func cut() throws {
    let urls = (0...50_000).map { "<url><loc>/\($0)</loc></url>" }.joined()
    let sitemap = try sitemap(urlset(urls))
    #expect(sitemap.pages.count == 50_000 && sitemap.isCut)
    let lines = (0..<50_000).map { "https://reel.example/\($0)\n" }.joined()
    let whole = try self.sitemap(lines)
    #expect(whole.pages.count == 50_000 && !whole.isCut)
  }

  @Test("A sitemap that ends early gives what came whole, and says so")
  func truncated() throws {
    let sitemap = try sitemap("<urlset><url><loc>/1</loc></url><url><loc>/2</lo")
    #expect(links(sitemap).first == "https://reel.example/1" && sitemap.isTruncated && sitemap.isMended)
  }

  @Test("The same day of change on all pages is the day the sitemap was written")
  func oneDay() throws {
    func pages(_ day: (Int) -> Int) throws -> Sitemap {
      try sitemap(
        urlset((0..<10).map { "<url><loc>/\($0)</loc><lastmod>2012-11-1\(day($0))</lastmod></url>" }.joined()))
    }
    #expect(try pages { _ in 7 }.statesOneDay && !pages { $0 }.statesOneDay)
  }

  @Test(
    "What is no sitemap is an error",
    arguments: ["", "Not found\nhere", "<html><p>No", "{}", "<sitemaps/>", "<!-- -->"])
  func noSitemap(text: String) {
    #expect {
      try sitemap(text)
    } throws: { ($0 as? DiscoveryError)?.code == .notASitemap }
  }
}
