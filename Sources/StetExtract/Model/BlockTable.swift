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
  /// Nodes of all trees: column, threshold and two places in one number.
  private(set) var nodes: [UInt32] = []
  private(set) var leaves: [Int32] = []
  /// By tree: where its nodes and its leaves start.
  private(set) var trees: [(node: Int32, leaf: Int32)] = []

  init(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes, place: 5)
    columns = reader.number(2)
    textWords = WordWeights(&reader)
    nameWords = WordWeights(&reader)
    for _ in 0..<reader.number(2) {
      trees.append((Int32(nodes.count), Int32(leaves.count)))
      let (nodeCount, leafCount) = (reader.number(1), reader.number(1))
      for _ in 0..<nodeCount { nodes.append(UInt32(reader.number(4))) }
      for _ in 0..<leafCount { leaves.append(Int32(Int16(truncatingIfNeeded: reader.number(2)))) }
    }
  }

  /// By block: the probability that it is part of the text.
  func probabilities(_ features: BlockFeatures) -> [Float] {
    let sums = features.values.withUnsafeBufferPointer { values in
      nodes.withUnsafeBufferPointer { nodes in
        stride(from: 0, to: values.count, by: BlockFeatures.width).map { row in
          sum(of: values, from: row, nodes)
        }
      }
    }
    return sums.map { 1 / (1 + exp(-Float($0) / 4096)) }
  }

  /// What all trees say of a row.
  private func sum(of values: UnsafeBufferPointer<UInt8>, from row: Int, _ nodes: UnsafeBufferPointer<UInt32>) -> Int32
  {
    var sum: Int32 = 0
    for tree in trees {
      var place: UInt32 = 0
      repeat {
        let node = nodes[Int(tree.node) &+ Int(place)]
        let value = UInt32(values[row &+ Int(node >> 24)])
        place = value <= (node >> 16) & 0xFF ? (node >> 8) & 0xFF : node & 0xFF
      } while place < 128
      sum &+= leaves[Int(tree.leaf) &+ Int(place & 127)]
    }
    return sum
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
