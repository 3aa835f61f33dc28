internal import StetHTML
internal import StetModel

/// What a link says about itself as a tag or category.
enum TermLink {
  /// The two kinds of terms.
  enum Kind: Sendable { case tag, category }

  /// The kind that `rel` and the path of the address tell; nil when they tell none.
  static func kind(_ node: Int, _ document: HTMLDocument) -> Kind? {
    // WordPress writes `rel="category tag"` on categories.
    if RelTokens.contains("category", node, document) { return .category }
    guard let value = document.value(node, .href), value.count > 1 else { return nil }
    // The address is surer than `rel=tag` alone, which themes put on categories too.
    let kinds = AddressWords.kinds(in: document.values[value.indices])
    if kinds.contains(.category) { return .category }
    return kinds.contains(.tag) || RelTokens.contains("tag", node, document) ? .tag : nil
  }
}
