public import StetModel

/// A version of a page as it leaves the archive in another form.
public struct StoredVersion: Sendable {
  /// What was stored.
  public let snapshot: Snapshot
  /// The digest that stands on it.
  public let digest: Digest
  /// Since when the page is gone; nil while it is there, as far as the archive knows.
  public let goneSince: Timestamp?
  /// Why and when its text was taken out of the archive, in words; nil when it was not.
  public let redaction: String?

  /// A version.
  public init(_ snapshot: Snapshot, digest: Digest, goneSince: Timestamp? = nil, redaction: String? = nil) {
    self.snapshot = snapshot
    self.digest = digest
    self.goneSince = goneSince
    self.redaction = redaction
  }

  /// Why there is no record to show, as a sentence.
  var absence: String {
    redaction.map { "The text was \($0)" } ?? "The page is gone since \(snapshot.captured)."
  }
}
