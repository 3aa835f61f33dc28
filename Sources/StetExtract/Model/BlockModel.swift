internal import StetHTML
internal import StetModel

/// Which blocks of a page are its text, by what was learned from pages whose text is known.
struct BlockModel {
  /// By node: whether the element's own words are part of the text.
  private(set) var isText: [Bool]
  /// The measure of agreement (F1) with a reader's choice that the model expects of its own, 0 to 1.
  private(set) var promise: Double = 0

  /// The smallest element that holds all the text; nil when there is none.
  private(set) var root: Int?
  /// By node: the weight of the text in the blocks that start before it.
  private var textBefore: [Int32]

  /// - Parameter titleNode: where the headline stands, when it stands on the page.
  init(_ reading: PageReading, titleNode: Int?, table: BlockTable = .shipped) {
    isText = [Bool](repeating: false, count: reading.document.count)
    textBefore = []
    let features = BlockFeatures(reading, titleNode: titleNode, table: table)
    let probabilities = table.probabilities(features)
    let weights = features.places.blocks.map { Float(reading.survey.ownWeight[Int($0)]) }
    let choice = BlockChoice(probabilities, weights)
    promise = choice.promise
    let guards = BlockGuards(reading, titleNode: titleNode)
    for (position, block) in features.places.blocks.enumerated() {
      let needed = guards.needed(of: Int(block), usually: choice.threshold)
      isText[Int(block)] = probabilities[position] >= needed
    }
    let document = reading.document
    textBefore = [Int32](capacity: document.count + 1) { before in
      var sum: Int32 = 0
      before.append(sum)
      for index in 0..<document.count {
        if document.tag(index) == .text, isText[Int(reading.survey.block[index])] {
          sum += reading.survey.weight[index]
        }
        before.append(sum)
      }
    }
    guard let first = isText.firstIndex(of: true), let last = isText.lastIndex(of: true) else { return }
    var root = first
    while !document.contains(root, last) { root = document.parent(root) }
    self.root = root
  }

  /// Whether a subtree holds text.
  func hasText(_ node: Int, in document: HTMLDocument) -> Bool { textBefore[document.end(node)] > textBefore[node] }

  /// The node behind the last block of text.
  func end(in document: HTMLDocument) -> Int? { isText.lastIndex(of: true).map(document.end) }

  /// Whether at least half of what a subtree says is text.
  func isMostlyText(_ node: Int, in survey: PageSurvey) -> Bool {
    2 * (textBefore[survey.document.end(node)] - textBefore[node]) >= survey.weight[node]
  }

  /// Whether what stands next to a node is mostly text: a picture there belongs to it.
  func isAmongText(_ node: Int, in survey: PageSurvey) -> Bool {
    for ancestor in survey.document.ancestors(node).prefix(12) where hasText(ancestor, in: survey.document) {
      return isMostlyText(ancestor, in: survey)
    }
    return false
  }
}
