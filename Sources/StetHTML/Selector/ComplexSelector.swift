/// Compound selectors joined by combinators: `div > p.x`.
struct ComplexSelector: Sendable {
  /// How an element stands to the one before it in the selector.
  enum Combinator: Sendable {
    case descendant, child, nextSibling, subsequentSibling
  }

  /// A further compound selector.
  struct Step: Sendable {
    var combinator: Combinator
    var compound: CompoundSelector
  }

  /// How the first element stands to the one in question; only inside `:has()`.
  var leading = Combinator.descendant
  var first: CompoundSelector
  var steps: [Step] = []
}
