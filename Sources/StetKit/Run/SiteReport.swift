public import StetArchive
public import StetModel

/// What a run did for one site.
public struct SiteReport: Sendable {
  /// A page that is worth a line: everything but unchanged ones.
  public struct Entry: Sendable {
    /// The page's key.
    public let page: PageKey
    /// What came of it.
    public let outcome: PageOutcome.Kind
    /// The version that was written.
    public let version: Int?
    /// The later page at which the version's text ends; nil when it is whole, as far as is known, or when none was written.
    public let missing: String?
    /// Why it is gone, quarantined or failed.
    public let error: String?
  }

  /// The site's name.
  public let name: String
  /// How many pages came to what.
  public internal(set) var counts: [PageOutcome.Kind: Int] = [:]
  /// How many versions were written that end before a later page of the review.
  public internal(set) var partial = 0
  /// How many pages and sources robots.txt refused.
  public internal(set) var refused = 0
  /// How many pages were passed over, by reason.
  public internal(set) var skipped: [String: Int] = [:]
  /// How many addresses were heard of for the first time.
  public internal(set) var found = 0
  /// How many feeds, sitemaps, listings and front pages were asked for.
  public internal(set) var sources = 0
  /// How many of these brought nothing to read.
  public internal(set) var failedSources = 0
  /// Pages that are not unchanged, in the order in which they were done.
  public internal(set) var entries: [Entry] = []
  /// What goes wrong, also what has done so before.
  public internal(set) var troubles: [RunTrouble] = []
  /// What went wrong and does so no more.
  public internal(set) var recovered: [RunTrouble] = []
  /// When a page or a source of the site last answered well; nil: never.
  public internal(set) var lastSuccess: Timestamp?
  /// How many addresses wait that are not in the archive yet, or have failed.
  public internal(set) var waiting = 0

  init(name: String) { self.name = name }

  /// How many pages came to this.
  public func count(_ kind: PageOutcome.Kind) -> Int { counts[kind] ?? 0 }

  /// How many pages and sources were asked for.
  public var asked: Int { counts.values.reduce(0, +) + sources }

  /// How many of them failed, or were set aside.
  public var failed: Int { count(.failed) + count(.quarantined) + failedSources }
}
