internal import StetArchive
public import StetDiff
public import StetModel

/// What today's rules make of one stored version.
public struct ReextractOutcome: Sendable {
  /// In one word.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Today's rules have read it already.
    case current
    /// They read the same.
    case same
    /// They read something else.
    case changed
    /// Its response was never kept.
    case missing
    /// What they read is no page any more, or has lost most of its text: never written.
    case worse
    /// It cannot be read from the archive.
    case failed
  }

  /// The page.
  public let page: PageKey
  /// The version that was read again.
  public let version: Int
  /// What came of it.
  public let kind: Kind
  /// The fields that differ; empty unless changed.
  public let fields: [RecordField]
  /// What differs in one line; or why it is worse or has failed. Empty otherwise.
  public let summary: String
  /// How much differs, to put the worst first: what is lost counts most.
  public let weight: Int
  /// What is to be stored; nil unless changed.
  let capture: Capture?

  init(
    _ kind: Kind, _ page: PageKey, _ version: Int, summary: String = "", fields: [RecordField] = [], weight: Int = 0,
    capture: Capture? = nil
  ) {
    self.kind = kind
    self.page = page
    self.version = version
    self.summary = summary
    self.fields = fields
    self.weight = weight
    self.capture = capture
  }
}
