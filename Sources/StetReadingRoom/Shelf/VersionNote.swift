internal import StetArchive
internal import StetDiff
internal import StetModel

/// What a page's history tells of one version.
struct VersionNote: Sendable {
  let version: Int
  let captured: Timestamp
  let cause: SnapshotCause
  /// nil on a tombstone, and where the text was taken out.
  let title: String?
  /// Whether there is a text to read.
  let isReadable: Bool
  /// Why and when the text was taken out, in words; nil when it was not.
  let redaction: String?
  /// Why the version cannot be read, in words; nil when it can.
  var trouble: String?
  /// The version before it in time; nil for the first.
  let previous: Int?
  /// What changed since that one, in words; empty when nothing did, and where that cannot be told.
  let phrases: [String]
  /// How much that matters; nil when nothing changed, and where that cannot be told.
  let severity: Severity?
  /// That and why some of it may come from the rules of extraction; nil when none does.
  let note: String?
  let rating: Rating?
  /// Words in the body.
  let words: Int
  /// The reading that the server's answer is kept of.
  let record: String?
}

extension VersionNote {
  /// A version whose file cannot be read.
  init(damaged version: Int, _ trouble: String, captured: Timestamp) {
    self.init(
      version: version, captured: captured, cause: .page, title: nil, isReadable: false, redaction: nil,
      trouble: trouble, previous: nil, phrases: [], severity: nil, note: nil, rating: nil, words: 0, record: nil)
  }
}
