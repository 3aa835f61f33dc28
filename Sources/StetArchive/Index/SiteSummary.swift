public import StetModel

/// A site: the pages of one host, and of one port of it.
public struct SiteSummary: Sendable, Hashable {
  /// The name of its folder below `pages` (`reviews.example`, `127.0.0.1_8765`).
  public let host: String
  /// How many pages it has.
  public let pages: Int
  /// How many versions all of them have together.
  public let versions: Int
  /// How many visits there were to them.
  public let visits: Int
  /// How many of them are gone: their latest version is a tombstone.
  public let gone: Int
  /// When the last version came that a page is the cause of, the first one included; nil when there is none.
  public let lastChange: Timestamp?
  /// How many pages were not seen at their last visit, those that are gone not counted.
  public let failing: Int
  /// Since when the first of those has not been seen; nil when there is none.
  public let failingSince: Timestamp?

  /// The same site with other counts: of some of its pages.
  public func with(pages: Int, versions: Int, gone: Int, lastChange: Timestamp?) -> SiteSummary {
    SiteSummary(
      host: host, pages: pages, versions: versions, visits: visits, gone: gone, lastChange: lastChange,
      failing: failing, failingSince: failingSince)
  }
}
