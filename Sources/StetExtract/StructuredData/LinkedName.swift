internal import StetModel

/// A property of a described thing that stet reads, by its schema.org name. Older vocabularies' names are mapped to it.
enum LinkedName: String, Sendable, CaseIterable {
  case about, articleBody, articleSection, author, bestRating, blogPost, byArtist
  case comment, commentCount, contentUrl, copyrightYear, creator, dateCreated, dateModified, datePublished, description
  case director, editor, genre, hasPart, headline, inLanguage, interactionStatistic, interactionType
  case item, itemListElement, itemReviewed, keywords, mainEntity, mainEntityOfPage, name, negativeNotes, position
  case positiveNotes, publisher, ratingValue, releaseDate, review, reviewAspect, reviewBody, reviewRating, sameAs, text
  case title, url, userInteractionCount, worstRating, aggregateRating, offers, ratingCount, reviewCount

  /// The property of this name, in any case, with or without the vocabulary's address or prefix; nil for names that
  /// stet does not read.
  init?(_ written: some StringProtocol) {
    let lower = ASCII.lowercased(String(written))
    if let alias = Self.aliases[lower] {
      self = alias
      return
    }
    let local = lower.utf8.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":") }
    let bare = local.map { String(lower[lower.utf8.index(after: $0)...]) } ?? lower
    guard let name = Self.byLowerCase[bare] ?? Self.aliases[bare] else { return nil }
    self = name
  }

  private static let byLowerCase = Dictionary(
    allCases.map { (ASCII.lowercased($0.rawValue), $0) }, uniquingKeysWith: { first, _ in first })

  /// Names of data-vocabulary.org, Dublin Core, FOAF and SIOC (as Drupal 7 writes them), and plurals found in the wild.
  private static let aliases: [String: LinkedName] = [
    "dc:title": .headline, "dcterms:title": .headline, "dc:date": .datePublished, "dc:created": .datePublished,
    "dcterms:created": .datePublished, "dc:creator": .author, "dcterms:modified": .dateModified,
    "dc:modified": .dateModified, "content:encoded": .articleBody, "sioc:has_creator": .author, "has_creator": .author,
    "sioc:num_replies": .commentCount, "foaf:name": .name, "v:rating": .reviewRating, "rating": .reviewRating,
    "v:value": .ratingValue, "v:average": .ratingValue, "v:best": .bestRating, "v:worst": .worstRating,
    "best": .bestRating, "worst": .worstRating, "value": .ratingValue, "average": .ratingValue,
    "itemreviewed": .itemReviewed, "reviewer": .author, "dtreviewed": .datePublished,
    "reviews": .review, "blogposts": .blogPost, "section": .articleSection, "tags": .keywords, "authors": .author,
    "itemlist": .itemListElement, "associatedreview": .review,
  ]
}
