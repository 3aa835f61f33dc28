public import StetModel

/// A page as lists show it: what it is, and its latest version in time.
public struct PageSummary: Sendable, Hashable {
  /// The latest version.
  public struct Latest: Sendable, Hashable {
    /// Its number.
    public let version: Int
    /// When the page was captured.
    public let captured: Timestamp
    /// Why it was written.
    public let cause: SnapshotCause
    /// Its digest.
    public let digest: Digest
    /// Its title; nil when it has none, and on a tombstone.
    public let title: String?
  }

  /// The page's key.
  public let key: PageKey
  /// Its folder below the archive's root.
  public let folder: String
  /// How many versions it has.
  public let versions: Int
  /// Nil when it has none: a page that was quarantined from the start.
  public let latest: Latest?
}
