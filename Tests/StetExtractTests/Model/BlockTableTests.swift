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
    #expect(table.nodes == [0x0109_8081])
    #expect(table.leaves == [-4096, 4096])
  }

  @Test("The shipped table knows the columns that the features fill, and some words")
  func shipped() {
    #expect(BlockTable.shipped.columns == BlockFeatures.width)
    #expect(BlockTable.shipped.trees.count > 10)
    for node in BlockTable.shipped.nodes { #expect(Int(node >> 24) < BlockFeatures.width) }
  }
}
