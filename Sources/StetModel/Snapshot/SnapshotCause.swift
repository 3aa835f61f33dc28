/// Why a version was written.
public enum SnapshotCause: String, Sendable, Hashable, CaseIterable {
  /// The page was seen, and is new or differs.
  case page
  /// The rules of extraction differ; the page does not.
  case extractor
  /// The capture comes from somebody else's archive.
  case `import`
  /// The page is gone: a tombstone.
  case gone
}
