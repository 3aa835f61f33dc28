/// A field that a site profile may have rules for. Raw values are the record's keys.
public enum ProfileField: String, Sendable, CaseIterable {
  case title, byline, authors, authorBio, published, lead, body, tags, categories, rating
}
