internal import StetHTML
internal import StetModel

/// Reads the fields of one page, in the order in which they need each other.
struct RecordReader {
  private(set) var record: RecordBuilder
  /// The address that the page names as its own.
  let canonical: PageAddress?
  /// What stands in the place of the page; nil when it is one.
  private(set) var obstacle: Obstacle?
  /// What may stand in the place of the page.
  private(set) var suspicion: Obstacle?
  /// Where the text goes on, once it is read.
  private(set) var continuation: Continuation?
  let reading: PageReading
  private var review: Review
  /// Which page of an article it is.
  private let series: PartSeries?
  private var titleNode: Int?
  private var leadNode: Int?
  /// Where the text ends, when it stands on the page.
  private var textEnd: Int?
  /// Whether readers see the way to the page, rather than programs alone.
  private var showsBreadcrumb = false
  /// Nodes whose text is a field of its own and does not stand in the body again.
  private var spent = Set<Int>()

  init(_ reading: PageReading, explaining: Bool, _ series: PartSeries? = nil) {
    self.reading = reading
    self.series = series
    record = RecordBuilder(reading.survey, explaining: explaining)
    canonical = CanonicalLink.find(reading)
    review = Review(url: PageKey(reading.address, canonical: canonical).description)
  }

  /// The record.
  /// - Throws: `ExtractError` when there is no text.
  mutating func read() throws(ExtractError) -> Review {
    readFrame()
    readTitle()
    readAuthors()
    readDates()
    readTerms()
    let evidence = ReviewEvidence(
      reading, title: review.title, siteName: review.siteName,
      terms: review.categories + review.breadcrumb + review.tags, byline: review.byline, titleNode: titleNode)
    readNotes(evidence)
    spent.formUnion(reading.profileRemovals())
    try readBody(evidence)
    readJudgement(evidence)
    readContinuation()
    return review
  }

  /// What the block model sees of the page.
  mutating func blockFeatures() -> BlockFeatures {
    readFrame()
    readTitle()
    return BlockFeatures(reading, titleNode: titleNode, table: .shipped)
  }

  // MARK: Fields

  private mutating func readFrame() {
    let language = LanguageField(
      document: reading.document, survey: reading.survey, meta: reading.meta, data: reading.data)
    review.language = take(language.ballot())
    reading.language = review.language
    review.siteName = take(SiteNameField(reading: reading).ballot())
    let breadcrumb = BreadcrumbField(reading: reading).ballot()
    showsBreadcrumb = breadcrumb.winner?.node != nil
    review.breadcrumb = take(breadcrumb, Self.names, spend: 400) ?? []
  }

  private mutating func readTitle() {
    var ballot = TitleField(reading: reading, siteName: review.siteName).ballot()
    addProfile(.title, to: &ballot)
    titleNode = ballot.winner?.node
    review.title = take(ballot, spend: 600)
    // A title from the metadata may still be printed: the heading with the same words.
    if titleNode.map({ reading.survey.landmarks.titles.contains($0) }) ?? true, let title = review.title {
      let words = WordBag(title)
      titleNode =
        reading.survey.landmarks.headings.prefix(60).first { WordBag(reading.survey.line($0)).equals(words) }
        ?? drawnTitle(words)
    }
  }

  /// The picture just above the text that stands in for the headline: its alternative text has the same words.
  private func drawnTitle(_ words: WordBag) -> Int? {
    guard let region = reading.region, words.words.count > 1 else { return nil }
    let picture = reading.nodes(from: region.start - 40, to: region.start + 10).first { node in
      reading.document.tag(node) == .img
        && reading.document.attribute(node, .alt).map { WordBag($0).equals(words) } == true
    }
    guard let picture else { return nil }
    // Beside a portrait the name is printed.
    let next = reading.nodes(from: picture, to: picture + 12).first {
      reading.document.tag($0) == .text && reading.survey.weight[$0] > 0
    }
    return next.map { WordBag(reading.survey.line($0)).equals(words) } == true ? nil : picture
  }

