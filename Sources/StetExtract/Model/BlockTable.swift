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
  /// What the leaves of all trees say, in 1/4096 of the log odds: sixteen a tree, those that it does not have 0.
  private(set) var says: [Int32] = []

  /// Whether a column is below a limit. When it is not, the leaves under the one answer are out of the question.
  struct Question: Sendable, Equatable {
    let column: Int
    /// 1 to 255.
    let limit: UInt8
    /// A bit for each leaf of the tree that is ruled out when the column is not below.
    let ruledOut: UInt16
  }

  /// Up to sixteen leaves, in their order from left to right: of those that no question has ruled out, the first one says
  /// what the tree says.
  struct Tree: Sendable {
    /// Where in `questions` its own end.
    let end: Int
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
    let firstLeaf = says.count
    says.append(contentsOf: repeatElement(0, count: 16))
    var leaves = 0
    /// The leaves below a place get the next bits.
    func number(_ place: Int) {
      if place >= 128 {
        says[firstLeaf + leaves] = values[place - 128]
        leaves += 1
        return
      }
      let first = leaves
      number(nodes[place][2])
      let ruledOut = UInt16(truncatingIfNeeded: (1 << leaves) - (1 << first))
      // No byte is more than 255.
      if nodes[place][1] < 255 {
        questions.append(
          Question(column: nodes[place][0], limit: UInt8(nodes[place][1] + 1), ruledOut: ruledOut))
      }
      number(nodes[place][3])
    }
    number(0)
    trees.append(Tree(end: questions.count))
  }

  /// By block: the probability that it is part of the text.
  func probabilities(_ features: BlockFeatures) -> [Float] {
    let columns = BlockColumns(features.values, width: BlockFeatures.width)
    let questions = OpenQuestions(self, columns)
    var probabilities: [Float] = []
    probabilities.reserveCapacity(columns.count)
    for group in 0..<columns.groups {
      let sums = questions.answers(columns, group)
      for block in 0..<min(BlockColumns.blocks, columns.count - group * BlockColumns.blocks) {
        probabilities.append(1 / (1 + exp(-Float(sums[block]) / 4096)))
      }
    }
    return probabilities
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
