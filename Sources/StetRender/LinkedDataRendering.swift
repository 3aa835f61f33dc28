public import StetModel

/// A record as JSON-LD 1.1 in the words of schema.org.
///
/// A review is a `Review`; other pages are what their kind is called there. What schema.org has no word for is left
/// out: links, where the text of an author box that names no author would go, whether comments are closed.
public enum LinkedDataRendering {
  /// The document.
  public static func json(_ review: Review) -> JSONValue {
    let type = type(of: review)
    var object: JSONObject = ["@context": "https://schema.org", "@type": .string(type), "url": .string(review.url)]
    object["headline"] = review.title.map(JSONValue.string)
    object["description"] = review.lead.map(JSONValue.string)
    object["author"] = list(authors(review))
    object["creditText"] = review.byline.map(JSONValue.string)
    object["datePublished"] = review.published.map(JSONValue.string)
    object["dateModified"] = review.modified.map(JSONValue.string)
    object["inLanguage"] = review.language.map(JSONValue.string)
    object["isPartOf"] = review.siteName.map { ["@type": "WebSite", "name": .string($0)] }.map(JSONValue.object)
    object[type == "Review" ? "itemReviewed" : "about"] = review.item.map(item)
    object["reviewRating"] = review.rating.map(rating)
    let body = review.bodyText
    if !body.isEmpty { object[bodyName(type)] = .string(body) }
    object["abstract"] = review.verdict.map(JSONValue.string)
    object["positiveNotes"] = notes(review.pros)
    object["negativeNotes"] = notes(review.cons)
    object[type.hasSuffix("Article") || type == "BlogPosting" ? "articleSection" : "genre"] = list(
      review.categories.map { .string($0.name) })
    object["keywords"] = list(review.tags.map(keyword))
    object["image"] = list(review.images.map(image))
    object["commentCount"] = review.comments?.count.map { .number(Double($0)) }
    object["mainEntityOfPage"] = breadcrumb(review)
    return .object(object)
  }

  /// The type of schema.org. Who gives a rating of their own, or sets pros and cons apart, reviews.
  private static func type(of review: Review) -> String {
    if review.rating != nil || !review.pros.isEmpty || !review.cons.isEmpty { return "Review" }
    return switch review.kind {
    case .review: "Review"
    case .article: "Article"
    case .post: "BlogPosting"
    case .forum: "DiscussionForumPosting"
    case .listing: "CollectionPage"
    case .product, .error, .blocked, .other: "WebPage"
    }
  }

  private static func bodyName(_ type: String) -> String {
    switch type {
    case "Review": "reviewBody"
    case "Article", "BlogPosting", "DiscussionForumPosting": "articleBody"
    default: "text"
    }
  }

  /// The record does not tell people from organisations: an author that is called like the site is one, all others are
  /// taken for people.
  private static func authors(_ review: Review) -> [JSONValue] {
    review.authors.map { author in
      let isSite = author.name == review.siteName
      var object: JSONObject = ["@type": isSite ? "Organization" : "Person", "name": .string(author.name)]
      object["url"] = author.url.map(JSONValue.string)
      let bio = author.bio ?? (review.authors.count == 1 ? review.authorBio : nil)
      object["description"] = bio.map(JSONValue.string)
      return .object(object)
    }
  }

  private static func item(_ item: ReviewItem) -> JSONValue {
    // Only a work has makers and a year of its own.
    let isWork = !item.creators.isEmpty || item.year != nil
    var object: JSONObject = [
      "@type": .string(item.type ?? (isWork ? "CreativeWork" : "Thing")), "name": .string(item.name),
    ]
    object["creator"] = list(item.creators.map(JSONValue.string))
    object[item.type == "Product" ? "releaseDate" : "datePublished"] = item.year.map { .string("\($0)") }
    object["url"] = item.url.map(JSONValue.string)
    return .object(object)
  }

  private static func rating(_ rating: Rating) -> JSONValue {
    var object: JSONObject = ["@type": "Rating"]
    switch rating.value {
    case .number(let number): object["ratingValue"] = .number(number)
    case .grade(let grade): object["ratingValue"] = .string(grade)
    }
    object["bestRating"] = rating.best.map(JSONValue.number)
    object["worstRating"] = rating.worst.map(JSONValue.number)
    if !rating.text.isEmpty { object["description"] = .string(rating.text) }
    return .object(object)
  }

  private static func notes(_ texts: [String]) -> JSONValue? {
    texts.isEmpty ? nil : itemList("ItemList", texts.map { ["name": .string($0)] })
  }

  private static func keyword(_ term: Term) -> JSONValue {
    guard let url = term.url else { return .string(term.name) }
    return .object(["@type": "DefinedTerm", "name": .string(term.name), "url": .string(url)])
  }

  private static func image(_ image: ReviewImage) -> JSONValue {
    var object: JSONObject = ["@type": "ImageObject", "contentUrl": .string(image.src)]
    object["description"] = image.alt.map(JSONValue.string)
    object["caption"] = image.caption.map(JSONValue.string)
    return .object(object)
  }

  /// The way to the page belongs to the page, not to the work on it.
  private static func breadcrumb(_ review: Review) -> JSONValue? {
    guard !review.breadcrumb.isEmpty else { return nil }
    let steps = review.breadcrumb.map { term -> JSONObject in
      var step: JSONObject = ["name": .string(term.name)]
      step["item"] = term.url.map(JSONValue.string)
      return step
    }
    return .object([
      "@type": "WebPage", "@id": .string(review.url), "breadcrumb": itemList("BreadcrumbList", steps),
    ])
  }

  private static func itemList(_ type: String, _ items: [JSONObject]) -> JSONValue {
    let elements = items.enumerated().map { index, item -> JSONValue in
      let head: JSONObject = ["@type": "ListItem", "position": .number(Double(index + 1))]
      return .object(JSONObject(head.members + item.members))
    }
    return .object(["@type": .string(type), "itemListElement": .array(elements)])
  }

  private static func list(_ values: [JSONValue]) -> JSONValue? { values.isEmpty ? nil : .array(values) }
}
