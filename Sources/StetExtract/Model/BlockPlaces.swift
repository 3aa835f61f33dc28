internal import StetHTML
internal import StetModel

/// Where the blocks of a page stand: what they are in, and what stands in that.
struct BlockPlaces {
  /// Elements with words of their own, by their first words.
  private(set) var blocks: [Int32] = []
  /// By block: what kind of character its text starts and ends with.
  private(set) var first: [UInt8] = []
  private(set) var last: [UInt8] = []

  // By node.
  private(set) var depth: [UInt8]
  /// The nearest block element round it that holds a good quarter more.
  private(set) var outer: [Int32]
  /// What kinds of elements it stands in.
  private(set) var holders: [BlockHolder]
  /// The same for elements of the same name in the same place.
  private(set) var kind: [UInt64]
  /// Weight of the prose in the subtree.
  private(set) var prose: [Int32]
  /// Blocks in the subtree.
  private(set) var inside: [Int32]
  /// Elements with words, by kind.
  private var ofKind = MixedTable<Int32>()
  /// The most blocks' holders of one kind.
  var cards: Int32 { ofKind.all.max() ?? 0 }

  /// How many elements are of a node's kind.
  func alike(_ node: Int) -> Int32 { ofKind.find(kind[node]) ?? 0 }

  /// What its class and id and those of the elements round it say: least, most and all together.
  private(set) var nameRound: [NameRound]

  /// What the names round a node say.
  struct NameRound {
    var least: Int8 = 0
    var most: Int8 = 0
    var sum: Int8 = 0
  }

  init(_ survey: PageSurvey) {
    let document = survey.document
    let count = document.count
    depth = [UInt8](repeating: 0, count: count)
    outer = [Int32](repeating: 0, count: count)
    holders = [BlockHolder](repeating: [], count: count)
    kind = [UInt64](repeating: 0, count: count)
    prose = [Int32](repeating: 0, count: count)
    inside = [Int32](repeating: 0, count: count)
    nameRound = [NameRound](repeating: NameRound(), count: count)
    walkDown(survey)
    sumUp(survey)
  }

  /// Whether a block reads like a sentence or more.
  static func isProse(_ block: Int, _ survey: PageSurvey) -> Bool {
    let own = survey.ownWeight[block]
    guard own >= 25, survey.ownLinkWeight[block] * 5 < own * 3 else { return false }
    return own >= 80 || survey.ownPunctuation[block] > 0
  }

  private mutating func walkDown(_ survey: PageSurvey) {
    let document = survey.document
    let wrapping = survey.weight[0] / 10 * 9
    var rowOf = [Int32](repeating: -1, count: document.count)
    for index in 1..<max(document.count, 1) {
      let node = document.nodes[index]
      let parent = Int(node.parent)
      if node.tag == .text {
        guard survey.weight[index] > 0 else { continue }
        let owner = Int(survey.block[index])
        let text = document.text[document.textRange(index)]
        if rowOf[owner] < 0 {
          rowOf[owner] = Int32(blocks.count)
          blocks.append(Int32(owner))
          first.append(Self.firstKind(text))
          last.append(0)
        }
        last[Int(rowOf[owner])] = Self.lastKind(text)
        continue
      }
      // What holds no words, holds no block.
      if survey.weight[index] == 0 { continue }
      depth[index] = depth[parent] &+ (depth[parent] < 255 ? 1 : 0)
      holders[index] = holders[parent].union(BlockHolder.of(node.tag))
      var ring = survey.block[parent]
      while ring > 0, survey.weight[Int(ring)] < survey.weight[index] + survey.weight[index] / 4 + 1 {
        ring = outer[Int(ring)]
      }
      outer[index] = ring
      var mix = (kind[parent] ^ UInt64(node.tag.rawValue)) &* 0x9E37_79B9_7F4A_7C15
      mix ^= mix >> 29
      // What nearly everything stands in says nothing about its parts.
      let isWrapper = node.tag == .body || node.tag == .html || survey.weight[index] > wrapping
      if !isWrapper { mix ^= survey.signals[index].rawValue &* 0xBF58_476D_1CE4_E5B9 }
      kind[index] = mix
      if TagClass.of(node.tag).contains(.block) { ofKind.replace(mix, with: (ofKind.find(mix) ?? 0) + 1) }
      let own = survey.nameWeight[index]
      let round = nameRound[parent]
      nameRound[index] = NameRound(
        least: min(round.least, own), most: max(round.most, own),
        sum: Int8(max(-120, min(120, Int(round.sum) + Int(own)))))
    }
  }

  private mutating func sumUp(_ survey: PageSurvey) {
    for block in blocks {
      let block = Int(block)
      inside[block] += 1
      if Self.isProse(block, survey) { prose[block] += survey.ownWeight[block] }
    }
    for index in stride(from: survey.document.count - 1, to: 0, by: -1) {
      let parent = survey.document.parent(index)
      prose[parent] += prose[index]
      inside[parent] += inside[index]
    }
  }

  private static func firstKind(_ text: ArraySlice<UInt8>) -> UInt8 {
    guard let byte = text.first(where: { $0 > 0x20 }) else { return 0 }
    if ASCII.isDigit(byte) { return 1 }
    if byte >= 0x80 { return 4 }
    if ASCII.isLetter(byte) { return byte & 0x20 == 0 ? 5 : 3 }
    return 2
  }

  private static func lastKind(_ text: ArraySlice<UInt8>) -> UInt8 {
    guard let byte = text.last(where: { $0 > 0x20 }) else { return 0 }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return 6
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"): return 5
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ";"): return 4
    // The last byte of ” ’ … » and of 。！？
    case 0x9D, 0x99, 0xA6, 0xBB, 0x82, 0x81, 0x9F: return 5
    default: return byte >= 0x80 || ASCII.isLetter(byte) ? 3 : ASCII.isDigit(byte) ? 1 : 2
    }
  }
}
