/// The position of every element among its siblings, from both ends.
struct ElementPositions {
  private var fromStart: [Int32]
  private var fromEnd: [Int32]

  init(_ document: HTMLDocument, ofType: Bool) {
    fromStart = [Int32](repeating: 0, count: document.count)
    fromEnd = fromStart
    /// How many children, or children of a name, there are.
    var counts: [UInt64: Int32] = [:]
    var children = fromStart
    var keys: [UInt64] = ofType ? [UInt64](repeating: 0, count: document.count) : []
    var other = document.otherElements.makeIterator()
    for node in 1..<max(document.count, 1) where document.isElement(node) {
      let parent = document.parent(node)
      if ofType {
        let tag = document.tag(node)
        // Every element of an unlisted name has an entry, in document order.
        let name = tag == .other ? 256 + UInt64(other.next()?.name ?? 0) : UInt64(tag.rawValue)
        let key = UInt64(parent) << 32 | name
        keys[node] = key
        counts[key, default: 0] += 1
        fromStart[node] = counts[key, default: 0]
      } else {
        children[parent] += 1
        fromStart[node] = children[parent]
      }
    }
    for node in fromStart.indices where fromStart[node] > 0 {
      let count = ofType ? counts[keys[node], default: 0] : children[document.parent(node)]
      fromEnd[node] = count - fromStart[node] + 1
    }
  }

  /// Whether an element stands where a condition wants it.
  func fits(_ node: Int, _ condition: PositionCondition) -> Bool {
    let position = condition.isFromEnd ? fromEnd[node] : fromStart[node]
    return position > 0 && condition.contains(Int(position))
  }
}
