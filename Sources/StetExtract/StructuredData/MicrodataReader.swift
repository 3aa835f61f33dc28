internal import StetHTML
internal import StetModel

/// Microdata → graph (HTML standard, 5.2).
struct MicrodataReader {
  private(set) var graph: LinkedGraph
  private let document: HTMLDocument
  /// The open things: index and the node after the last of its descendants.
  private var open: [(item: Int, end: Int)] = []
  /// How many nodes `itemref` may bring in again; it could name the same part of the page a thousand times.
  private var referenceBudget: Int
  private var references: [(item: Int, ids: String)] = []

  /// Reads every `itemscope` of a page.
  init(_ document: HTMLDocument, page: PageAddress) {
    self.document = document
    graph = LinkedGraph(.microdata, document: document, page: page)
    referenceBudget = 4 * document.count
    guard document.attributes.contains(where: { $0.name == .itemscope }) else { return }
    read(0..<document.count)
    followReferences()
  }

  private mutating func read(_ nodes: Range<Int>) {
    for node in nodes where !document.attributeRange(node).isEmpty {
      if graph.isFull { return }
      while let last = open.last, node >= last.end { open.removeLast() }
      let names = document.attribute(node, .itemprop)
      if document.value(node, .itemscope) != nil {
        begin(node, names: names)
      } else if let names, let current = open.last {
        for name in names.split(separator: " ").prefix(8) {
          if let name = LinkedName(name) { graph.items[current.item].properties.append((name, .node(node))) }
        }
      }
    }
  }

  private mutating func begin(_ node: Int, names: String?) {
    let index = graph.items.count
    let types = (document.attribute(node, .itemtype) ?? "").spacedWords.prefix(8)
    var item = LinkedItem(types: types.map { LinkedItem.typeName($0) }, id: document.attribute(node, .itemid))
    item.node = node
    if let names, let current = open.last {
      let known = names.spacedWords.prefix(8).compactMap { LinkedName($0) }
      item.parent = current.item
      item.role = known.first
      item.hasForeignRole = known.isEmpty
      for name in known { graph.items[current.item].properties.append((name, .item(index))) }
    }
    graph.items.append(item)
    if let ids = document.attribute(node, named: "itemref") { references.append((index, ids)) }
    open.append((index, document.end(node)))
  }

  private mutating func followReferences() {
    guard !references.isEmpty else { return }
    var nodeByID: [String: Int] = [:]
    for node in 0..<document.count {
      if let id = document.attribute(node, .id), nodeByID[id] == nil { nodeByID[id] = node }
    }
    var next = 0
    while next < references.count {
      let (item, ids) = references[next]
      next += 1
      for id in ids.spacedWords.prefix(64) {
        guard let node = nodeByID[String(id)] else { continue }
        // A thing that refers to the part of the page in which it stands would contain itself.
        if let own = graph.items[item].node, document.contains(node, own) { continue }
        referenceBudget -= document.subtree(node).count
        guard referenceBudget > 0 else { return }
        open = [(item, document.end(node))]
        read(document.subtree(node))
      }
    }
  }
}
