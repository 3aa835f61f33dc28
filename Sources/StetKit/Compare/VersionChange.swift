public import StetDiff
public import StetModel

/// What changed from one version of a page to the next in time, as a history tells it: the publisher's doing, and what is
/// ours is called so.
public struct VersionChange: Sendable {
  /// What differs.
  public let diff: SnapshotDiff
  /// That and why some of it may come from the rules of extraction, for a person; nil when none does.
  public let note: String?

  /// Compares a version with the one before it in time.
  ///
  /// A version that was written because other rules read the same response is compared as stored: it is about the rules.
  /// All others are compared as `FairComparison` has it.
  public init(_ old: Snapshot, _ new: Snapshot, rereading: Rereading?) {
    guard new.cause != .extractor else {
      diff = SnapshotDiff.between(old, new)
      let isByRules = old.extractor.rules != new.extractor.rules
      note = isByRules ? "read again by other rules" : "read again without what recurs on its site"
      return
    }
    let sides = FairComparison(old, new, rereading: rereading)
    diff = SnapshotDiff.between(sides.old, sides.new)
    switch sides.basis {
    case .stored: note = nil
    case .withoutRecurring: note = diff.isEmpty ? "more of its site was known, the page is the same" : nil
    case .reread: note = diff.isEmpty ? "other rules have read it, the page is the same" : nil
    case .storedForLack: note = "read by other rules, which may be why"
    }
  }

  /// In a line: what changed, and the note.
  public var summary: String { summary(isolatingDirections: false) }

  /// The same, as `SnapshotDiff.summary(isolatingDirections:)` has it.
  public func summary(isolatingDirections: Bool) -> String {
    let summary = diff.summary(isolatingDirections: isolatingDirections)
    return note.map { "\(summary) (\($0))" } ?? summary
  }
}
