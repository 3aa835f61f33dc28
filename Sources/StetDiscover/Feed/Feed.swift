public import StetModel

/// A feed: RSS 0.90 to 2.0, RDF (RSS 1.0), Atom 0.3 and 1.0, JSON Feed 1.
public struct Feed: Sendable, Hashable {
  /// What the feed is written in.
  public enum Format: String, Sendable, Hashable {
    /// RSS 0.91 to 2.0.
    case rss
    /// RSS 0.90, 1.0 and 1.1, which are RDF.
    case rdf
    case atom
    /// JSON Feed.
    case json
  }

  /// What it is written in.
  public var format: Format
  /// Its title, plain text on one line; nil when it has none.
  public var title: String?
  /// The page that it is the feed of; nil when it names none.
  public var home: PageAddress?
  /// Where older entries are: `next` of a paged feed, `prev-archive` of an archived one (RFC 5005), `next_url` of a
  /// JSON feed; nil when there are none.
  public var next: PageAddress?
  /// Its entries that have an address, in the order of the feed.
  public var entries: [Discovered]
  /// How many entries have no http or https address: they cannot be fetched.
  public var entriesWithoutAddress: Int
  /// Whether the document ends before the feed does. What came whole is in `entries`.
  public var isTruncated: Bool
  /// Whether the document had to be mended to be read.
  public var isMended: Bool

  /// Reads a feed in whatever format it is.
  /// - Parameters:
  ///   - bytes: the body of the response; gzip is told by its first bytes, whatever the address or header says.
  ///   - address: the feed's own address, which relative links start from.
  ///   - charset: the `charset` parameter of the Content-Type; nil without one.
  /// - Throws: `DiscoveryError.Code.notAFeed`, `.tooLarge`, `.tooComplex` or `.corrupt`.
  public static func read(_ bytes: [UInt8], at address: PageAddress, charset: String? = nil) throws(DiscoveryError)
    -> Feed
  {
    let document = try DiscoveryDocument.content(of: bytes, at: address)
    if JSONFeedReader.isJSON(document) { return try JSONFeedReader.read(document, at: address) }
    return try XMLFeedReader.read(document, at: address, charset: charset)
  }
}
