public import StetModel

/// A version of a page as it leaves the archive in another form.
public struct StoredVersion: Sendable {
  /// What was stored.
  public let snapshot: Snapshot
  /// The digest that stands on it.
  public let digest: Digest
  /// Since when the page is gone; nil while it is there, as far as the archive knows.
  public let goneSince: Timestamp?

  /// A version.
  public init(_ snapshot: Snapshot, digest: Digest, goneSince: Timestamp? = nil) {
    self.snapshot = snapshot
    self.digest = digest
    self.goneSince = goneSince
  }
}
