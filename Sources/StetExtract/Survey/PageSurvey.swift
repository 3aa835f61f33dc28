internal import StetHTML
internal import StetModel

/// One look at every node of a page: what elements are called, where visible text stands and how much, and where the
/// landmarks are that the rules for fields start from.
///
/// All measures are arrays by node. Lengths are weights: one per letter, two per letter of a script without spaces
/// (a Chinese sentence says in twenty characters what takes an English one sixty).
struct PageSurvey {
  let document: HTMLDocument
  let address: PageAddress

  /// What class, id and role say, by element.
  private(set) var signals: [Signals]
  /// What class and id say to the block model, by element: above zero for names of what holds text.
  private(set) var nameWeight: [Int8]
  /// Whether the node is displayed, as far as markup tells.
  private(set) var isVisible: [Bool]
  /// The block element that a node's text belongs to: the nearest one, itself included.
  private(set) var block: [Int32]
  /// Visible text in the subtree.
  private(set) var weight: [Int32]
  /// Visible text in the subtree that stands in links.
  private(set) var linkWeight: [Int32]
  /// Visible text that belongs to the block itself, not to blocks inside it.
  private(set) var ownWeight: [Int32]
  /// The part of `ownWeight` that stands in links.
  private(set) var ownLinkWeight: [Int32]
  /// Commas and full stops of any script in the block's own text.
  private(set) var ownPunctuation: [Int32]
  private(set) var landmarks = Landmarks()
  /// Text in elements that would be displayed if they did not say otherwise.
  private var hiddenWeight: Int32 = 0
  /// Text in `<noscript>`.
  private var scriptlessWeight: Int32 = 0
  private var memo = SignalMemo()

  init(_ document: HTMLDocument, address: PageAddress) {
    self.document = document
    self.address = address
    let count = document.count
    signals = [Signals](repeating: [], count: count)
    nameWeight = [Int8](repeating: 0, count: count)
    isVisible = [Bool](repeating: true, count: count)
    block = [Int32](repeating: 0, count: count)
    weight = [Int32](repeating: 0, count: count)
    linkWeight = [Int32](repeating: 0, count: count)
    ownWeight = [Int32](repeating: 0, count: count)
    ownLinkWeight = [Int32](repeating: 0, count: count)
    ownPunctuation = [Int32](repeating: 0, count: count)
    isDeep = Self.isDeep(document)
    walkDown(showing: [])
    sumUp()
    if hiddenWeight > 800, hiddenWeight > 2 * weight[0] {
      lookAgain(showing: .hidden)
    } else if scriptlessWeight > 800, scriptlessWeight > weight[0] {
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

  /// Whether elements are nested deeper than on any real page, which may be 50 deep.
  private(set) var isDeep = false

  /// Whether there may be an entry or a review in microformats. Most pages have none.
  var mayHoldMicroformats: Bool { memo.hasMicroformat }

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
    // The ends of the elements that are open, innermost last.
    var open: [Int32] = []
    for index in document.nodes.indices where document.nodes[index].end > Int32(index) + 1 {
      while let end = open.last, Int(end) <= index { open.removeLast() }
      open.append(document.nodes[index].end)
      if open.count > maximumDepth { return true }
    }
    return false
  }

  // MARK: The two passes

  /// In document order: parents know before their children.
  private mutating func walkDown(showing veiled: Veiled) {
    var linkEnd = 0
    for index in 1..<max(document.count, 1) {
      let node = document.nodes[index]
      let parent = Int(node.parent)
      switch node.tag {
      case .text:
        guard isVisible[parent] else {
          isVisible[index] = false
          continue
        }
        let owner = block[parent]
        block[index] = owner
        measure(index, owner: Int(owner), isInLink: index < linkEnd)
      case .raw: isVisible[index] = false
      default:
        let kind = TagClass.of(node.tag)
        block[index] = kind.contains(.block) ? Int32(index) : block[parent]
        if node.attributeCount > 0 { readSignals(index) }
        isVisible[index] = isVisible[parent] && !kind.contains(.invisible)
        if node.tag == .noscript, isVisible[parent] {
          if veiled.contains(.scriptless) { isVisible[index] = true }
          scriptlessWeight += TextMeasure(document.text[document.textRange(index)]).weight
        }
        if !veiled.contains(.hidden), isVisible[index], node.attributeCount > 0, isHidden(index) {
          isVisible[index] = false
          hiddenWeight += TextMeasure(document.text[document.textRange(index)]).weight
        }
        if node.tag == .a { linkEnd = Int(node.end) }
        landmarks.note(index, node.tag, in: document, signals: signals[index], isVisible: isVisible[index])
      }
    }
  }

  private mutating func measure(_ index: Int, owner: Int, isInLink: Bool) {
    let measure = TextMeasure(document.text[document.textRange(index)])
    guard measure.weight > 0 else { return }
    weight[index] = measure.weight
    ownWeight[owner] += measure.weight
    ownPunctuation[owner] += measure.punctuation
    if isInLink {
      linkWeight[index] = measure.weight
      ownLinkWeight[owner] += measure.weight
    }
  }

  /// Backwards: children are done before their parents.
  private mutating func sumUp() {
    for index in stride(from: document.count - 1, to: 0, by: -1) {
      let parent = Int(document.nodes[index].parent)
      weight[parent] += weight[index]
      linkWeight[parent] += linkWeight[index]
    }
  }

  private mutating func readSignals(_ index: Int) {
    for position in document.attributeRange(index) {
      let attribute = document.attributes[position]
      switch attribute.name {
      case .class, .id:
        let said = memo.read(attribute.value, in: document.values)
        signals[index].formUnion(said.signals)
        nameWeight[index] = Int8(max(-60, min(60, Int32(nameWeight[index]) + said.weight)))
      case .role: signals[index].formUnion(role(attribute.value))
      default: break
      }
    }
  }

  private func role(_ value: ByteRange) -> Signals {
    let bytes = document.values[value.indices]
    if bytes.elementsEqual("navigation".utf8) || bytes.elementsEqual("menu".utf8) { return .navigation }
    if bytes.elementsEqual("contentinfo".utf8) { return .footer }
    if bytes.elementsEqual("complementary".utf8) { return .aside }
    if bytes.elementsEqual("dialog".utf8) || bytes.elementsEqual("alertdialog".utf8) { return .overlay }
    return []
  }

  private func isHidden(_ index: Int) -> Bool {
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
