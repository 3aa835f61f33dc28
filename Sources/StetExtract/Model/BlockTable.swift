internal import Glibc

/// What the block model learned, as `Scripts/train` writes it.
///
/// The file is big-endian: `STBM`, version 1, the number of columns (16 bits); two word tables, words of text and words
/// of names, each a count (16 bits) and entries of a hash (32) and a weight (8, signed); then the trees, a count (16) and
/// for each the numbers of its nodes and leaves (8 each), the nodes (column, threshold, place if at most, place if more:
/// 8 each; a place of 128 and more is a leaf) and the leaves' values (16, signed, in 1/4096 of the log odds).
struct BlockTable: Sendable {
  /// The table that is shipped.
  static let shipped = BlockTable(PackageResources.BlockModel_table)

  let columns: Int
  let textWords: WordWeights
  let nameWords: WordWeights
  /// The questions of all trees.
  private(set) var questions: [Question] = []
  private(set) var trees: [Tree] = []

  /// Whether a column is below a limit. When it is not, the leaves under the one answer are out of the question.
  ///
  /// Eight blocks are asked at once, a byte of each number for each of them.
  struct Question: Sendable, Equatable {
    let column: Int
    /// 1 to 255.
    let limit: UInt64
    /// A bit for each leaf of the tree that is left when the column is not below: the lower eight, and the higher.
    let (low, high): (UInt64, UInt64)

    /// - Parameter left: the leaves that are left when the column is more than the threshold.
    init(column: Int, threshold: Int, left: UInt16) {
      self.column = column
      limit = UInt64(threshold + 1) &* BlockTable.ones
      low = UInt64(left & 0xFF) &* BlockTable.ones
      high = UInt64(left >> 8) &* BlockTable.ones
    }
  }

  /// Up to sixteen leaves, in their order from left to right: of those that no question has ruled out, the first one says
  /// what the tree says.
  struct Tree: Sendable {
    /// Where in `questions` its own end.
    let end: Int
    /// What the leaves say, in 1/4096 of the log odds.
    let says: InlineArray<16, Int32>
  }

  /// - Precondition: no tree has more than sixteen leaves.
  init(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes, place: 5)
    columns = reader.number(2)
    textWords = WordWeights(&reader)
    nameWords = WordWeights(&reader)
    for _ in 0..<reader.number(2) { appendTree(&reader) }
  }

  private mutating func appendTree(_ reader: inout Reader) {
    let (nodeCount, leafCount) = (reader.number(1), reader.number(1))
    let nodes = (0..<nodeCount).map { _ in (0..<4).map { _ in reader.number(1) } }
    let values = (0..<leafCount).map { _ in Int32(Int16(truncatingIfNeeded: reader.number(2))) }
    var says = InlineArray<16, Int32>(repeating: 0)
    var leaves = 0
    /// The leaves below a place get the next bits.
    func number(_ place: Int) {
      if place >= 128 {
        says[leaves] = values[place - 128]
        leaves += 1
        return
      }
      let first = leaves
      number(nodes[place][2])
      let ruledOut = UInt16(truncatingIfNeeded: (1 << leaves) - (1 << first))
      // No byte is more than 255.
      if nodes[place][1] < 255 {
        questions.append(Question(column: nodes[place][0], threshold: nodes[place][1], left: ~ruledOut))
      }
      number(nodes[place][3])
    }
    number(0)
    trees.append(Tree(end: questions.count, says: says))
  }

  /// By block: the probability that it is part of the text.
  func probabilities(_ features: BlockFeatures) -> [Float] {
    let width = BlockFeatures.width
    let count = features.values.count / width
    let values = features.values.span
    var columns = [UInt64](repeating: 0, count: width)
    var probabilities: [Float] = []
    probabilities.reserveCapacity(count)
    for first in stride(from: 0, to: count, by: 8) {
      let blocks = min(8, count - first)
      for column in 0..<width {
        var bytes: UInt64 = 0
        for block in 0..<blocks { bytes |= UInt64(values[(first &+ block) &* width &+ column]) &<< UInt64(block &* 8) }
        columns[column] = bytes
      }
      let sums = ask(columns)
      for block in 0..<blocks { probabilities.append(1 / (1 + exp(-Float(sums[block]) / 4096))) }
    }
    return probabilities
  }

  fileprivate static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// What all trees say of eight blocks. Every question is put, whether the way to a leaf leads by it or not: where a
  /// block turns cannot be foreseen, and a processor that guesses wrong loses more.
  func ask(_ columns: [UInt64]) -> InlineArray<8, Int32> {
    var sums = InlineArray<8, Int32>(repeating: 0)
    let (columns, questions) = (columns.span, questions.span)
    var index = 0
    for tree in trees {
      var low = ~UInt64(0)
      var high = low
      while index < tree.end {
        let question = questions[index]
        let column = columns[question.column]
        // The high bit of each byte: the column is not below the limit.
        let rest = (column | Self.high) &- (question.limit & ~Self.high)
        let isMore = (column & ~question.limit | ~(column ^ question.limit) & rest) & Self.high
        // All bits of each byte.
        let isLess = ~(isMore << 1 &- isMore >> 7)
        low &= isLess | question.low
        high &= isLess | question.high
        index += 1
      }
      for block in 0..<8 {
        let left = UInt32(truncatingIfNeeded: low & 0xFF | (high & 0xFF) << 8)
        sums[block] &+= tree.says[left.trailingZeroBitCount & 15]
        low >>= 8
        high >>= 8
      }
    }
    return sums
  }

  /// A cursor over the file.
  struct Reader {
    let bytes: [UInt8]
    var place: Int

    mutating func number(_ width: Int) -> Int {
      var value = 0
      for _ in 0..<width {
        value = value << 8 | Int(bytes[place])
        place += 1
      }
      return value
    }
  }
}
