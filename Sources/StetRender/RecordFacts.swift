internal import StetModel

/// The small facts of a record that readers see around its title: who, when, how good, about what.
struct RecordFacts {
  /// Who wrote it, as printed, else the names.
  let byline: String?
  /// When, as the page gives it.
  let published: String?
  /// The rating as printed, with its scale where the print has none.
  let rating: String?
  /// What is reviewed: "Movie: The Long Night (2011), Ada Example".
  let item: String?
  /// Where it was published.
  let siteName: String?

  init(_ review: Review) {
    let names = review.authors.map(\.name)
    byline = review.byline ?? (names.isEmpty ? nil : "By " + names.joined(separator: ", "))
    published = review.published ?? review.publishedText
    rating = review.rating.map(Self.text)
    item = review.item.map(Self.text)
    siteName = review.siteName
  }

  /// Byline, date, rating and site in one row.
  var row: [String] { [byline, published, rating, siteName].compactMap(\.self) }

  private static func text(_ rating: Rating) -> String {
    if !rating.text.isEmpty { return rating.text }
    switch rating.value {
    case .grade(let grade): return grade
    case .number(let number): return number.short + (rating.best.map { "/" + $0.short } ?? "")
    }
  }

  private static func text(_ item: ReviewItem) -> String {
    var text = item.type.map { $0 + ": " } ?? ""
    text += item.name
    if let year = item.year { text += " (\(year))" }
    return item.creators.isEmpty ? text : text + ", " + item.creators.joined(separator: ", ")
  }
}

extension Double {
  /// Without a fraction where there is none.
  fileprivate var short: String { Int(exactly: self).map(String.init) ?? String(self) }
}
