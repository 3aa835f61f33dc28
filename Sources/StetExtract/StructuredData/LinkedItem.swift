/// One thing that a page describes: an article, a person, a rating …
struct LinkedItem: Sendable {
  /// schema.org type names, without the vocabulary's address, as written; empty when none is given.
  var types: [String]
  /// `@id`, `itemid` or `resource`, as written.
  var id: String?
  /// Values by name, in the order written; a name with several values stands several times.
  var properties: [(name: LinkedName, value: LinkedValue)] = []
  /// The thing that this one is a value of; nil at the top and for members of a `@graph`.
  var parent: Int?
  /// The property of the parent; nil at the top, and when it is not one that stet reads.
  var role: LinkedName?
  /// Whether the parent names this thing by a property that stet does not read.
  var hasForeignRole = false
  /// The element that carries the thing; nil in JSON-LD.
  var node: Int?

  /// Whether any of the types is one of these.
  func isA(_ names: String...) -> Bool { types.contains { names.contains($0) } }

  /// Drops the vocabulary's address or prefix ("http://schema.org/Review", "schema:Review", "v:Review").
  static func typeName(_ written: some StringProtocol) -> String {
    let text = String(written)
    let mark = text.utf8.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ":") }
    let name = mark.map { String(text[text.utf8.index(after: $0)...]) } ?? text
    return aliases[name] ?? name
  }

  /// What SIOC (as Drupal 7 writes it) calls the same things.
  private static let aliases = [
    "BlogPost": "BlogPosting", "Item": "Article", "UserAccount": "Person", "Review-aggregate": "AggregateRating",
  ]
}
