internal import StetModel

/// What structured data says of one article or review, whatever the notation.
struct LinkedArticle: Sendable {
  /// How an article stands to the page.
  enum Belonging: Int, Sendable, Comparable {
    /// Its address is another page's.
    case elsewhere
    /// It does not say.
    case unknown
    /// Its address is this page's.
    case page

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The notation it was written in.
  var source: LinkedGraph.Source
  /// Where it stands in the data: type names and properties ("NewsArticle", "Movie.review").
  var path: String
  /// Whether it is about this page.
  var belonging: Belonging = .unknown
  /// schema.org type names, as written.
  var types: [String]
  var headline: String?
  var name: String?
  var description: String?
  /// The text; paragraphs are kept apart by a line feed. Nil where an element carries it: see `bodyNode`.
  var articleBody: String?
  /// The text of a review; paragraphs are kept apart by a line feed. Nil where an element carries it.
  var reviewBody: String?
  /// The element that carries the text; nil in JSON-LD.
  var bodyNode: Int?
  /// The element that carries the headline; nil in JSON-LD.
  var headlineNode: Int?
  /// The element of the whole article; nil in JSON-LD.
  var node: Int?
  var authors: [LinkedPerson] = []
  /// As written; `DateReader.iso` reads it.
  var datePublished: String?
  /// As written; `DateReader.iso` reads it.
  var dateModified: String?
  var keywords: [String] = []
  var sections: [String] = []
  var publisherName: String?
  var language: String?
  /// The article's own address, absolute.
  var url: String?
  /// The reviewer's rating; never an aggregate of readers' votes.
  var rating: Rating?
  /// What is reviewed.
  var item: ReviewItem?
  var positiveNotes: [String] = []
  var negativeNotes: [String] = []
  var commentCount: Int?

  /// Whether it is a review by its type.
  var isReview: Bool { types.contains { LinkedType($0) == .review } }

  /// Whether what is reviewed is the page under its headline: plugins by which readers rate a post say so.
  func isOfPageItself(_ headline: String?) -> Bool {
    guard let item, let headline, WordBag(item.name).equals(WordBag(headline)) else { return false }
    // A property of the article, too.
    if ["Article.review", "Posting.review"].contains(where: path.hasSuffix) { return true }
    guard let type = item.type else { return false }
    return type.hasSuffix("Article") || type.hasPrefix("Blog") || type.hasPrefix("CreativeWork") || type == "WebPage"
  }
}
