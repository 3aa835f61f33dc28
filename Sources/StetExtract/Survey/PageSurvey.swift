internal import StetHTML
internal import StetModel

/// One look at every node of a page: what elements are called, where visible text stands and how much, and where the
/// landmarks are that the rules for fields start from.
///
/// All measures are arrays by node. Lengths are weights: one per letter, two per letter of a script without spaces
/// (a Chinese sentence says in twenty characters what takes an English one sixty).
///
/// A class, since every rule holds it: see `HTMLDocument`.
final class PageSurvey: Sendable {
  let document: HTMLDocument
  let address: PageAddress

  /// What class, id and role say, by element.
  let signals: [Signals]
  /// What class and id say to the block model, by element: above zero for names of what holds text.
  let nameWeight: [Int8]
  /// Whether the node is displayed, as far as markup tells.
  let isVisible: [Bool]
  /// The block element that a node's text belongs to: the nearest one, itself included.
  let block: [Int32]
  /// Visible text in the subtree.
  let weight: [Int32]
  /// Visible text in the subtree that stands in links.
  let linkWeight: [Int32]
  /// Visible text that belongs to the block itself, not to blocks inside it.
  let ownWeight: [Int32]
  /// The part of `ownWeight` that stands in links.
  let ownLinkWeight: [Int32]
  /// Commas and full stops of any script in the block's own text.
  let ownPunctuation: [Int32]
  let landmarks: Landmarks
  /// Whether elements are nested deeper than on any real page, which may be 50 deep.
  let isDeep: Bool
  /// Whether there may be an entry or a review in microformats. Most pages have none.
  let mayHoldMicroformats: Bool

  init(_ document: HTMLDocument, address: PageAddress) {
    self.document = document
    self.address = address
    let walk = SurveyWalk(document)
    signals = walk.signals
    nameWeight = walk.nameWeight
    isVisible = walk.isVisible
    block = walk.block
    weight = walk.weight
    linkWeight = walk.linkWeight
    ownWeight = walk.ownWeight
    ownLinkWeight = walk.ownLinkWeight
    ownPunctuation = walk.ownPunctuation
    landmarks = walk.landmarks
    isDeep = Self.isDeep(document)
    mayHoldMicroformats = walk.mayHoldMicroformats
  }

  // MARK: Measures

  /// The share of a subtree's text that stands in links, 0 to 1.
  func linkDensity(_ node: Int) -> Double {
    weight[node] == 0 ? 0 : Double(linkWeight[node]) / Double(weight[node])
  }

  /// The signals of a node and its ancestors up to, not including, another node.
  func inheritedSignals(_ node: Int, below top: Int = 0) -> Signals {
    var found = signals[node]
    for ancestor in document.ancestors(node) {
      if ancestor <= top { break }
      found.formUnion(signals[ancestor])
    }
    return found
  }

  /// The visible words of a subtree on one line.
  func line(_ node: Int) -> String { LineReader(self).line(of: node) }

  private static let maximumDepth = 512

  private static func isDeep(_ document: HTMLDocument) -> Bool {
    let allNodes = document.nodes
    let nodes = allNodes.span
    // The ends of the elements that are open, innermost last.
    var ends = [Int32](repeating: 0, count: maximumDepth)
    var open = ends.mutableSpan
    var depth = 0
    for index in nodes.indices where nodes[index].end > Int32(index) + 1 {
      while depth > 0, Int(open[depth - 1]) <= index { depth -= 1 }
      if depth == maximumDepth { return true }
      open[depth] = nodes[index].end
      depth += 1
    }
    return false
  }
}
