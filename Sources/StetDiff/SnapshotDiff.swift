public import StetModel

/// What differs between two snapshots, field by field.
///
/// The one rule of "did it change" is `Review.versionedContent`: there are changes exactly when it differs. Everything
/// else (comments, `modified`, `siteName`, `language`, …) is no difference. The order of tags and categories, and where links
/// and images lead, make no version either, but a reader may want to know: they are in `notes`.
public struct SnapshotDiff: Sendable, Hashable {
  /// The old side.
  public let old: DiffSide
  /// The new side.
  public let new: DiffSide
  /// What differs, in the record's order. One change of `review` when a side is a tombstone and the other is not.
  public let changes: [FieldChange]
  /// Differences that make no version: tags and categories in another order, links and images.
  public let notes: [FieldChange]

  /// Whether nothing differs that makes a version; `notes` do not count.
  public var isEmpty: Bool { changes.isEmpty }

  /// Whether some texts were too far apart to look at everything: still right, but coarser than it might be.
  public var isApproximate: Bool { changes.contains { $0.isApproximate } }

  /// Compares two snapshots, of one page or of two.
  public static func between(_ old: Snapshot, _ new: Snapshot) -> SnapshotDiff {
    between(old, new, oldDigest: nil, newDigest: nil)
  }

  /// Compares two snapshots whose digests are known; nil where one is not.
  /// - Parameter rules: What is passed over; with less than all of it, there may be changes that make no version.
  public static func between(
    _ old: Snapshot, _ new: Snapshot, oldDigest: Digest?, newDigest: Digest?, rules: Normalization = .all
  ) -> SnapshotDiff {
    var effort = ComparisonEffort()
    return between(
      DiffSide(old, digest: oldDigest), old.review, DiffSide(new, digest: newDigest), new.review, rules: rules,
      effort: &effort)
  }

  /// Compares two records with a given effort, which tells afterwards how much was spent.
  static func between(
    _ old: DiffSide, _ oldReview: Review?, _ new: DiffSide, _ newReview: Review?, rules: Normalization = .all,
    effort: inout ComparisonEffort
  ) -> SnapshotDiff {
    switch (oldReview, newReview) {
    case (let oldReview?, let newReview?):
      let comparison = RecordComparison(oldReview, newReview, rules: rules, effort: &effort)
      return SnapshotDiff(old: old, new: new, changes: comparison.changes, notes: comparison.notes)
    case (_?, nil):
      return SnapshotDiff(old: old, new: new, changes: [FieldChange(.review, .removed, .record)], notes: [])
    case (nil, _?): return SnapshotDiff(old: old, new: new, changes: [FieldChange(.review, .added, .record)], notes: [])
    case (nil, nil): return SnapshotDiff(old: old, new: new, changes: [], notes: [])
    }
  }

  /// `{"format": "stet-diff/1", "page", "old", "new", "equal", "severity"?, "summary", "changes": […], "notes"?: […],
  /// "approximate"?: true}`, with `DiffSide` and `FieldChange` inside. Absent means nil, empty or false.
  public var json: JSONValue {
    var object: JSONObject = [
      "format": "stet-diff/1", "page": .string(new.page.description), "old": old.json, "new": new.json,
      "equal": .bool(isEmpty), "summary": .string(summary), "changes": .array(changes.map(\.json)),
    ]
    object["severity"] = severity.map { .string($0.rawValue) }
    if !notes.isEmpty { object["notes"] = .array(notes.map(\.json)) }
    if isApproximate { object["approximate"] = true }
    return .object(object)
  }
}
