/// A field of the record that is compared; the raw value is its key in JSON. All but links and images make a new version.
public enum RecordField: String, Sendable, Hashable, CaseIterable {
  /// The record as a whole: it is gone, or back.
  case review
  case title, byline, authors, authorBio, published, lead, body, tags, categories, rating, item, pros, cons, verdict
  /// Addresses in the text, which make no version.
  case links, images

  /// The field in words.
  public var label: String { self == .authorBio ? "author bio" : rawValue }
}
