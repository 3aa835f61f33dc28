/// How far a `SourceWalk` goes.
public struct SourceLimits: Sendable, Hashable {
  /// How many pages of one listing, or of one feed, are read. Default 50.
  public var pages = 50
  /// How many sitemaps one above the other are read: the index, and what it names. Default 4; sitemaps.org knows two.
  public var sitemapLevels = 4
  /// How many documents are read altogether. Default 1,000.
  public var documents = 1000

  /// The defaults.
  public init() {}
}
