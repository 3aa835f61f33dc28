internal import StetGzip
internal import StetModel

/// The feed, sitemap, listing and front page of a simulated site at a moment.
struct SiteLists {
  private let site: SimulatedSite
  private let pages: [SimulatedPage]
  private let moment: Timestamp

  init(_ site: SimulatedSite, at moment: Timestamp) {
    self.site = site
    self.moment = moment
    pages = site.present(at: moment)
  }

  /// What a path answers; nil when there is nothing.
  func answer(_ path: String) -> SimulatedAnswer? {
    if path == "/" { return tagged(SimulatedAnswer(200, html: home)) }
    switch (site.source, path) {
    case (.rss, "/feed.xml"): return file("application/rss+xml", rss)
    case (.atom, "/atom.xml"): return file("application/atom+xml", atom)
    case (.rdf, "/index.rdf"): return file("application/rdf+xml", rdf)
    case (.jsonFeed, "/feed.json"): return file("application/feed+json", jsonFeed)
    case (.sitemap, "/sitemap.xml"): return file("application/xml", sitemap(pages))
    case (.sitemapIndex, "/sitemap.xml"): return file("application/xml", sitemapIndex)
    case (.sitemapIndex, "/sitemap-0.xml.gz"): return zipped(sitemap(pages.filter { !isRecent($0) }))
    case (.sitemapIndex, "/sitemap-1.xml.gz"): return zipped(sitemap(pages.filter(isRecent)))
    case (.textSitemap, "/sitemap.txt"):
      return file("text/plain", pages.map { "\(address($0))\n" }.joined())
    case (.listing, _) where path.hasPrefix("/reviews/"): return listing(path)
    default: return nil
    }
  }

  private func address(_ page: SimulatedPage) -> String { site.origin + page.path }

  private var recent: ArraySlice<SimulatedPage> { pages.prefix(SimulatedSite.feedLength) }

  private func isRecent(_ page: SimulatedPage) -> Bool { page.published.later(7 * 86400) > moment }

  private func changed(_ page: SimulatedPage) -> Timestamp { page.edits.last { $0 <= moment } ?? page.published }

  private func file(_ type: String, _ text: String) -> SimulatedAnswer {
    tagged(SimulatedAnswer(200, type, Array(text.utf8)))
  }

  private func zipped(_ text: String) -> SimulatedAnswer? {
    (try? Gzip.compress(Array(text.utf8))).map { tagged(SimulatedAnswer(200, "application/x-gzip", $0)) }
  }

  /// With an ETag that changes with the bytes (FNV-1a).
  private func tagged(_ answer: SimulatedAnswer) -> SimulatedAnswer {
    let hash = answer.body.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var answer = answer
    answer.headers.append(("ETag", "\"\(String(hash, radix: 36))\""))
    return answer
  }

  // MARK: Feeds

  private var rss: String {
    let items = recent.map {
      "<item><title>\($0.title)</title><link>\(address($0))</link><guid>\(address($0))</guid>"
        + "<pubDate>\($0.published.httpDate)</pubDate></item>"
    }
    return
      "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>\(site.name)</title><link>\(site.origin)/</link>"
      + "<description>Films</description>\(items.joined())</channel></rss>"
  }

  private var atom: String {
    let entries = recent.map {
      "<entry><title>\($0.title)</title><id>\(address($0))</id><link href=\"\($0.path)\"/>"
        + "<published>\($0.published)</published><updated>\(changed($0))</updated></entry>"
    }
    return "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>\(site.name)</title>"
      + "<id>\(site.origin)/</id><updated>\(recent.first?.published ?? moment)</updated>\(entries.joined())</feed>"
  }

  private var rdf: String {
    let items = recent.map {
      "<item rdf:about=\"\(address($0))\"><title>\($0.title)</title><link>\(address($0))</link>"
        + "<dc:date>\($0.published)</dc:date></item>"
    }
    return "<?xml version=\"1.0\"?><rdf:RDF xmlns=\"http://purl.org/rss/1.0/\" "
      + "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      + "<channel rdf:about=\"\(site.origin)/\"><title>\(site.name)</title><link>\(site.origin)/</link></channel>"
      + "\(items.joined())</rdf:RDF>"
  }

  private var jsonFeed: String {
    let items = recent.map {
      "{\"id\":\"\(address($0))\",\"url\":\"\(address($0))\",\"title\":\"\($0.title)\",\"date_published\":\"\($0.published)\"}"
    }
    return
      "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"\(site.name)\",\"items\":[\(items.joined(separator: ","))]}"
  }

  // MARK: Sitemaps

  private func sitemap(_ pages: [SimulatedPage]) -> String {
    let entries = pages.map { "<url><loc>\(address($0))</loc><lastmod>\(changed($0))</lastmod></url>" }
    return "<?xml version=\"1.0\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
      + "\(entries.joined())</urlset>"
  }

  private var sitemapIndex: String {
    let maps = (0...1).map { "<sitemap><loc>\(site.origin)/sitemap-\($0).xml.gz</loc></sitemap>" }
    return "<?xml version=\"1.0\"?><sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
      + "\(maps.joined())</sitemapindex>"
  }

  // MARK: Pages for people

  private var home: String {
    let types: [SimulatedSite.Source: (String, String)] = [
      .rss: ("application/rss+xml", "/feed.xml"), .atom: ("application/atom+xml", "/atom.xml"),
      .jsonFeed: ("application/feed+json", "/feed.json"),
    ]
    let link = site.source.flatMap { types[$0] }
      .map { "<link rel=\"alternate\" type=\"\($0.0)\" href=\"\($0.1)\" title=\"Reviews\">" }
    return
      "<!DOCTYPE html><html lang=\"en\"><head><title>\(site.name)</title>\(link ?? "")</head><body><h1>\(site.name)</h1>"
      + "<p>A magazine about films.</p></body></html>"
  }

  /// "/reviews/", "/reviews/page/2/" and so on.
  private func listing(_ path: String) -> SimulatedAnswer? {
    let words = path.split(separator: "/")
    guard let number = words.count == 1 ? 1 : words.count == 3 && words[1] == "page" ? Int(words[2]) : nil, number > 0
    else { return nil }
    let size = SimulatedSite.listingLength
    let shown = pages.dropFirst((number - 1) * size).prefix(size)
    guard number == 1 || !shown.isEmpty else { return nil }
    let cards = shown.map {
      "<article class=\"card\"><h2><a href=\"\($0.path)\">\($0.title)</a></h2>"
        + "<time datetime=\"\($0.published)\">\($0.published)</time><p>What we thought of \($0.title), in a few words.</p></article>"
    }
    let next =
      pages.count > number * size ? "<a rel=\"next\" href=\"/reviews/page/\(number + 1)/\">Older reviews</a>" : ""
    return tagged(
      SimulatedAnswer(
        200,
        html:
          "<!DOCTYPE html><html lang=\"en\"><head><title>Reviews | \(site.name)</title></head><body><h1>Reviews</h1>"
          + "<main>\(cards.joined(separator: "\n"))</main><nav>\(next)</nav></body></html>"))
  }
}
