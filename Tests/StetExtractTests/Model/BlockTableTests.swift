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
    #expect(table.questions == [.init(column: 1, limit: 10, ruledOut: 1)])
    #expect(table.trees.map(\.end) == [1])
    #expect(table.says.prefix(3) == [-4096, 4096, 0])
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
    "Blocks that are asked together are answered as one by one",
    arguments: [0, 1, 126, 127, 128, 199, 200, 201, 254, 255] as [UInt8], [1, 8, 32, 45])
  func asks(value: UInt8, count: Int) {
    let others: [UInt8] = [0, 127, 128, 200, 201, 255, 3, 199]
    check((0..<count).map { [value, others[$0 % 8], $0 % 2 == 0 ? value : others[$0 % 8]] })
    // All of them alike: no question is left open.
    check([[UInt8]](repeating: [value, value, value], count: count))
  }

  /// - Parameter blocks: the first three columns of each.
  private func check(_ blocks: [[UInt8]]) {
    let width = 21
    let rows = blocks.flatMap { $0 + [UInt8](repeating: 7, count: width - $0.count) }
    let columns = BlockColumns(rows, width: width)
    let questions = OpenQuestions(BlockTable(Self.trees), columns)
    for (block, values) in blocks.enumerated() {
      let said = questions.answers(columns, block / BlockColumns.blocks)[block % BlockColumns.blocks]
      #expect(said == (values[2] <= 200 ? 1 : 4) + (values[1] <= 127 ? 32 : 16), "block \(block)")
    }
  }

  @Test("Rows become columns, in groups that the last block fills up")
  func columns() {
    let (count, width) = (37, 21)
    func value(_ block: Int, _ column: Int) -> UInt8 { UInt8((block * 31 + column * 7) % 251) }
    let columns = BlockColumns((0..<count).flatMap { block in (0..<width).map { value(block, $0) } }, width: width)
    #expect(columns.groups == 2)
    for column in 0..<width {
      for block in 0..<64 {
        let half = columns.values[2 * (block / 32 * width + column) + block % 32 / 16]
        #expect(half[block % 16] == value(min(block, count - 1), column))
      }
      let all = (0..<count).map { value($0, column) }
      #expect(columns.least[column] == all.min())
      #expect(columns.most[column] == all.max())
    }
    #expect(BlockColumns([], width: width).groups == 0)
  }
}
