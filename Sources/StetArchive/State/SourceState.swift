public import StetModel

/// What is remembered of a feed, a sitemap, a listing or a front page.
public struct SourceState: Sendable, Hashable {
  /// Its address.
  public var address: PageAddress
  /// When it was last asked for; nil: never.
  public var asked: Timestamp?
  /// When that last brought something to read, or "not modified"; nil: never.
  public var good: Timestamp?
  /// The ETag header that came with it, as sent.
  public var etag: String?
  /// The Last-Modified header that came with it, as sent.
  public var lastModified: String?
  /// Digest of what was read last.
  public var digest: Digest?
  /// Addresses of other sources that it names: the sitemaps of an index, the feeds of a front page.
  public var leads: [PageAddress] = []
  /// Requests in a row that brought nothing to read.
  public var failures = 0

  /// A source that was never asked.
  public init(_ address: PageAddress) { self.address = address }
}
