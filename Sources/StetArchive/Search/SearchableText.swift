internal import StetModel

/// What of a record can be searched for, field by field.
struct SearchableText: Hashable {
  private var texts: [SearchField: String] = [:]

  subscript(field: SearchField) -> String { texts[field] ?? "" }

  init(_ review: Review) {
    texts[.title] = review.title
    texts[.author] = Self.joined([review.byline] + review.authors.map(\.name))
    if let item = review.item { texts[.item] = Self.joined([item.name] + item.creators + [item.year.map { "\($0)" }]) }
    texts[.tag] = Self.joined((review.tags + review.categories).map(\.name))
    texts[.body] = Self.joined(
      [review.lead, review.bodyText] + review.pros + review.cons + [review.verdict, review.authorBio], by: "\n\n")
  }

  private static func joined(_ parts: [String?], by separator: String = "; ") -> String {
    parts.compactMap { $0?.isEmpty == false ? $0 : nil }.joined(separator: separator)
  }
}
