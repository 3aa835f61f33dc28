import Testing

@testable import StetExtract

/// The file that the training writes.
@Suite struct BlockTableTests {
  /// Two words, one tree that asks whether the second column is at most 9, and a leaf of its own for each answer.
  private static let bytes: [UInt8] =
    Array("STBM".utf8) + [1, 0, 96]
    + [0, 1, 0x12, 0x34, 0x56, 0x78, 0xF4]
    + [0, 1, 0x00, 0x00, 0x00, 0x07, 0x0C]
    + [0, 1, 1, 2, 1, 9, 128, 129, 0xF0, 0x00, 0x10, 0x00]

  @Test("Words, nodes and leaves are read as they were written")
  func reads() {
    let table = BlockTable(Self.bytes)
    #expect(table.columns == 96)
    #expect(table.textWords.find(0x1234_5678) == -12)
    #expect(table.textWords.find(0x1234_5679) == nil)
    #expect(table.nameWords.find(7) == 12)
    #expect(table.questions == [.init(column: 1, threshold: 9, left: 0xFFFE)])
    #expect(table.trees.map(\.end) == [1])
    #expect(table.trees[0].says[0] == -4096 && table.trees[0].says[1] == 4096)
  }

  @Test("The shipped table knows the columns that the features fill, and some words")
  func shipped() {
    #expect(BlockTable.shipped.columns == BlockFeatures.width)
    #expect(BlockTable.shipped.trees.count > 10)
    for question in BlockTable.shipped.questions { #expect(question.column < BlockFeatures.width) }
  }

  /// A tree of three leaves: the third column at most 200, else the first at most 255 or more, which nothing is; and one
  /// of two.
  private static let trees: [UInt8] =
    Array("STBM".utf8) + [1, 0, 96] + [0, 0, 0, 0]
    + [0, 2, 2, 3, 2, 200, 128, 1, 0, 255, 130, 129, 0, 1, 0, 2, 0, 4]
    + [1, 2, 1, 127, 129, 128, 0, 16, 0, 32]

  @Test(
    "Eight blocks at once are answered as one by one",
    arguments: [0, 1, 126, 127, 128, 199, 200, 201, 254, 255] as [UInt8])
  func asks(value: UInt8) {
    let table = BlockTable(Self.trees)
    var columns = [UInt64](repeating: 0, count: BlockFeatures.width)
    let others: [UInt8] = [0, 127, 128, 200, 201, 255, 3, 199]
    for (block, other) in others.enumerated() {
      columns[0] |= UInt64(value) << UInt64(8 * block)
      columns[1] |= UInt64(other) << UInt64(8 * block)
      columns[2] |= UInt64(block % 2 == 0 ? value : other) << UInt64(8 * block)
    }
    let sums = table.ask(columns)
    for (block, other) in others.enumerated() {
      let third = block % 2 == 0 ? value : other
      #expect(sums[block] == (third <= 200 ? 1 : 4) + (other <= 127 ? 32 : 16), "block \(block)")
    }
  }
}
