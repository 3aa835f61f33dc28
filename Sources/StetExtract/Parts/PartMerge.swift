internal import StetModel

/// One record of the pages of an article.
///
/// The text is that of all pages, without what each repeats: at its start the headline, the lead and whatever stands at the
/// start of the first page, at its end whatever stands at the end of the next one. All other fields are the first
/// page's; what it lacks is the last page's that has it.
struct PartMerge {
  private(set) var record: Extraction
  private let first: Extraction
  private let later: [Extraction]
  private let headings: [String?]

  /// So many blocks at the start or end of a page may be a repetition.
  private static let maximumRepeated = 8

  /// - Parameters:
  ///   - headings: what each later page has for a headline, where that is not the article's.
  ///   - isWhole: whether the one later page has all of the text.
  init(_ first: Extraction, _ later: [Extraction], headings: [String?], isWhole: Bool) {
    record = first
    (self.first, self.later, self.headings) = (first, later, headings)
    if isWhole, let whole = later.last {
      record.review.body = whole.review.body
      record.review.images = whole.review.images
      record.review.links = whole.review.links
      if whole.review.lead == nil, let lead = first.review.lead, Self.startsWith(lead, whole.review.body) {
        record.review.lead = nil
      }
      note("body", from: whole, 2, replacing: true)
    } else {
      mergeBody()
    }
    mergeFields()
  }

  // MARK: The text

  private mutating func mergeBody() {
    let pages = [first] + later
    let starts = first.review.body.prefix(Self.maximumRepeated)
    var texts = pages.map(\.review.body)
    // A later page is not compared with what was cut off the one before it.
    for index in texts.indices.dropLast() {
      let repeated = Self.commonEnd(pages[index].review.body, pages[index + 1].review.body)
      texts[index].removeLast(min(repeated, texts[index].count))
    }
    var body = texts[0]
    for (index, page) in later.enumerated() {
      var text = texts[index + 1][...]
      var dropped = 0
      while let block = text.first, dropped < Self.maximumRepeated, starts.contains(block) || isHead(block) {
        text.removeFirst()
        dropped += 1
      }
      if let heading = headings[index], !Self.opens(heading, text) { body.append(.heading(level: 2, text: heading)) }
      // A standfirst of the page is a paragraph of the article.
      if let lead = page.review.lead, lead != first.review.lead { body.append(.paragraph(text: lead)) }
      body += text
    }
    record.review.body = body
    var images = Set(first.review.images.map(\.src))
    var links = Set(first.review.links)
    for page in later {
      record.review.images += page.review.images.filter { images.insert($0.src).inserted }
      record.review.links += page.review.links.filter { links.insert($0).inserted }
    }
    record.review.confidence = pages.map(\.review.confidence).min() ?? first.review.confidence
  }

  /// Whether a block repeats the article's headline, byline or lead.
  private func isHead(_ block: Block) -> Bool {
    switch block {
    case .heading(_, let text), .paragraph(let text, _):
      let review = first.review
      return [review.title, review.lead, review.byline].contains { $0 == text }
    default: return false
    }
  }

  private static func opens(_ heading: String, _ text: ArraySlice<Block>) -> Bool {
    if case .heading(_, heading)? = text.first { return true }
    return false
  }

  private static func startsWith(_ lead: String, _ body: [Block]) -> Bool {
    body.prefix(3).contains { $0.plainText == lead }
  }

  private static func commonEnd(_ one: [Block], _ other: [Block]) -> Int {
    zip(one.reversed(), other.reversed()).prefix(maximumRepeated).prefix { $0 == $1 }.count
  }

  // MARK: Other fields

  private mutating func mergeFields() {
    take("authorBio", \.authorBio)
    if record.review.authors.isEmpty {
      take("byline", \.byline)
      takeList("authors", \.authors)
    } else {
      takeBiographies()
    }
    take("rating", \.rating)
    take("verdict", \.verdict)
    takeList("pros", \.pros)
    takeList("cons", \.cons)
    take("item", \.item)
    take("published", \.published)
    take("publishedText", \.publishedText)
    take("modified", \.modified)
    takeList("tags", \.tags)
    takeList("categories", \.categories)
    takeList("breadcrumb", \.breadcrumb)
    take("siteName", \.siteName)
    take("language", \.language)
    take("comments", \.comments)
    // The rating stands on the last page.
    if record.review.kind == .article, later.contains(where: { $0.review.kind == .review }) {
      record.review.kind = .review
    }
  }

  private mutating func takeBiographies() {
    for index in record.review.authors.indices where record.review.authors[index].bio == nil {
      let name = record.review.authors[index].name
      let found = later.lazy.reversed().compactMap { $0.review.authors.first { $0.name == name }?.bio }.first
      record.review.authors[index].bio = found
    }
  }

  private mutating func take<Value>(_ field: String, _ path: WritableKeyPath<Review, Value?>) {
    guard record.review[keyPath: path] == nil else { return }
    for index in later.indices.reversed() {
      guard let value = later[index].review[keyPath: path] else { continue }
      record.review[keyPath: path] = value
      return note(field, from: later[index], index + 2)
    }
  }

  private mutating func takeList<Value>(_ field: String, _ path: WritableKeyPath<Review, [Value]>) {
    guard record.review[keyPath: path].isEmpty else { return }
    for index in later.indices.reversed() where !later[index].review[keyPath: path].isEmpty {
      record.review[keyPath: path] = later[index].review[keyPath: path]
      return note(field, from: later[index], index + 2)
    }
  }

  /// Says that a field comes from a later page.
  private mutating func note(_ field: String, from page: Extraction, _ number: Int, replacing: Bool = false) {
    if replacing {
      record.provenance.removeAll { $0.field == field }
      record.explanations.removeAll { $0.field == field }
    }
    if var found = page.provenance.first(where: { $0.field == field }) {
      found.provenance.at = "page \(number): \(found.provenance.at)"
      record.provenance.append(found)
    }
    if let found = page.explanations.first(where: { $0.field == field }) {
      record.explanations.removeAll { $0.field == field }
      record.explanations.append(found)
    }
  }
}
