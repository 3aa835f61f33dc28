internal import StetHTML
internal import StetModel

/// What is reviewed: as structured data says it, else from the words of the headline.
struct ItemField {
  let reading: PageReading
  let title: String?
  /// Whether other evidence makes the page a review.
  let isReview: Bool

  func ballot() -> Ballot<ReviewItem> {
    var ballot = Ballot<ReviewItem>("item", threshold: 0.5)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      if let item = article.item { ballot.add(Candidate(item, from: article, "itemReviewed", score: 0.85)) }
    }
    if let title, let item = TitlePattern.item(in: title, isReview: isReview) {
      ballot.add(
        Candidate(item.item, source: "page", .path("title"), rule: "the headline says it: \(item.pattern)", score: item.score))
    }
    return ballot
  }
}
