internal import StetHTML
internal import StetModel

/// A value that a field might have, and why.
struct Candidate<Value: Sendable>: Sendable {
  /// Where a candidate was found.
  enum Place: Sendable, Hashable {
    /// A path in data, or the name of a meta element.
    case path(String)
    /// A node of the tree.
    case node(Int)
  }

  var value: Value
  /// The kind of source: "json-ld", "microdata", "meta", "link", "page", "address", "profile" …
  var source: String
  var place: Place
  /// The rule that proposed it, in plain words.
  var rule: String
  /// How much it is trusted, 0 to 1 and, with agreement, a little above.
  var score: Double
  /// Whether the page says in words what the value is, as "By Ada Example" does: it is not told by its place alone.
  var isOutspoken = false

  init(_ value: Value, source: String, _ place: Place, rule: String, score: Double) {
    self.value = value
    self.source = source
    self.place = place
    self.rule = rule
    self.score = score
  }

  /// A candidate from structured data.
  init(_ value: Value, from article: LinkedArticle, _ property: String, score: Double) {
    self.init(
      value, source: article.source.rawValue, .path("\(article.path).\(property)"),
      rule: "structured data gives it", score: score)
  }

  /// The node it was found at, if any.
  var node: Int? {
    if case .node(let node) = place { return node }
    return nil
  }

  /// The place in words.
  func provenance(in document: HTMLDocument) -> Provenance {
    switch place {
    case .path(let path): Provenance(source: source, at: path)
    case .node(let node): Provenance(source: source, at: NodePath(document).describe(node))
    }
  }
}
