internal import StetHTML
internal import StetModel

/// hEntry, hReview, h-entry and h-review (microformats 1 and 2) → graph, under schema.org's names.
struct MicroformatReader {
  /// Entries nested deeper than this are passed over.
  private static let maximumDepth = 8

  private(set) var graph: LinkedGraph
  private let document: HTMLDocument
  private var depth = 0

  /// What the classes of one element say.
  private enum Root { case entry, review, card, item }

  /// Reads every entry and review of a page that is not a reader's comment.
  init(_ document: HTMLDocument, page: PageAddress) {
    self.document = document
    graph = LinkedGraph(.microformats, document: document, page: page)
    var node = 0
    while node < document.count, !graph.isFull {
      guard let value = document.value(node, .class), value.count >= 6 else {
        node += 1
        continue
      }
      let classes = document.values[value.indices]
      if Self.isComment(classes) {
        node = document.end(node)
      } else if let root = Self.root(classes), root == .entry || root == .review {
        readRoot(node, root)
        node = document.end(node)
      } else {
        node += 1
      }
    }
  }

  private static func root(_ classes: ArraySlice<UInt8>) -> Root? {
    var root: Root?
    ClassTokens.each(classes) { token in
      func isEqual(_ word: StaticString) -> Bool { ByteSearch.isEqual(token, word) }
      switch token.count {
      case 6 where isEqual("hentry"): root = root ?? .entry
      case 7 where isEqual("h-entry"): root = root ?? .entry
      case 7 where isEqual("hreview") || isEqual("hReview"): root = .review
      case 8 where isEqual("h-review"): root = .review
      case 5 where isEqual("vcard"): root = root ?? .card
      case 6 where isEqual("h-card"): root = root ?? .card
      case 4 where isEqual("item"): root = root ?? .item
      case 6 where isEqual("h-item") || isEqual("p-item"): root = root ?? .item
      case 9 where isEqual("h-product"): root = root ?? .item
      default: break
      }
    }
    return root
  }

  /// Classes under which readers' comments stand, which themes also mark as entries.
  private static func isComment(_ classes: ArraySlice<UInt8>) -> Bool {
    var found = false
    ClassTokens.each(classes) { token in
      func isEqual(_ word: StaticString) -> Bool { ByteSearch.isEqual(token, word) }
      switch token.count {
      case 7 where isEqual("comment"), 8 where isEqual("comments"), 9 where isEqual("p-comment"),
        11 where isEqual("commentlist"), 12 where isEqual("comment-list"),
        13 where isEqual("comments-area") || isEqual("related-posts"):
        found = true
      default: break
      }
    }
    return found
  }

  private mutating func readRoot(_ node: Int, _ root: Root) {
    guard depth < Self.maximumDepth, !graph.isFull else { return }
    depth += 1
    defer { depth -= 1 }
    let index = graph.items.count
    var item = LinkedItem(types: [root == .review ? "Review" : "BlogPosting"])
    item.node = node
    graph.items.append(item)
    var position = node + 1
    let end = document.end(node)
    while position < end {
      guard let value = document.value(position, .class) else {
        position += 1
        continue
      }
      let classes = document.values[value.indices]
      if Self.isComment(classes) {
        position = document.end(position)
        continue
      }
      let names = Self.properties(classes, of: root)
      let inner = Self.root(classes)
      if inner == .entry || inner == .review {
        // A review inside an entry is a thing of its own, and of the same page.
        readRoot(position, inner ?? root)
        position = document.end(position)
      } else if names.contains(.author) || names.contains(.itemReviewed) || inner == .item {
        readInner(position, names.contains(.author) ? .author : .itemReviewed, of: index, isCard: inner == .card)
        position = document.end(position)
      } else {
        for name in names { graph.items[index].properties.append((name, .node(position))) }
        // The text of an entry may hold a review, but none of the entry's own properties.
        position = names.contains(.articleBody) ? skipBody(position) : position + 1
      }
    }
  }

  /// Reads what is marked as a review inside a body and returns the node after it.
  private mutating func skipBody(_ body: Int) -> Int {
    var node = body + 1
    while node < document.end(body) {
      if let value = document.value(node, .class), Self.root(document.values[value.indices]) == .review {
        readRoot(node, .review)
        node = document.end(node)
      } else {
        node += 1
      }
    }
    return node
  }

  /// Author or item: a thing with a name (`fn`, `p-name`) and a link, or a plain name.
  private mutating func readInner(_ node: Int, _ role: LinkedName, of parent: Int, isCard: Bool) {
    // An "item" without a name inside is some theme's class, not hReview's.
    let named = document.subtree(node).prefix(200).first {
      ClassTokens.has(document, $0, "fn") || ClassTokens.has(document, $0, "p-name")
    }
    guard let named else {
      if role == .author { graph.items[parent].properties.append((role, .node(node))) }
      return
    }
    var item = LinkedItem(types: role == .author ? ["Person"] : [])
    item.parent = parent
    item.role = role
    item.node = node
    item.properties.append((.name, .node(named)))
    let link = document.subtree(node).prefix(200).first { document.tag($0) == .a && document.value($0, .href) != nil }
    if let link { item.properties.append((.url, .node(link))) }
    for inner in document.subtree(node).prefix(400)
    where ClassTokens.has(document, inner, "note") || ClassTokens.has(document, inner, "p-note") {
      item.properties.append((.description, .node(inner)))
    }
    graph.items[parent].properties.append((role, .item(graph.items.count)))
    graph.items.append(item)
  }

  private static func properties(_ classes: ArraySlice<UInt8>, of root: Root) -> [LinkedName] {
    var names: [LinkedName] = []
    ClassTokens.each(classes) { token in
      guard token.count <= 16, let name = table[String(decoding: token, as: UTF8.self)] else { return }
      switch name {
      case .articleBody where root == .review: names.append(.reviewBody)
      case .ratingValue, .bestRating, .worstRating, .reviewBody, .itemReviewed:
        if root == .review { names.append(name) }
      default: names.append(name)
      }
    }
    return names
  }

  private static let table: [String: LinkedName] = [
    "entry-title": .headline, "p-name": .headline, "p-summary": .description,
    "entry-summary": .description, "entry-content": .articleBody, "e-content": .articleBody,
    "description": .reviewBody, "e-description": .reviewBody, "published": .datePublished,
    "dt-published": .datePublished, "dtreviewed": .datePublished, "dt-reviewed": .datePublished,
    "updated": .dateModified, "dt-updated": .dateModified, "author": .author, "p-author": .author,
    "reviewer": .author, "p-reviewer": .author, "p-category": .keywords, "u-url": .url, "rating": .ratingValue,
    "p-rating": .ratingValue, "value": .ratingValue, "p-value": .ratingValue, "average": .ratingValue,
    "best": .bestRating, "p-best": .bestRating, "worst": .worstRating, "p-worst": .worstRating,
    "p-item": .itemReviewed,
  ]
}
