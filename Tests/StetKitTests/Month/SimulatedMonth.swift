import StetModel
import StetTestSupport

/// Fifty sites of every kind, and what happens to them in a month.
struct SimulatedMonth {
  let days: Int
  let start: Timestamp
  let sites: [SimulatedSite]
  var end: Timestamp { start.later(days * 86400) }

  init(start: Timestamp, days: Int = 30, sites count: Int = 50) {
    self.start = start
    self.days = days
    var random = SeededGenerator(seed: 50)
    sites = (0..<count).map { Self.site($0, start, days, &random) }
  }

  private static func site(_ index: Int, _ start: Timestamp, _ days: Int, _ random: inout SeededGenerator)
    -> SimulatedSite
  {
    let name = "site\(index < 10 ? "0" : "")\(index)"
    var site = SimulatedSite(name, origin: "http://\(name).example")
    site.source =
      [.rss, .atom, .rdf, .jsonFeed, .rss, .sitemap, .sitemapIndex, .listing, .textSitemap, nil][index % 10]
    site.robots = robots(index, start)
    site.outages = outages(index, start)
    // Some that were there before, then one every few days.
    var moments = (1...3).map { start.later(-86400 * 7 * $0 - index * 60) }
    if site.source != nil {
      var next = start.later(Int.random(in: 3600...86400 * 5, using: &random))
      while next < start.later((days - 1) * 86400) {
        moments.append(next)
        next = next.later(Int.random(in: 86400 * 3...86400 * 9, using: &random))
      }
    }
    site.pages = moments.enumerated().map { number, moment in
      // Where robots.txt has such a folder, some are in it.
      let folder = number % 4 == 3 ? "private" : "reviews"
      var page = SimulatedPage(
        "/\(folder)/film-\(index)-\(number).html", title: "Film \(number) of \(name)", published: moment)
      page.validator = [.etag, .both, .lastModified, .etag, .lyingETag, .both, .none][(index + number) % 7]
      if random.chance(25) { page.edits = [moment.later(Int.random(in: 86400 * 2...86400 * 20, using: &random))] }
      if random.chance(5) { page.removed = start.later(Int.random(in: 86400 * 3...86400 * 25, using: &random)) }
      return page
    }
    return site
  }

  private static func robots(_ index: Int, _ start: Timestamp) -> SimulatedSite.Robots {
    let refusal = "User-agent: *\nDisallow: /private/\n"
    if index % 10 == 6 {
      return .text("\(refusal)Sitemap: http://site\(index < 10 ? "0" : "")\(index).example/sitemap.xml\n")
    }
    switch index % 7 {
    case 1: return .text(refusal)
    case 2: return .text("User-agent: *\nCrawl-delay: 2\n")
    case 3: return .status(503, until: start.later(86400 * 2))
    case 4: return .redirected(refusal)
    case 5: return .text("User-agent: other\nDisallow: /\n\nUser-agent: Stet\nDisallow: /private\nAllow: /\n")
    default: return .none
    }
  }

  private static func outages(_ index: Int, _ start: Timestamp) -> [SimulatedSite.Outage] {
    func hours(_ from: Int, _ until: Int, _ status: Int?, retryAfter: Int? = nil) -> SimulatedSite.Outage {
      SimulatedSite.Outage(
        from: start.later(from * 3600), until: start.later(until * 3600), status: status, retryAfter: retryAfter)
    }
    switch index % 9 {
    case 3: return [hours(240, 276, nil)]
    case 5: return [hours(360, 365, 503, retryAfter: 7200)]
    case 7: return [hours(100, 103, 500), hours(400, 402, 502), hours(500, 500 + 72, 500)]
    default: return []
    }
  }

  /// As in stet.yaml.
  var yaml: String {
    var text = "sites:\n"
    for site in sites {
      text += "  - name: \(site.name)\n    url: \(site.origin)/\n"
      switch site.source {
      case .rss where site.name.hasSuffix("4"): text += "    feeds: auto\n"
      case .rss, .atom, .rdf, .jsonFeed: text += "    feeds: \(site.sourceAddress ?? "")\n"
      case .sitemapIndex: text += "    sitemap: auto\n"
      case .sitemap, .textSitemap: text += "    sitemap: \(site.sourceAddress ?? "")\n"
      case .listing: text += "    listings: [\(site.sourceAddress ?? "")]\n"
      case nil: text += "    pages: [\(site.pages.map { site.origin + $0.path }.joined(separator: ", "))]\n"
      }
    }
    return text
  }

  /// Whether robots.txt of a site refuses a path, whenever it can be had.
  static func isRefused(_ path: String, at site: SimulatedSite) -> Bool {
    switch site.robots {
    case .text(let text), .redirected(let text): text.contains("/private") && path.hasPrefix("/private/")
    case .none, .status: false
    }
  }
}
