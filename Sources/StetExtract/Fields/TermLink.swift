internal import StetHTML
internal import StetModel

/// What a link says about itself as a tag or category.
enum TermLink {
  /// The two kinds of terms.
  enum Kind: Sendable { case tag, category }

  /// The kind that `rel` and the path of the address tell; nil when they tell none.
  static func kind(_ node: Int, _ document: HTMLDocument) -> Kind? { kindAndAuthor(node, document).kind }

  /// The kind, and whether the address leads to an author instead.
  static func kindAndAuthor(_ node: Int, _ document: HTMLDocument) -> (kind: Kind?, leadsToAuthor: Bool) {
    guard let value = document.value(node, .href), value.count > 1 else { return (nil, false) }
    let rel = document.value(node, .rel).map { document.values[$0.indices] } ?? []
    // WordPress writes `rel="category tag"` on categories.
    if !rel.isEmpty, RelTokens.contains("category", node, document) { return (.category, false) }
    // The address is surer than `rel=tag` alone, which themes put on categories too.
    let kinds = AddressWords.kinds(in: document.values[value.indices])
    if kinds.contains(.category) { return (.category, false) }
    let isTag = kinds.contains(.tag) || (!rel.isEmpty && RelTokens.contains("tag", node, document))
    return (isTag ? .tag : nil, kinds.contains(.author))
  }

  /// Whether the address itself says that it leads to a tag.
  static func addressSaysTag(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .href) else { return false }
    return AddressWords.kinds(in: document.values[value.indices]).contains(.tag)
  }

  /// Whether the link leads to another page: not to a place in this one, and not to a script.
  static func leadsSomewhere(_ node: Int, _ document: HTMLDocument) -> Bool {
    guard let value = document.value(node, .href), value.count > 1 else { return false }
    let address = document.values[value.indices]
    return address.first != UInt8(ascii: "#") && !ByteSearch.starts(address, with: "javascript:")
  }

  /// Whether the link is an entry of WordPress's menus or of its lists of all categories and tags, which mark their
  /// entries so; the terms of one post never carry these classes.
  static func isSiteList(_ node: Int, _ document: HTMLDocument) -> Bool {
    var holder = node
    for _ in 0..<4 where holder > 0 {
      if document.tag(holder) == .li, let value = document.value(holder, .class) {
        let names = document.values[value.indices]
        return ByteSearch.contains("menu-item", in: names) || ByteSearch.contains("cat-item", in: names)
          || ByteSearch.contains("page_item", in: names)
      }
      holder = document.parent(holder)
    }
    return false
  }
}
