public import StetModel

/// A version that tells something new of its page, as the index has it.
public struct IndexedChange: Sendable, Hashable {
  /// Its place in a list of changes, the newest first: where one goes on behind it.
  public struct Place: Sendable, Hashable {
    /// When it was captured.
    public let captured: Timestamp
    /// The page's folder below the archive's root.
    public let folder: String
    /// The version's number.
    public let version: Int

    /// A place; there need not be anything at it.
    public init(captured: Timestamp, folder: String, version: Int) {
      (self.captured, self.folder, self.version) = (captured, folder, version)
    }
  }

  /// Which version it is.
  public let place: Place
  /// The page's key.
  public let page: PageKey
  /// Why it was written.
  public let cause: SnapshotCause
  /// Its digest.
  public let digest: Digest
  /// Its title; nil when it has none, and on a tombstone.
  public let title: String?
}
