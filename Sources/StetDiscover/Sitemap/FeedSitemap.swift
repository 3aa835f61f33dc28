internal import StetModel

/// A feed in the place of a sitemap (sitemaps.org, "Other Sitemap formats").
enum FeedSitemap {
  static func sitemap(_ feed: Feed, _ scope: SitemapScope) -> Sitemap {
    var scope = scope
    for entry in feed.entries { scope.take(entry) }
    return scope.sitemap(.feed, isTruncated: feed.isTruncated, isMended: feed.isMended)
  }
}
