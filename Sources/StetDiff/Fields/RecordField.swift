/// A field of the record whose difference makes a new version; the raw value is its key in JSON.
public enum RecordField: String, Sendable, Hashable, CaseIterable {
  /// The record as a whole: it is gone, or back.
  case review
  case title, byline, authors, authorBio, published, lead, body, tags, categories, rating, item, pros, cons, verdict

  /// The field in words.
  public var label: String { self == .authorBio ? "author bio" : rawValue }
}
