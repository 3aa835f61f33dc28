/// What a page says, as structured values. A field that the page does not have is nil or empty, never guessed.
public struct Review: Sendable, Hashable {
  /// The page's address.
  public var url: String
  /// What sort of page it is.
  public var kind: PageKind
  /// How sure the extractor is of body and kind, 0 to 1.
  public var confidence: Double
  /// The headline as the reader sees it, without the site's name.
  public var title: String?
  /// The line that names the authors, as printed ("By Ada Example, film critic").
  public var byline: String?
  /// People or organisations who wrote the page, in the order printed.
  public var authors: [Author] = []
  /// Text of the author boxes, as printed, in order; set whenever some author's `bio` is.
  public var authorBio: String?
  /// EDTF level 0 (2012, 2012-11, 2012-11-17) or RFC 3339 date-time, with an offset only when the page gives one.
  public var published: String?
  /// When the page was last changed, as it says; same form as `published`.
  public var modified: String?
  /// The date of publication as printed.
  public var publishedText: String?
  /// Standfirst or deck, when set apart from the body, where it is not repeated.
  public var lead: String?
  /// The text, in reading order.
  public var body: [Block] = []
  /// Tags as shown to readers, in order.
  public var tags: [Term] = []
  /// Categories as shown to readers, in order.
  public var categories: [Term] = []
  /// The way to the page as shown to readers, from the top.
  public var breadcrumb: [Term] = []
  /// The reviewer's own rating, never the readers' votes.
  public var rating: Rating?
  /// What is reviewed (schema.org itemReviewed).
  public var item: ReviewItem?
  /// What the reviewer liked (schema.org positiveNotes), when the page sets it apart.
  public var pros: [String] = []
  /// What the reviewer disliked (schema.org negativeNotes), when the page sets it apart.
  public var cons: [String] = []
  /// The conclusion, when the page sets it apart.
  public var verdict: String?
  /// The name of the site.
  public var siteName: String?
  /// Language of the text, BCP 47.
  public var language: String?
  /// Images of the text, in reading order.
  public var images: [ReviewImage] = []
  /// Links of the text, in reading order.
  public var links: [ReviewLink] = []
  /// What the page says of its comments.
  public var comments: CommentState?

  /// A record that holds nothing but its address and kind.
  public init(url: String, kind: PageKind = .other, confidence: Double = 0) {
    self.url = url
    self.kind = kind
    self.confidence = confidence
  }

  /// The plain reading of the body: block texts with an empty line between them, captions left out.
  public var bodyText: String { body.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n\n") }
}

extension Review: JSONRepresentable {
  /// The record as `Archive/README.md` describes it.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("url", url)
    builder.add("kind", kind.rawValue)
    builder.add("confidence", confidence)
    builder.add("title", title)
    builder.add("byline", byline)
    builder.add("authors", authors)
    builder.add("authorBio", authorBio)
    builder.add("published", published)
    builder.add("modified", modified)
    builder.add("publishedText", publishedText)
    builder.add("lead", lead)
    builder.add("body", body)
    builder.add("tags", tags)
    builder.add("categories", categories)
    builder.add("breadcrumb", breadcrumb)
    builder.add("rating", rating)
    builder.add("item", item)
    builder.add("pros", pros)
    builder.add("cons", cons)
    builder.add("verdict", verdict)
    builder.add("siteName", siteName)
    builder.add("language", language)
    builder.add("images", images)
    builder.add("links", links)
    builder.add("comments", comments)
    return builder.value
  }

  /// Reads a record.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    url = try reader.text("url")
    // A kind that a later version of stet knows is no reason to refuse the record.
    kind = PageKind(rawValue: try reader.textIfAny("kind") ?? "") ?? .other
    confidence = try reader.numberIfAny("confidence") ?? 0
    title = try reader.textIfAny("title")
    byline = try reader.textIfAny("byline")
    authors = try reader.values("authors")
    authorBio = try reader.textIfAny("authorBio")
    published = try reader.textIfAny("published")
    modified = try reader.textIfAny("modified")
    publishedText = try reader.textIfAny("publishedText")
    lead = try reader.textIfAny("lead")
    body = try reader.values("body")
    tags = try reader.values("tags")
    categories = try reader.values("categories")
    breadcrumb = try reader.values("breadcrumb")
    rating = try reader.valueIfAny("rating")
    item = try reader.valueIfAny("item")
    pros = try reader.texts("pros")
    cons = try reader.texts("cons")
    verdict = try reader.textIfAny("verdict")
    siteName = try reader.textIfAny("siteName")
    language = try reader.textIfAny("language")
    images = try reader.values("images")
    links = try reader.values("links")
    comments = try reader.valueIfAny("comments")
  }
}
