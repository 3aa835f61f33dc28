/// The questions of a block table that the blocks of a page do not all answer alike: many ask after the page itself, or
/// for more than any block of it has.
struct OpenQuestions {
  /// A question, its bytes four times over for the processor to repeat.
  private struct Question {
    let column: UInt32
    let limit: UInt32
    /// The leaves that it rules out: the first eight, and the others.
    let (low, high): (UInt32, UInt32)

    init(_ question: BlockTable.Question) {
      column = UInt32(question.column)
      limit = 0x0101_0101 * UInt32(question.limit)
      low = 0x0101_0101 * UInt32(question.ruledOut & 0xFF)
      high = 0x0101_0101 * UInt32(question.ruledOut >> 8)
    }
  }

  /// A tree as the page leaves it.
  private struct Tree {
    /// Where in `questions` its own end.
    let end: Int
    /// The leaves that are left.
    let left: UInt16
  }

  private let table: BlockTable
  private var questions: [Question] = []
  private var trees: [Tree] = []

  init(_ table: BlockTable, _ columns: BlockColumns) {
    self.table = table
    questions.reserveCapacity(table.questions.count)
    trees.reserveCapacity(table.trees.count)
    guard columns.count > 0 else { return }
    let (all, least, most) = (table.questions.span, columns.least.span, columns.most.span)
    var first = 0
    for tree in table.trees {
      var left: UInt16 = .max
      for index in first..<tree.end where least[all[index].column] >= all[index].limit { left &= ~all[index].ruledOut }
      for index in first..<tree.end {
        let question = all[index]
        guard least[question.column] < question.limit, most[question.column] >= question.limit,
          left & question.ruledOut != 0
        else { continue }
        questions.append(Question(question))
      }
      trees.append(Tree(end: questions.count, left: left))
      first = tree.end
    }
  }

  /// What all trees say of a group of blocks. Every open question is put, whether the way to a leaf leads by it or not:
  /// where a block turns cannot be foreseen, and a processor that guesses wrong loses more.
  func answers(_ columns: BlockColumns, _ group: Int) -> InlineArray<32, Int32> {
    var sums = InlineArray<32, Int32>(repeating: 0)
    let (values, questions, says) = (columns.values.span, questions.span, table.says.span)
    let first = 2 * group * columns.width
    var index = 0
    for number in trees.indices {
      let tree = trees[number]
      // Of both halves of the group: the first eight leaves, and the others.
      let left = (
        Self.repeated(0x0101_0101 * UInt32(tree.left & 0xFF)), Self.repeated(0x0101_0101 * UInt32(tree.left >> 8))
      )
      var (lows, highs) = ((left.0, left.0), (left.1, left.1))
      while index < tree.end {
        let question = questions[index]
        let column = first &+ 2 &* Int(question.column)
        let limit = Self.repeated(question.limit)
        let (low, high) = (Self.repeated(question.low), Self.repeated(question.high))
        // All bits of each byte. Unchecked: `init` has looked up the column of every question.
        let isMore = (
          unsafeBitCast(values[unchecked: column] .>= limit, to: SIMD16<UInt8>.self),
          unsafeBitCast(values[unchecked: column &+ 1] .>= limit, to: SIMD16<UInt8>.self)
        )
        lows.0 &= ~(isMore.0 & low)
        highs.0 &= ~(isMore.0 & high)
        lows.1 &= ~(isMore.1 & low)
        highs.1 &= ~(isMore.1 & high)
        index += 1
      }
      add(says, 16 &* number, lows.0, highs.0, to: &sums, from: 0)
      add(says, 16 &* number, lows.1, highs.1, to: &sums, from: 16)
    }
    return sums
  }

  /// Adds what the first leaf that is left says of each block.
  /// - Parameter leaves: where in `says` those of the tree stand.
  @inline(__always)
  private func add(
    _ says: Span<Int32>, _ leaves: Int, _ low: SIMD16<UInt8>, _ high: SIMD16<UInt8>,
    to sums: inout InlineArray<32, Int32>, from first: Int
  ) {
    let mask = SIMD2<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
    let (low, high) = (unsafeBitCast(low, to: SIMD2<UInt64>.self), unsafeBitCast(high, to: SIMD2<UInt64>.self))
    // Sixteen bits a block: every other block, and those between.
    let even = low & mask | (high & mask) &<< 8
    let odd = (low &>> 8) & mask | high & ~mask
    add(says, leaves, even[0], odd[0], to: &sums, from: first)
    add(says, leaves, even[1], odd[1], to: &sums, from: first &+ 8)
  }

  @inline(__always)
  private func add(
    _ says: Span<Int32>, _ leaves: Int, _ even: UInt64, _ odd: UInt64, to sums: inout InlineArray<32, Int32>,
    from first: Int
  ) {
    var (even, odd) = (even, odd)
    // Unchecked: there are sixteen leaves to a tree and thirty-two blocks to a group.
    for block in stride(from: first, to: first &+ 8, by: 2) {
      sums[unchecked: block] &+= says[unchecked: leaves &+ Self.lowest(even)]
      sums[unchecked: block &+ 1] &+= says[unchecked: leaves &+ Self.lowest(odd)]
      even &>>= 16
      odd &>>= 16
    }
  }

  /// The place of the lowest bit of sixteen, of which one is set.
  @inline(__always)
  private static func lowest(_ bits: UInt64) -> Int { (bits | 1 << 15).trailingZeroBitCount & 15 }

  @inline(__always)
  private static func repeated(_ bytes: UInt32) -> SIMD16<UInt8> {
    unsafeBitCast(SIMD4<UInt32>(repeating: bytes), to: SIMD16<UInt8>.self)
  }
}
