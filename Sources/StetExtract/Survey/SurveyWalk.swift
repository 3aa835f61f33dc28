internal import StetHTML
internal import StetModel

/// The two passes over a page's nodes that fill a `PageSurvey`, whose measures these are.
struct SurveyWalk {
  private(set) var signals: [Signals]
  private(set) var nameWeight: [Int8]
  private(set) var isVisible: [Bool]
  private(set) var block: [Int32]
  private(set) var weight: [Int32]
  private(set) var linkWeight: [Int32]
  private(set) var ownWeight: [Int32]
  private(set) var ownLinkWeight: [Int32]
  private(set) var ownPunctuation: [Int32]
  private(set) var landmarks = Landmarks()
  /// Whether there may be an entry or a review in microformats.
  var mayHoldMicroformats: Bool { memo.hasMicroformat }

  private let document: HTMLDocument
  /// Text in elements that would be displayed if they did not say otherwise.
  private var hiddenWeight: Int32 = 0
  /// Text in `<noscript>`.
  private var scriptlessWeight: Int32 = 0
  private var memo: SignalMemo

  init(_ document: HTMLDocument) {
    self.document = document
    memo = SignalMemo(document)
    let count = document.count
    signals = [Signals](repeating: [], count: count)
    nameWeight = [Int8](repeating: 0, count: count)
    isVisible = [Bool](repeating: true, count: count)
    block = [Int32](repeating: 0, count: count)
    weight = [Int32](repeating: 0, count: count)
    linkWeight = weight
    ownWeight = weight
    ownLinkWeight = weight
    ownPunctuation = weight
    walkDown(showing: [])
    sumUp()
    if hiddenWeight > 800, hiddenWeight > 2 * weight[0] {
      lookAgain(showing: .hidden)
    } else if scriptlessWeight > 800 && scriptlessWeight > weight[0]
      || scriptlessWeight > 400 && scriptlessWeight > 6 * weight[0]
    {
      lookAgain(showing: .scriptless)
    }
  }

  /// What is not displayed until a script runs, or when none does.
  private struct Veiled: OptionSet {
    let rawValue: UInt8
    /// Pages that a script reveals hide their text behind `hidden` or `display: none` until it runs.
    static let hidden = Veiled(rawValue: 1)
    /// Pages that a script draws may have their text in `<noscript>` too.
    static let scriptless = Veiled(rawValue: 2)
  }

  private mutating func lookAgain(showing veiled: Veiled) {
    for index in 0..<document.count {
      (weight[index], linkWeight[index], ownWeight[index], ownLinkWeight[index], ownPunctuation[index]) = (
        0, 0, 0, 0, 0
      )
      (isVisible[index], signals[index], nameWeight[index]) = (true, [], 0)
    }
    landmarks = Landmarks()
    walkDown(showing: veiled)
    sumUp()
  }

