internal import StetHTML
internal import StetModel

/// What is reviewed: as structured data says it, else from the words of the headline, a data box, a bibliographic note, or
/// the work that the first sentences name. A page that does not name it plainly has none.
struct ItemField {
  private let reading: PageReading
  private let title: String?
  private let siteName: String?
  /// Tags, categories and breadcrumb of the page.
  private let terms: [Term]
  /// Whether other evidence makes the page a review.
  private let isReview: Bool
  private let evidence: ReviewEvidence

  init(reading: PageReading, review: Review, evidence: ReviewEvidence) {
    self.reading = reading
    title = review.title
    siteName = review.siteName
    terms = review.tags + review.categories + review.breadcrumb
    isReview = review.rating != nil || evidence.allowsRating
    self.evidence = evidence
  }

  func ballot() -> Ballot<ReviewItem> {
    var ballot = Ballot<ReviewItem>("item", threshold: 0.5)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      if let item = article.item, !isPageItself(item) {
        ballot.add(Candidate(item, from: article, "itemReviewed", score: 0.85))
      }
    }
    guard evidence.isOfOne else { return ballot }
    addFromTitles(to: &ballot)
    if let (item, node) = BookNote(reading).find() {
      ballot.add(Candidate(item, source: "page", .node(node), rule: "a bibliographic note gives it", score: 0.6))
    }
    if isReview { addFromPage(to: &ballot) }
    return ballot
  }

  /// Plugins by which readers rate a post give the post as the thing that is rated.
  private func isPageItself(_ item: ReviewItem) -> Bool {
    guard let title, WordBag(item.name).equals(WordBag(title)) else { return false }
    return item.type.map {
      $0.hasSuffix("Article") || $0.hasPrefix("Blog") || $0 == "WebPage" || $0 == "CreativeWorkSeries"
    }
      ?? !isReview
  }

  // MARK: Titles

  private func addFromTitles(to ballot: inout Ballot<ReviewItem>) {
    if let title, var found = TitlePattern.item(in: title, isReview: isReview) {
      if found.item.creators.isEmpty, let maker = DataBox(reading).value(of: DataBox.makerLabels) {
        found.item.creators = NameList.parts(of: maker.value[...]).filter(PersonName.isPlausible)
      }
      ballot.add(
        Candidate(
          found.item, source: "page", .path("title"), rule: "the headline says it: \(found.pattern)", score: found.score
        ))
    }
    // The page's other titles may be plainer than the headline.
    for (title, path) in evidence.otherTitles {
      guard let found = TitlePattern.item(in: title, isReview: false) else { continue }
      ballot.add(
        Candidate(
          found.item, source: "meta", .path(path), rule: "another title says it: \(found.pattern)",
          score: found.score - 0.08))
    }
  }

  // MARK: The page

  private func addFromPage(to ballot: inout Ballot<ReviewItem>) {
    if let title { addFromHeadline(title, to: &ballot) }
    let box = DataBox(reading)
    if let (name, node) = box.value(of: DataBox.titleLabels) {
      ballot.add(
        Candidate(ReviewItem(name: name), source: "page", .node(node), rule: "a data box gives it", score: 0.56))
    }
    if let (name, node) = NamedWork(reading, title: title).find() {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .node(node), rule: "the work that the first sentences name",
          score: 0.52))
    }
  }

  private func addFromHeadline(_ title: String, to ballot: inout Ballot<ReviewItem>) {
    if let item = TitleName.read(title[...]), isTerm(item.name) {
      ballot.add(Candidate(item, source: "page", .path("title"), rule: "the headline is a tag too", score: 0.6))
    }
    if let name = NamedHeadline(reading).find(in: title) {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .path("title"), rule: "the headline opens with a name of the text",
          score: 0.54))
    }
    if let name = openingTerm(title) {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .path("title"), rule: "the headline opens with a tag", score: 0.53))
    }
  }

  private func isTerm(_ name: String) -> Bool {
    let words = WordBag(name)
    // The last part of a breadcrumb is the headline again, and no link, or one to the page itself.
    return terms.contains { term in
      guard let url = term.url, words.equals(WordBag(term.name)) else { return false }
      return PageAddress(url)?.path != reading.address.path
    }
  }

  /// The longest tag that a headline opens with.
  private func openingTerm(_ title: String) -> String? {
    let words = WordBag(title).words
    let opening = terms.filter { $0.url != nil }.map(\.name).filter { name in
      let bag = WordBag(name).words
      return name.utf8.count > 3 && bag.count < words.count && !bag.isEmpty && words.starts(with: bag)
        && !ReviewWords.isSection(name)
    }
    return opening.max { $0.utf8.count < $1.utf8.count }
  }
}
