/// The elements of sitemaps that tell something about addresses.
enum SitemapName: Int {
  case urlset = 1
  case index, url, sitemap, location, modified
  /// The extension for news, which has a title and a date.
  case news, newsTitle, newsDate
  /// The root of a feed.
  case feed

  /// The element with a name; nil for all others, those of the extensions for images and videos among them.
  init?(local: String, prefix: String?, namespace: String?) {
    let local = local.lowercased()
    let found: SitemapName? =
      if Self.isNews(prefix, namespace) {
        switch local {
        case "news": .news
        case "title": .newsTitle
        case "publication_date": .newsDate
        default: nil
        }
      } else if local == "rss" || local == "feed" || local == "rdf" {
        .feed
      } else if Self.isOwn(prefix, namespace) {
        Self.core[local]
      } else {
        nil
      }
    guard let found else { return nil }
    self = found
  }

  private static func isNews(_ prefix: String?, _ namespace: String?) -> Bool {
    namespace.map { $0.contains("sitemap-news") } ?? (prefix?.lowercased() == "news")
  }

  /// The namespaces of the protocol have been several, and people misspell them; the extensions' are known.
  private static func isOwn(_ prefix: String?, _ namespace: String?) -> Bool {
    if let namespace, namespace.contains("/sitemap/") || namespace.hasSuffix("/sitemap") { return true }
    return prefix == nil && namespace?.contains("xhtml") != true
  }

  private static let core: [String: SitemapName] = [
    "urlset": .urlset, "sitemapindex": .index, "url": .url, "sitemap": .sitemap, "loc": .location,
    "lastmod": .modified,
  ]
}