  /// In document order: parents know before their children.
  private mutating func walkDown(showing veiled: Veiled) {
    let document = document
    let (allNodes, allText) = (document.nodes, document.text)
    let nodes = allNodes.span
    let text = allText.span
    // Spans: through the arrays each of these would be asked anew at every node whether it is shared.
    var allSignals = Self.take(&self.signals)
    var signals = allSignals.mutableSpan
    var nameWeights = Self.take(&self.nameWeight)
    var nameWeight = nameWeights.mutableSpan
    var allVisible = Self.take(&self.isVisible)
    var isVisible = allVisible.mutableSpan
    var blocks = Self.take(&self.block)
    var block = blocks.mutableSpan
    var weights = Self.take(&self.weight)
    var weight = weights.mutableSpan
    var linkWeights = Self.take(&self.linkWeight)
    var linkWeight = linkWeights.mutableSpan
    var ownWeights = Self.take(&self.ownWeight)
    var ownWeight = ownWeights.mutableSpan
    var ownLinkWeights = Self.take(&self.ownLinkWeight)
    var ownLinkWeight = ownLinkWeights.mutableSpan
    var ownPunctuations = Self.take(&self.ownPunctuation)
    var ownPunctuation = ownPunctuations.mutableSpan
    var linkEnd = 0
    for index in 1..<max(nodes.count, 1) {
      let node = nodes[index]
      let parent = Int(node.parent)
      switch node.tag {
      case .text:
        guard isVisible[parent] else {
          isVisible[index] = false
          continue
        }
        let owner = Int(block[parent])
        block[index] = Int32(owner)
        let measure = TextMeasure(text.extracting(document.textRange(index)))
        guard measure.weight > 0 else { continue }
        weight[index] = measure.weight
        ownWeight[owner] += measure.weight
        ownPunctuation[owner] += measure.punctuation
        if index < linkEnd {
          linkWeight[index] = measure.weight
          ownLinkWeight[owner] += measure.weight
        }
      case .raw: isVisible[index] = false
      default:
        let kind = TagClass.of(node.tag)
        block[index] = kind.contains(.block) ? Int32(index) : block[parent]
        var isShown = isVisible[parent]
        if node.tag == .noscript, isShown {
          scriptlessWeight += TextMeasure(text.extracting(document.textRange(index))).weight
        }
        if !(node.tag == .noscript && veiled.contains(.scriptless)), kind.contains(.invisible) { isShown = false }
        if node.attributeCount > 0 {
          let said = memo.read(namesOf: index)
          signals[index] = said.signals
          nameWeight[index] = Int8(truncatingIfNeeded: said.weight)
          if !veiled.contains(.hidden), isShown, Self.isHidden(index, document) {
            isShown = false
            hiddenWeight += TextMeasure(text.extracting(document.textRange(index))).weight
          }
        }
        isVisible[index] = isShown
        if node.tag == .a { linkEnd = Int(node.end) }
        landmarks.note(index, node.tag, in: document, signals: signals[index], isVisible: isShown)
      }
    }
    self.signals = allSignals
    self.nameWeight = nameWeights
    self.isVisible = allVisible
    self.block = blocks
    self.weight = weights
    self.linkWeight = linkWeights
    self.ownWeight = ownWeights
    self.ownLinkWeight = ownLinkWeights
    self.ownPunctuation = ownPunctuations
  }

  /// Backwards: children are done before their parents.
  private mutating func sumUp() {
    let allNodes = document.nodes
    let nodes = allNodes.span
    var (weights, linkWeights) = (Self.take(&self.weight), Self.take(&self.linkWeight))
    var weight = weights.mutableSpan
    var linkWeight = linkWeights.mutableSpan
    for index in stride(from: nodes.count - 1, to: 0, by: -1) {
      let parent = Int(nodes[index].parent)
      weight[parent] += weight[index]
      linkWeight[parent] += linkWeight[index]
    }
    (self.weight, self.linkWeight) = (weights, linkWeights)
  }

  /// The array, which leaves nothing behind: it is not shared with what it was taken from.
  private static func take<Value>(_ array: inout [Value]) -> [Value] {
    defer { array = [] }
    return array
  }

  private static func isHidden(_ index: Int, _ document: HTMLDocument) -> Bool {
    for position in document.attributeRange(index) {
      let attribute = document.attributes[position]
      switch attribute.name {
      case .hidden: return true
      case .style:
        if document.values[attribute.value.indices].containsDisplayNone { return true }
      default: break
      }
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Whether an inline style says `display: none`, spaced in any way.
  fileprivate var containsDisplayNone: Bool {
    guard count >= 12 else { return false }
    let wanted: StaticString = "display:none"
    var matched = 0
    for byte in self where !ASCII.isSpace(byte) {
      let lower = ASCII.lowercased(byte)
      matched = lower == wanted.utf8Start[matched] ? matched + 1 : (lower == wanted.utf8Start[0] ? 1 : 0)
      if matched == wanted.utf8CodeUnitCount { return true }
    }
    return false
  }
}
