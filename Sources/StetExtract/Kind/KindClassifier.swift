internal import StetHTML
internal import StetModel

/// What sort of page a page is. A page that says outright what it is, is believed; the rest is judged by its shape.
struct KindClassifier {
  private let reading: PageReading
  private let review: Review
  private let evidence: ReviewEvidence
  /// Bytes of the body's text.
  private let length: Int

  init(reading: PageReading, review: Review, evidence: ReviewEvidence) {
    self.reading = reading
    self.review = review
    self.evidence = evidence
    length = review.body.reduce(0) { $0 + $1.plainText.utf8.count }
  }

  private var survey: PageSurvey { reading.survey }
  private var document: HTMLDocument { reading.document }

  /// The kind and what tells it.
  /// - Parameter obstacle: what stands in the place of the page.
  func kind(_ obstacle: Obstacle?) -> (kind: PageKind, rule: String) {
    // Walls against machines answer with an error's status too: what the page says tells more.
    if reading.page.status >= 400 {
      if let obstacle, obstacle.code.isWall, ObstacleJudge.wallStatuses.contains(reading.page.status) {
        return (.blocked, obstacle.reason)
      }
      return (.error, "the server answered \(reading.page.status)")
    }
    if let obstacle { return (obstacle.code.isWall ? .blocked : .error, obstacle.reason) }
    if let posts = reading.discussion?.posts { return (.forum, "posts by members of the site: \(posts.count)") }
    if let listing = listing() { return (.listing, listing) }
    if isForum() { return (.forum, "a thread of posts") }
    if let evidence = reviewEvidence() { return (.review, evidence) }
    if isProduct() { return (.product, "the structured data calls it a product") }
    if isPost() { return (.post, "a post of a blog") }
    if isArticle() { return (.article, "an article by its markup and text") }
    return (.other, "nothing tells what it is")
  }

  // MARK: No page at all

  /// What stands in the place of the page, by the table of signs.
  func judge() -> ObstacleJudge {
    ObstacleJudge(
      ObstacleJudge.Facts(
        length: length,
        // What has an author or a date is a page, even if its first words are "Access denied".
        isSigned: !review.authors.isEmpty || review.published != nil || review.rating != nil
          || evidence.strength >= .titled,
        status: reading.page.status),
      titles: [reading.documentTitle, review.title].compactMap(\.self), text: review.bodyText,
      source: reading.page.body, fields: reading.page.headers)
  }

  // MARK: Lists

  /// A list of other pages: several linked headlines, each with little text of its own.
  private func listing() -> String? {
    guard let region = reading.region else { return nil }
    if reading.data.articles.first.map({ $0.belonging == .page && LinkedType.best(of: $0.types) != .webPage }) == true,
      review.published != nil
    {
      return nil
    }
    var targets = Set<String>()
    var ownHeadings = 0
    for heading in survey.landmarks.headings where region.contains(heading, in: survey) {
      let link = document.subtree(heading).prefix(40).first { document.tag($0) == .a } ?? document.closest(heading, .a)
      if let link, let target = document.attribute(link, .href).flatMap(survey.address.resolving),
        survey.linkDensity(heading) > 0.7 || document.tag(link) == .a && link < heading,
        target.host == reading.address.host, target.path != reading.address.path
      {
        targets.insert(target.path)
      } else if document.tag(heading) != .h1 {
        ownHeadings += 1
      }
    }
    guard targets.count >= 4, ownHeadings <= targets.count else { return nil }
    guard length / targets.count < 900 else { return nil }
    return "\(targets.count) linked headlines with little text each"
  }

  private func isForum() -> Bool {
    reading.forumSigns.isSure && review.rating == nil
  }

  // MARK: Texts

  private func reviewEvidence() -> String? {
    // A roundup filed under reviews is an article; so is what a shop files there.
    if evidence.strength == .declared { return evidence.rule }
    if review.rating != nil, review.body.count > 1 { return "it has a rating" }
    if evidence.strength == .titled, isText() { return evidence.rule }
    if review.item != nil { return "it names what it reviews" }
    guard isText(), evidence.isOfOne, evidence.strength >= .filed,
      reading.data.subject.isDisjoint(with: [.product, .service, .discussion])
    else { return nil }
    return evidence.rule
  }

  private func isProduct() -> Bool {
    reading.data.subject.contains(.product) && !reading.data.subject.contains(.list)
      || reading.meta.first("og:type")?.value.lowercased().hasPrefix("product") == true
  }

  private func isPost() -> Bool {
    if reading.data.articles.contains(where: { $0.belonging != .elsewhere && $0.types.contains("BlogPosting") }) {
      return true
    }
    if reading.data.articles.contains(where: {
      $0.belonging != .elsewhere && $0.types.contains { $0.hasSuffix("NewsArticle") }
    }) {
      return false
    }
    let generator = reading.meta.first("generator")?.value.lowercased() ?? ""
    let isBlogSystem = [
      "wordpress", "blogger", "ghost", "movable type", "typepad", "serendipity", "hugo", "jekyll", "medium",
      "textpattern",
    ]
    .contains { generator.hasPrefix($0) }
    let hasEntry = reading.data.articles.contains { $0.source == .microformats }
    return (isBlogSystem || hasEntry || reading.address.host.contains("blog")) && isText()
  }

  private func isArticle() -> Bool {
    isText()
      && (review.published != nil || !review.authors.isEmpty
        || reading.meta.first("og:type")?.value.lowercased() == "article"
        || length > 1200 && review.title != nil)
  }

  private func isText() -> Bool { length > 250 && !reading.address.isRoot }
}