  private mutating func readAuthors() {
    reading.linesNearText = reading.findLines(titleNode: titleNode)
    var ballot = AuthorsField(reading: reading, siteName: review.siteName, titleNode: titleNode).ballot()
    // Who made the thing reviewed is named in its box and in the headline, as writers of pages are elsewhere.
    let makers = reviewedMakers(ballot)
    if !makers.isEmpty {
      ballot.adjust { candidate in
        if candidate.source == "page", candidate.value.allSatisfy(makers.contains) { candidate.score -= 1 }
      }
    }
    addProfileNames(.authors, to: &ballot)
    let found = ballot.winner
    let names = found?.value ?? []
    var biography = BiographyField(reading: reading, authors: names, siteName: review.siteName).ballot()
    if let text = profileText(.authorBio) {
      let box = BiographyField.Box(text: text.value, author: names.count == 1 ? 0 : nil, node: text.node)
      biography.add(profileCandidate([box], text.node, .authorBio))
    }
    ballot.add(found.flatMap { completed($0, from: biography.winner?.value.first) })
    let authors = take(ballot, Self.list) ?? []
    var byline = BylineField(reading: reading, authors: names, authorNode: found?.node, titleNode: titleNode).ballot()
    addProfile(.byline, to: &byline)
    review.byline = take(byline, spend: isInSentence(byline.winner) ? 0 : 240)
    let boxes = take(biography) { $0.map(\.text).joined(separator: " / ") } ?? []
    if !boxes.isEmpty { review.authorBio = boxes.map(\.text).joined(separator: "\n\n") }
    spent.formUnion(boxes.map { reading.box(round: $0.node) })
    let links = AuthorLinks(reading)
    review.authors = authors.enumerated().map { index, name in
      let box = boxes.first { $0.author == index } ?? (authors.count == 1 ? boxes.first : nil)
      return Author(name: name, url: links.address(of: name), bio: box?.text)
    }
  }

  /// Whether a byline is the end of a sentence that says something else: "Listen to the review by Ada Example, above."
  private func isInSentence(_ byline: Candidate<String>?) -> Bool {
    guard let byline, let node = byline.node else { return false }
    let line = reading.survey.line(node)
    guard let place = line.firstRange(of: byline.value), ".!?…".contains(line.last ?? " ") else { return false }
    return line[..<place.lowerBound].spacedWords.count > 2
  }

  /// The authors of the book that a box with a count of pages or a number describes, and those in a headline that says
  /// "Review: X by Y".
  private func reviewedMakers(_ ballot: Ballot<[String]>) -> [String] {
    let named = review.title.flatMap { TitlePattern.item(in: $0, isReview: false)?.item.creators } ?? []
    let mayBeInBox = ballot.candidates.contains { candidate in
      candidate.source == "page" && candidate.node.map { DataBox.mayLabelAuthor(reading, at: $0) } ?? false
    }
    guard mayBeInBox else { return named }
    return named + (reading.box.type == "Book" ? reading.box.makers(of: "Book", authors: []) : [])
  }

  /// "Ada" above the text is Ada Example in the box below. What a profile says stands.
  private func completed(_ found: Candidate<[String]>, from box: BiographyField.Box?) -> Candidate<[String]>? {
    guard let box, found.source != "profile", found.value.count == 1, let name = found.value.first,
      let whole = PersonName.completed(name, from: box.text)
    else { return nil }
    return Candidate(
      [whole], source: "page", .node(box.node), rule: "the box about \(name) has the whole name",
      score: found.score + 0.01)
  }

  private mutating func readDates() {
    let dates = DatesField(reading: reading, titleNode: titleNode)
    var published = dates.published()
    if let text = profileText(.published),
      let date = DateReader.iso(text.value) ?? DateReader.read(text.value, language: reading.language)
    {
      published.add(profileCandidate(date, text.node, .published))
    }
    review.published = take(published)
    if let published = review.published {
      let printed = dates.publishedText(published)
      review.publishedText = take(printed)
    }
    review.modified = take(dates.modified())
  }

  private mutating func readTerms() {
    var (tags, categories) = TermsField(reading: reading, titleNode: titleNode).ballots()
    // A site that shows no categories may still show the way to the page.
    if showsBreadcrumb, review.published != nil, let title = review.title {
      categories.add(BreadcrumbSections(reading, siteName: review.siteName).candidate(review.breadcrumb, title: title))
    }
    addProfileTerms(.tags, to: &tags)
    addProfileTerms(.categories, to: &categories)
    review.tags = take(tags, Self.names, spend: 300) ?? []
    // A category is no tag for being listed among them, and one list is not both.
    if let list = categories.winner, let other = tags.winner, isSameList(list, other) { return }
    review.categories = take(categories, Self.names, spend: 300) ?? []
  }

  /// Whether two lists are one, or one is a link to a tag alone that the other holds too.
  private func isSameList(_ categories: Candidate<[Term]>, _ tags: Candidate<[Term]>) -> Bool {
    if categories.node == tags.node { return categories.value == tags.value }
    guard let node = categories.node, let holder = tags.node, reading.document.contains(holder, node) else {
      return false
    }
    return categories.value.map(\.name) == tags.value.map(\.name) && TermLink.addressSaysTag(node, reading.document)
  }

