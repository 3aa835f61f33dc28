/// The namespaces that feeds use, told by their address or, where it is not declared, by the prefix that everybody uses.
enum FeedVocabulary {
  /// RSS and Atom of every version: their elements mix in the wild.
  case syndication
  case rdf
  /// Dublin Core, elements and terms.
  case dublinCore
  case feedBurner
  case iTunes
  case other

  init(prefix: String?, namespace: String?) {
    if let namespace {
      var key = namespace.lowercased()
      for scheme in ["http://", "https://"] where key.hasPrefix(scheme) { key.removeFirst(scheme.count) }
      if key.hasPrefix("www.") { key.removeFirst(4) }
      while key.hasSuffix("/") || key.hasSuffix("#") { key.removeLast() }
      self = Self.byNamespace[key] ?? (prefix == nil ? Self.unprefixed(key) : .other)
    } else if let prefix {
      self = Self.byPrefix[prefix.lowercased()] ?? .other
    } else {
      self = .syndication
    }
  }

  /// A default namespace that nobody knows is an invention for RSS, unless it is known for something else.
  private static func unprefixed(_ key: String) -> FeedVocabulary {
    foreign.contains(key) ? .other : .syndication
  }

  private static let foreign: Set<String> = [
    "w3.org/1999/xhtml", "w3.org/2000/svg", "w3.org/1998/math/mathml", "search.yahoo.com/mrss",
    "sitemaps.org/schemas/sitemap/0.9",
  ]

  private static let byNamespace: [String: FeedVocabulary] = [
    "w3.org/2005/atom": .syndication, "purl.org/atom/ns": .syndication, "purl.org/rss/1.0": .syndication,
    "my.netscape.com/rdf/simple/0.9": .syndication, "channel.netscape.com/rdf/simple/0.9": .syndication,
    "purl.org/net/rss1.1": .syndication, "backend.userland.com/rss": .syndication,
    "backend.userland.com/rss2": .syndication, "blogs.law.harvard.edu/tech/rss": .syndication,
    "my.netscape.com/publish/formats/rss-0.91.dtd": .syndication, "purl.org/pie": .syndication,
    "purl.org/echo": .syndication, "example.com/newformat": .syndication, "uri/of/echo/namespace": .syndication,
    "w3.org/1999/02/22-rdf-syntax-ns": .rdf, "purl.org/dc/elements/1.1": .dublinCore,
    "purl.org/dc/elements/1.0": .dublinCore, "purl.org/dc/terms": .dublinCore,
    "rssnamespace.org/feedburner/ext/1.0": .feedBurner, "feeds.feedburner.com": .feedBurner,
    "itunes.com/dtds/podcast-1.0.dtd": .iTunes, "w3.org/1999/xhtml": .other,
  ]

  private static let byPrefix: [String: FeedVocabulary] = [
    "rss": .syndication, "atom": .syndication, "atom10": .syndication, "a10": .syndication, "rdf": .rdf,
    "dc": .dublinCore, "dcterms": .dublinCore, "feedburner": .feedBurner, "itunes": .iTunes,
  ]
}
