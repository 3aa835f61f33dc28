public import StetModel

/// What is remembered of a feed, a sitemap, a listing or a front page.
public struct SourceState: Sendable, Hashable {
  /// What it is, in a word.
  public var kind: String
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
  /// Digest of the rules by which its addresses are picked, as they were when it was last asked; nil: nobody knows.
  public var rules: Digest?
  /// Requests in a row that brought nothing to read.
  public var failures = 0

  /// A source that was never asked.
  public init(_ address: PageAddress, kind: String) {
    self.address = address
    self.kind = kind
  }
}