  private mutating func readNotes(_ evidence: ReviewEvidence) {
    var rating = RatingField(
      reading: reading, title: review.title, titleNode: titleNode, evidence: evidence,
      isSigned: review.published != nil || !review.authors.isEmpty
    ).ballot()
    if let text = profileText(.rating), let value = RatingReader.read(text.value, context: .labelled) {
      rating.add(profileCandidate(value, text.node, .rating))
    }
    review.rating = take(rating) { $0.text }
    let isReview = evidence.allowsRating || review.rating != nil
    let notes = NotesField(reading: reading, isReviewOfOne: isReview && evidence.isOfOne, isOfOne: evidence.isOfOne)
    review.pros = take(notes.notes("pros"), Self.list) ?? []
    review.cons = take(notes.notes("cons"), Self.list) ?? []
    review.verdict = take(notes.verdict())
    var lead = LeadField(reading: reading, titleNode: titleNode).ballot()
    addProfile(.lead, to: &lead)
    // What a profile calls the lead is never text instead.
    leadNode = lead.winner.flatMap { $0.source == "profile" ? nil : $0.node }
    review.lead = take(lead, spend: 1000)
  }

  private mutating func readBody(_ evidence: ReviewEvidence) throws(ExtractError) {
    if let titleNode { spent.insert(titleNode) }
    let body = BodyReader(
      reading: reading, title: review.title, titleNode: titleNode, lead: review.lead,
      leadNode: leadNode, spent: spent,
      printed: [review.byline, review.publishedText].compactMap(\.self),
      isReview: evidence.strength > .none && !evidence.isOfMany || review.rating != nil
    ).read()
    guard let body else { throw BodyReader.nothingToRead(reading, ObstacleJudge(reading).obstacle()) }
    textEnd = body.end
    if body.holdsLead {
      review.lead = nil
      record.withdraw(["lead"])
    }
    review.body = body.text.blocks
    review.images = body.text.images
    review.links = body.text.links
    review.confidence = body.confidence
    record.note(
      "body", body.provenance, rule: body.rule, value: "\(body.text.blocks.count) blocks", score: body.confidence)
  }

  private mutating func readJudgement(_ evidence: ReviewEvidence) {
    let item = ItemField(reading: reading, review: review, evidence: evidence)
    review.item = take(item.ballot()) { $0.name }
    review.comments = take(CommentsField(reading: reading).ballot()) { state in
      [state.count.map { "\($0)" }, state.closed == true ? "closed" : nil].compactMap { $0 }.joined(separator: ", ")
    }
    let classifier = KindClassifier(reading: reading, review: review, evidence: evidence)
    let judge = classifier.judge()
    obstacle = judge.obstacle()
    suspicion = judge.suspicion()
    let (kind, rule) = classifier.kind(obstacle)
    review.kind = kind
    withdrawAuthors()
    withdrawReview()
    record.judge("kind", Provenance(source: "page", at: ""), rule: rule, value: kind.rawValue, score: review.confidence)
  }

  /// Pages of lists go on by nature.
  private mutating func readContinuation() {
    guard let textEnd, review.kind != .listing, review.kind != .error, review.kind != .blocked else { return }
    continuation = ContinuationFinder(reading: reading, end: textEnd, series: series).find()
    guard let continuation else { return }
    record.judge(
      "continuation", Provenance(source: "page", at: ""), rule: continuation.rule,
      value: [continuation.kind.rawValue, continuation.address?.description].compactMap(\.self).joined(separator: ": "))
  }

  /// A list of articles and a shop's page have no author: names printed on them are other pages', or customers'.
  private mutating func withdrawAuthors() {
    guard review.kind == .listing || review.kind == .product, record.isPrinted("authors") else { return }
    review.authors = []
    review.byline = nil
    review.authorBio = nil
    record.withdraw(["authors", "byline", "authorBio"])
  }

  /// What a list, an error or a wall prints of ratings belongs to other pages.
  private mutating func withdrawReview() {
    guard review.kind == .listing || review.kind == .error || review.kind == .blocked else { return }
    review.rating = nil
    review.item = nil
    review.pros = []
    review.cons = []
    review.verdict = nil
    record.withdraw(["rating", "item", "pros", "cons", "verdict"])
  }

  // MARK: Taking

  private mutating func take(_ ballot: Ballot<String>, spend limit: Int32 = 0) -> String? {
    take(ballot, { $0 }, spend: limit)
  }

  /// The winner, its node spent when it is small: a wrong guess must not cost the text.
  private mutating func take<Value: ShownValue>(
    _ ballot: Ballot<Value>, _ words: (Value) -> String, spend limit: Int32 = 0
  ) -> Value? {
    let value = record.take(ballot, words)
    if value != nil, let node = ballot.winner?.node, reading.survey.weight[node] < limit { spent.insert(node) }
    return value
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  private static func names(_ terms: [Term]) -> String { terms.map(\.name).joined(separator: ", ") }
}
