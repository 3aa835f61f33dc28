internal import StetHTML
internal import StetModel

/// What is reviewed: as structured data says it, else from the words of the headline, a data box, or the work that the
/// first sentences name. A page that does not name it plainly has none.
struct ItemField {
  let reading: PageReading
  let title: String?
  /// Whether other evidence makes the page a review.
  let isReview: Bool
  /// Tags, categories and breadcrumb of the page.
  let terms: [Term]

  init(reading: PageReading, title: String?, isReview: Bool, terms: [Term] = []) {
    self.reading = reading
    self.title = title
    self.terms = terms
    self.isReview = isReview
  }

  func ballot() -> Ballot<ReviewItem> {
    var ballot = Ballot<ReviewItem>("item", threshold: 0.5)
    for article in reading.data.articles.prefix(4) where article.belonging != .elsewhere {
      if let item = article.item { ballot.add(Candidate(item, from: article, "itemReviewed", score: 0.85)) }
    }
    if let title, var item = TitlePattern.item(in: title, isReview: isReview) {
      if item.item.creators.isEmpty, let maker = DataBox(reading).value(of: DataBox.makerLabels) {
        item.item.creators = NameList.parts(of: maker.value[...]).filter(PersonName.isPlausible)
      }
      ballot.add(
        Candidate(
          item.item, source: "page", .path("title"), rule: "the headline says it: \(item.pattern)", score: item.score))
    }
    if isReview { addFromPage(to: &ballot) }
    return ballot
  }

  private func addFromPage(to ballot: inout Ballot<ReviewItem>) {
    if let title, let item = TitleName.read(title[...]), isTerm(item.name) {
      ballot.add(Candidate(item, source: "page", .path("title"), rule: "the headline is a tag too", score: 0.6))
    }
    if let title, let name = openingTerm(title) {
      ballot.add(
        Candidate(
          ReviewItem(name: name), source: "page", .path("title"), rule: "the headline opens with a tag", score: 0.53))
    }
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

  private func isTerm(_ name: String) -> Bool {
    let words = WordBag(name)
    // The last part of a breadcrumb is the headline again, and no link.
    return terms.contains { $0.url != nil && words.equals(WordBag($0.name)) }
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
