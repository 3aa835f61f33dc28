public import StetModel

/// One field of the record that differs.
public struct FieldChange: Sendable, Hashable {
  /// How a field differs.
  public enum Kind: String, Sendable, Hashable {
    /// The old record did not have it.
    case added
    /// The new record does not have it.
    case removed
    /// Both have it, with other content.
    case changed
    /// The same entries in another order.
    case reordered
  }

  /// What exactly differs, by the field's shape.
  public enum Detail: Sendable, Hashable {
    /// Running text: title, byline, authorBio, published, lead, verdict.
    case text(TextChange)
    /// A list: authors, tags, categories, pros, cons.
    case list(ListChange)
    /// The rating before and after; nil when absent.
    case rating(old: Rating?, new: Rating?)
    /// What is reviewed before and after, normalised; nil when absent.
    case item(old: ReviewItem?, new: ReviewItem?)
    /// The body.
    case body(BodyChange)
    /// The whole record.
    case record
  }

  /// The field.
  public let field: RecordField
  /// How it differs.
  public let kind: Kind
  /// What exactly differs.
  public let detail: Detail
  /// How much this difference matters.
  public let severity: Severity

  init(_ field: RecordField, _ kind: Kind, _ detail: Detail) {
    self.field = field
    self.kind = kind
    self.detail = detail
    severity = SeverityRules.severity(of: detail, in: field, kind)
  }

  /// Whether the texts were too far apart to look at everything.
  public var isApproximate: Bool {
    switch detail {
    case .text(let change): change.isApproximate
    case .body(let change): change.isApproximate || change.blocks.contains { $0.isApproximate }
    case .list, .rating, .item, .record: false
    }
  }
}
