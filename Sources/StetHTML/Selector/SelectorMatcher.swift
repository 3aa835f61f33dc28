/// Matches selectors against one document, a set of nodes at a time.
///
/// For every compound selector all nodes are looked at once, and a combinator carries the set of matching nodes over to
/// their children, siblings or descendants in one walk. There is no backtracking, so no selector is slow.
struct SelectorMatcher {
  /// Membership by node.
  typealias NodeSet = [Bool]

  private let document: HTMLDocument
  private var positions: [Bool: ElementPositions] = [:]
  private var siblings: [Int32]?

  init(_ document: HTMLDocument) { self.document = document }

  /// The nodes that any selector of a list selects.
  mutating func set(of list: [ComplexSelector]) -> NodeSet {
    var result = NodeSet(repeating: false, count: document.count)
    for selector in list {
      var set = set(of: selector.first, among: nil)
      for step in selector.steps { set = self.set(of: step.compound, among: reached(from: set, by: step.combinator)) }
      for node in result.indices where set[node] { result[node] = true }
    }
    return result
  }

  /// The nodes that `:has()` is true of: selectors are followed from their last element back.
  private mutating func anchors(of list: [ComplexSelector]) -> NodeSet {
    var result = NodeSet(repeating: false, count: document.count)
    for selector in list {
      let compounds = [selector.first] + selector.steps.map(\.compound)
      let combinators = [selector.leading] + selector.steps.map(\.combinator)
      var back: NodeSet?
      for (compound, combinator) in zip(compounds, combinators).reversed() {
        back = origins(of: set(of: compound, among: back), by: combinator)
      }
      guard let back else { continue }
      for node in result.indices where back[node] { result[node] = true }
    }
    return result
  }

  // MARK: One element

  /// The nodes, of some, that a compound selector selects.
  private mutating func set(of compound: CompoundSelector, among candidates: NodeSet?) -> NodeSet {
    var result = NodeSet(repeating: false, count: document.count)
    let simple = CompoundSelector(element: compound.element, conditions: compound.conditions.filter(isSimple))
    for node in result.indices where candidates?[node] ?? true { result[node] = matches(simple, node) }
    for condition in compound.conditions {
      let wanted: NodeSet
      var isNegated = false
      switch condition {
      case .position(let position):
        let all = positions(ofType: position.isOfType)
        for node in result.indices where result[node] { result[node] = all.fits(node, position) }
        continue
      case .matchesAny(let list): wanted = set(of: list)
      case .matchesNone(let list):
        wanted = set(of: list)
        isNegated = true
      case .has(let list): wanted = anchors(of: list)
      case .id, .class, .attribute, .empty, .root: continue
      }
      for node in result.indices where result[node] { result[node] = wanted[node] != isNegated }
    }
    return result
  }

  private func isSimple(_ condition: CompoundSelector.Condition) -> Bool {
    CompoundSelector(conditions: [condition]).isSimple
  }

  /// Whether a simple compound selector selects a node.
  func matches(_ compound: CompoundSelector, _ node: Int) -> Bool {
    guard document.isElement(node) else { return false }
    switch compound.element {
    case .any: break
    case .known(let tag): if document.tag(node) != tag { return false }
    case .other(let name): if document.tag(node) != .other || document.name(of: node) != name { return false }
    }
    return compound.conditions.allSatisfy { matches($0, node) }
  }

  private func matches(_ condition: CompoundSelector.Condition, _ node: Int) -> Bool {
    switch condition {
    case .id(let id): value(node, .id)?.elementsEqual(id) ?? false
    case .class(let name): value(node, .class).map { Self.hasWord($0, name) } ?? false
    case .attribute(let attribute): matches(attribute, node)
    case .root: document.parent(node) == 0
    case .empty: document.children(node).allSatisfy { !document.isElement($0) && document.nodes[$0].length == 0 }
    case .position, .matchesAny, .matchesNone, .has: true
    }
  }

  private func value(_ node: Int, _ name: AttributeName) -> ArraySlice<UInt8>? {
    document.value(node, name).map { document.values[$0.indices] }
  }

  private func matches(_ condition: AttributeCondition, _ node: Int) -> Bool {
    if condition.known != .other { return value(node, condition.known).map(condition.matches) ?? false }
    for index in document.attributeRange(node) where document.attributes[index].name == .other {
      if document.name(ofAttribute: index) == condition.name {
        return condition.matches(document.values[document.attributes[index].value.indices])
      }
    }
    return false
  }

  private static func hasWord(_ value: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    var start = value.startIndex
    while start < value.endIndex {
      var end = start
      while end < value.endIndex, !isHTMLSpace(value[end]) { end += 1 }
      if end - start == word.count, value[start..<end].elementsEqual(word) { return true }
      start = end + 1
    }
    return false
  }

  // MARK: Combinators

  /// The nodes that stand so to a node of a set.
  private mutating func reached(from set: NodeSet, by combinator: ComplexSelector.Combinator) -> NodeSet {
    var result = NodeSet(repeating: false, count: set.count)
    switch combinator {
    case .child: for node in set.indices.dropFirst() { result[node] = set[document.parent(node)] }
    case .descendant:
      for node in set.indices.dropFirst() {
        let parent = document.parent(node)
        result[node] = set[parent] || result[parent]
      }
    case .nextSibling, .subsequentSibling:
      let siblings = previousSiblings()
      for node in set.indices where siblings[node] > 0 {
        let previous = Int(siblings[node])
        result[node] = set[previous] || combinator == .subsequentSibling && result[previous]
      }
    }
    return result
  }

  /// The nodes to which a node of a set stands so.
  private mutating func origins(of set: NodeSet, by combinator: ComplexSelector.Combinator) -> NodeSet {
    var result = NodeSet(repeating: false, count: set.count)
    switch combinator {
    case .child: for node in set.indices.dropFirst() where set[node] { result[document.parent(node)] = true }
    case .descendant:
      for node in set.indices.dropFirst().reversed() where set[node] || result[node] {
        result[document.parent(node)] = true
      }
    case .nextSibling, .subsequentSibling:
      let siblings = previousSiblings()
      for node in set.indices.reversed() where siblings[node] > 0 {
        if set[node] || combinator == .subsequentSibling && result[node] { result[Int(siblings[node])] = true }
      }
    }
    return result
  }

  /// The element before each element, 0 for none.
  private mutating func previousSiblings() -> [Int32] {
    if let siblings { return siblings }
    var result = [Int32](repeating: 0, count: document.count)
    var last = result
    for node in result.indices.dropFirst() where document.isElement(node) {
      let parent = document.parent(node)
      result[node] = last[parent]
      last[parent] = Int32(node)
    }
    siblings = result
    return result
  }

  private mutating func positions(ofType: Bool) -> ElementPositions {
    if let found = positions[ofType] { return found }
    let made = ElementPositions(document, ofType: ofType)
    positions[ofType] = made
    return made
  }
}
