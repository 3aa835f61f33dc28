internal import StetHTML
internal import StetModel

/// RDFa Lite 1.1 → graph, and as much of RDFa 1.0 as Drupal 7 and Google's old rich snippets use.
struct RDFaReader {
  private(set) var graph: LinkedGraph
  private let document: HTMLDocument
  private var open: [(item: Int, end: Int)] = []
  /// A `rel` whose value is the thing that begins inside it.
  private var pending: (role: LinkedName, end: Int)?

  /// Reads every `typeof` of a page.
  init(_ document: HTMLDocument, page: PageAddress) {
    self.document = document
    graph = LinkedGraph(.rdfa, document: document, page: page)
    guard document.attributes.contains(where: { $0.name == .typeof }) else { return }
    for node in 0..<document.count where !document.attributeRange(node).isEmpty {
      if graph.isFull { return }
      while let last = open.last, node >= last.end { open.removeLast() }
      if let role = pending, node >= role.end { pending = nil }
      read(node)
    }
  }

  private mutating func read(_ node: Int) {
    let property = document.attribute(node, .property)
    if let types = document.attribute(node, .typeof) {
      begin(node, types: types, property: property)
    } else if let current = open.last?.item {
      for name in Self.names(property) { graph.items[current].properties.append((name, .node(node))) }
      if let rel = document.attribute(node, .rel), rel.utf8.contains(UInt8(ascii: ":")),
        let role = Self.names(rel).first
      {
        pending = (role, document.end(node))
      }
    }
  }

  private mutating func begin(_ node: Int, types: String, property: String?) {
    let index = graph.items.count
    let about = document.attribute(node, .resource) ?? document.attribute(node, .about)
    var item = LinkedItem(
      types: types.split(whereSeparator: \.isWhitespace).prefix(8).map { LinkedItem.typeName($0) }, id: about)
    item.node = node
    var names = Self.names(property)
    if names == [.name] || names == [.headline] {
      // RDFa 1.0: the property is the new thing's own, not the one that leads to it.
      item.properties.append((names[0], .node(node)))
      names = []
    }
    if names.isEmpty, let role = pending?.role { names = [role] }
    if let current = open.last?.item, property != nil || pending != nil {
      item.parent = current
      item.role = names.first
      item.hasForeignRole = names.isEmpty
      for name in names { graph.items[current].properties.append((name, .item(index))) }
    }
    graph.items.append(item)
    open.append((index, document.end(node)))
  }

  private static func names(_ written: String?) -> [LinkedName] {
    guard let written else { return [] }
    return written.split(whereSeparator: \.isWhitespace).prefix(8).compactMap { name in
      let isForOthers = ["og:", "article:", "fb:", "twitter:", "product:"].contains { name.hasPrefix($0) }
      return isForOthers ? nil : LinkedName(name)
    }
  }
}
