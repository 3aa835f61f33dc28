internal import StetModel

/// Finds out what became of each block: equal blocks first, similar ones among the rest, then who moved.
struct BodyAlignment {
  private let old: [Block]
  private let new: [Block]
  /// For each old block, the new block that it became.
  private var successors: [Int?]
  private var predecessors: [Int?]
  /// Texts of blocks that have no equal, cut into words.
  private var oldTexts: [Int: ScannedText] = [:]
  private var newTexts: [Int: ScannedText] = [:]
  private var isApproximate = false

  /// Aligns two bodies of normalised blocks.
  static func change(
    from old: [Block], to new: [Block], table: inout WordTable, effort: inout ComparisonEffort
  ) -> BodyChange {
    var alignment = BodyAlignment(old, new)
    let stretches = alignment.pairEqualBlocks(&effort.alignment)
    alignment.pairSimilarBlocks(stretches, &table, &effort.similarity)
    let blocks = alignment.blocks(inPlace: alignment.inPlace(), &table, &effort.words)
    return BodyChange(blocks: blocks, isApproximate: alignment.isApproximate)
  }

  private init(_ old: [Block], _ new: [Block]) {
    self.old = old
    self.new = new
    successors = Array(repeating: nil, count: old.count)
    predecessors = Array(repeating: nil, count: new.count)
  }

  private mutating func pair(_ oldIndex: Int, _ newIndex: Int) {
    successors[oldIndex] = newIndex
    predecessors[newIndex] = oldIndex
  }

  /// Pairs equal blocks, those in common order first.
  ///
  /// - Returns: For each block of both sides, the number of the stretch between pairs in which it lies.
  private mutating func pairEqualBlocks(_ effort: inout Effort) -> (old: [Int], new: [Int]) {
    var numbers: [Block: Int32] = [:]
    func number(_ block: Block) -> Int32 {
      if let known = numbers[block] { return known }
      let next = Int32(numbers.count)
      numbers[block] = next
      return next
    }
    let oldIDs = old.map(number)
    let newIDs = new.map(number)
    let match = SequenceMatch(oldIDs, newIDs, effort: &effort)
    isApproximate = match.isApproximate
    var stretches = (old: [Int](repeating: 0, count: old.count), new: [Int](repeating: 0, count: new.count))
    for pair in match.pairs { self.pair(pair.old, pair.new) }
    Self.numberStretches(&stretches.old, boundaries: match.pairs.map(\.old))
    Self.numberStretches(&stretches.new, boundaries: match.pairs.map(\.new))

    // Equal blocks out of order: these were moved, or a longer run around them was.
    var waiting: [Int32: [Int]] = [:]
    for index in new.indices.reversed() where predecessors[index] == nil {
      waiting[newIDs[index], default: []].append(index)
    }
    for index in old.indices where successors[index] == nil {
      if let place = waiting[oldIDs[index]]?.popLast() { pair(index, place) }
    }
    return stretches
  }

  private static func numberStretches(_ numbers: inout [Int], boundaries: [Int]) {
    var next = 0
    for index in numbers.indices {
      numbers[index] = next
      if next < boundaries.count, boundaries[next] == index { next += 1 }
    }
  }

  private mutating func pairSimilarBlocks(
    _ stretches: (old: [Int], new: [Int]), _ table: inout WordTable, _ effort: inout Effort
  ) {
    let oldRest = old.indices.filter { successors[$0] == nil }
    let newRest = new.indices.filter { predecessors[$0] == nil }
    if oldRest.isEmpty || newRest.isEmpty { return }
    for index in oldRest { oldTexts[index] = ScannedText(old[index].readingText, table: &table) }
    for index in newRest { newTexts[index] = ScannedText(new[index].readingText, table: &table) }
    let oldCandidates = oldRest.map {
      SimilarBlocks.Candidate(
        index: $0, stretch: stretches.old[$0], block: old[$0], words: oldTexts[$0]?.ids ?? [], table: table)
    }
    let newCandidates = newRest.map {
      SimilarBlocks.Candidate(
        index: $0, stretch: stretches.new[$0], block: new[$0], words: newTexts[$0]?.ids ?? [], table: table)
    }
    let similar = SimilarBlocks(oldCandidates, newCandidates, effort: &effort)
    if similar.isApproximate { isApproximate = true }
    for pair in similar.pairs { self.pair(pair.old, pair.new) }
  }

  /// Old indexes of the pairs that keep their order while as few others as possible count as moved.
  private func inPlace() -> [Int] {
    let paired = old.indices.filter { successors[$0] != nil }
    let values = paired.compactMap { successors[$0] }
    // Few moves first; among equally few, the shorter texts are the ones that moved.
    let weights = values.map { 1 << 24 + min(new[$0].plainText.utf8.count, 1 << 10) }
    return IncreasingSubsequence.heaviest(values, weights: weights, bound: new.count).map { paired[$0] }
  }

  private mutating func blocks(
    inPlace: [Int], _ table: inout WordTable, _ effort: inout Effort
  ) -> [BlockChange] {
    var changes: [BlockChange] = []
    changes.reserveCapacity(max(old.count, new.count))
    var (nextOld, nextNew) = (0, 0)
    for anchor in inPlace.map(Optional.some) + [nil] {
      let oldEnd = anchor ?? old.count
      let newEnd = anchor.flatMap { successors[$0] } ?? new.count
      for index in nextOld..<oldEnd where successors[index] == nil {
        changes.append(change(.removed, index, nil, &table, &effort))
      }
      for index in nextNew..<newEnd {
        let kind = predecessors[index] == nil ? BlockChange.Kind.added : .moved
        changes.append(change(kind, predecessors[index], index, &table, &effort))
      }
      if anchor != nil {
        let kind = old[oldEnd] == new[newEnd] ? BlockChange.Kind.unchanged : .edited
        changes.append(change(kind, oldEnd, newEnd, &table, &effort))
      }
      (nextOld, nextNew) = (oldEnd + 1, newEnd + 1)
    }
    return changes
  }

  private mutating func change(
    _ kind: BlockChange.Kind, _ oldIndex: Int?, _ newIndex: Int?, _ table: inout WordTable, _ effort: inout Effort
  ) -> BlockChange {
    var comparison: WordComparison?
    // Only similar blocks have their words at hand: equal ones were never cut.
    if let oldIndex, let newIndex, let before = oldTexts[oldIndex], let after = newTexts[newIndex] {
      comparison = WordComparison(before, after, table: table, effort: &effort)
    }
    return BlockChange(
      kind: kind, oldIndex: oldIndex, newIndex: newIndex, old: oldIndex.map { old[$0] }, new: newIndex.map { new[$0] },
      words: comparison?.runs ?? [], changedWords: comparison?.changedWords ?? 0,
      isApproximate: comparison?.isApproximate ?? false)
  }
}
