public import StetModel

/// A sitemap (sitemaps.org): pages, or other sitemaps, or both where a site mixes them up.
public struct Sitemap: Sendable, Hashable {
  /// How many addresses one sitemap may have (sitemaps.org). What follows is left out, and `isCut` says so.
  public static let maximumAddresses = 50_000
  /// The longest address (sitemaps.org).
  public static let maximumAddressBytes = 2048

  /// What the sitemap is written in.
  public enum Format: String, Sendable, Hashable {
    /// XML, pages or an index.
    case xml
    /// An address a line.
    case text
    /// A feed that stands in for a sitemap.
    case feed
  }

  /// A sitemap that an index names.
  public struct Reference: Sendable, Hashable {
    /// Its address.
    public var address: PageAddress
    /// When it last changed; nil when the index does not say.
    public var modified: StatedTime?
  }

  /// What it is written in.
  public var format: Format
  /// The pages, in order; each address once.
  public var pages: [Discovered]
  /// The sitemaps that it is an index of, in order.
  public var sitemaps: [Reference]
  /// How many addresses were left out because they are none: empty, too long, of another scheme.
  public var invalidAddresses: Int
  /// How many addresses were left out because they are on a host that this sitemap may not speak for.
  public var foreignAddresses: Int
  /// Whether there are more than `maximumAddresses`.
  public var isCut: Bool
  /// Whether the document ends before the sitemap does.
  public var isTruncated: Bool
  /// Whether the document had to be mended to be read.
  public var isMended: Bool

  /// Whether all of many pages state the same day of change: then it is the day on which the sitemap was written, and tells
  /// nothing of the pages.
  public var statesOneDay: Bool {
    guard pages.count >= 10 else { return false }
    let days = pages.map { $0.modified.map { $0.start.secondsSince1970 / 86400 } }
    return days[0] != nil && days.allSatisfy { $0 == days[0] }
  }

  /// Reads a sitemap in whatever format it is.
  ///
  /// A sitemap speaks for its own host. It speaks for others only when they say so: when their robots.txt names it
  /// (sitemaps.org, "Sitemaps & Cross Submits").
  /// - Parameters:
  ///   - bytes: the body of the response; gzip is told by its first bytes, whatever the address or header says.
  ///   - address: the sitemap's own address.
  ///   - charset: the `charset` parameter of the Content-Type; nil without one.
  ///   - hosts: other hosts that it may speak for, with a port that is not the default ("host:8080").
  /// - Throws: `DiscoveryError.Code.notASitemap`, `.tooLarge`, `.tooComplex` or `.corrupt`.
  public static func read(
    _ bytes: [UInt8], at address: PageAddress, charset: String? = nil, hosts: Set<String> = []
  ) throws(DiscoveryError) -> Sitemap {
    let document = try DiscoveryDocument.content(of: bytes, at: address)
    let scope = SitemapScope(address, hosts: hosts)
    if JSONFeedReader.isJSON(document) {
      guard let feed = try? JSONFeedReader.read(document, at: address) else {
        throw DiscoveryDocument.refusal(.notASitemap, at: address, kind: "sitemap")
      }
      return FeedSitemap.sitemap(feed, scope)
    }
    if !TextSitemap.isMarkup(document) { return try TextSitemap.read(document, scope, charset: charset) }
    return try SitemapReader.read(document, scope, charset: charset)
  }
}
