internal import StetModel

/// Finds out what became of each block: equal blocks first, similar ones among the rest, then who moved.
struct BodyAlignment {
  private let old: [Block]
  private let new: [Block]
  /// Numbers that are the same exactly for blocks that are compared as the same.
  private let oldIDs: [Int32]
  private let newIDs: [Int32]
  /// For each old block, the new block that it became.
  private var successors: [Int?]
  private var predecessors: [Int?]
  /// The blocks that one became, by the first of them; and those that became one.
  private var newParts: [Int: Range<Int>] = [:]
  private var oldParts: [Int: Range<Int>] = [:]
  /// Blocks that are told of with the first part.
  private var isNewPart: [Bool]
  private var isOldPart: [Bool]
  /// Texts of blocks that have no equal, cut into words.
  private var oldTexts: [ScannedText?]
  private var newTexts: [ScannedText?]
  private var isApproximate = false

  /// Aligns two bodies of normalised blocks.
  static func change(
    from old: ComparedBody, to new: ComparedBody, table: inout WordTable, effort: inout ComparisonEffort
  ) -> BodyChange {
    var alignment = BodyAlignment(old, new)
    let stretches = alignment.pairEqualBlocks(&effort.alignment)
    alignment.pairSimilarBlocks(stretches, &table, &effort.similarity)
    let blocks = alignment.blocks(inPlace: alignment.inPlace(), &table, &effort.words)
    return BodyChange(blocks: blocks, isApproximate: alignment.isApproximate)
  }

  private init(_ old: ComparedBody, _ new: ComparedBody) {
    self.old = old.blocks
    self.new = new.blocks
    var numbers = BlockNumbers(capacity: max(old.keys.count, new.keys.count))
    oldIDs = old.keys.map { numbers.number(of: $0) }
    newIDs = new.keys.map { numbers.number(of: $0) }
    oldTexts = Array(repeating: nil, count: old.blocks.count)
    newTexts = Array(repeating: nil, count: new.blocks.count)
    successors = Array(repeating: nil, count: old.blocks.count)
    predecessors = Array(repeating: nil, count: new.blocks.count)
    isOldPart = Array(repeating: false, count: old.blocks.count)
    isNewPart = Array(repeating: false, count: new.blocks.count)
  }

  private mutating func pair(_ oldIndex: Int, _ newIndex: Int) {
    successors[oldIndex] = newIndex
    predecessors[newIndex] = oldIndex
  }

  /// Pairs equal blocks, those in common order first.
  ///
  /// - Returns: For each block of both sides, the number of the stretch between pairs in which it lies.
  private mutating func pairEqualBlocks(_ effort: inout Effort) -> (old: [Int], new: [Int]) {
    let match = SequenceMatch(oldIDs, newIDs, effort: &effort)
    isApproximate = match.isApproximate
    var stretches = (old: [Int](repeating: 0, count: old.count), new: [Int](repeating: 0, count: new.count))
    for pair in match.pairs { self.pair(pair.old, pair.new) }
    Self.numberStretches(&stretches.old, boundaries: match.pairs.map(\.old))
    Self.numberStretches(&stretches.new, boundaries: match.pairs.map(\.new))

    // Equal blocks out of order: these were moved, or a longer run around them was.
    // For each number the first new block that waits for its equal, and for each new block the next one with its number.
    var first = [Int](repeating: -1, count: 1 + Int(max(oldIDs.max() ?? 0, newIDs.max() ?? 0)))
    var next = [Int](repeating: -1, count: new.count)
    for index in new.indices.reversed() where predecessors[index] == nil {
      next[index] = first[Int(newIDs[index])]
      first[Int(newIDs[index])] = index
    }
    for index in old.indices where successors[index] == nil {
      let place = first[Int(oldIDs[index])]
      if place < 0 { continue }
      first[Int(oldIDs[index])] = next[place]
      pair(index, place)
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
    var terms = TermTable(table)
    let oldCandidates = terms.candidates(oldRest, of: old, oldTexts, stretches.old)
    let newCandidates = terms.candidates(newRest, of: new, newTexts, stretches.new)
    let similar = SimilarBlocks(oldCandidates, newCandidates, weights: terms.weights, effort: &effort)
    if similar.isApproximate { isApproximate = true }
    for pair in similar.pairs { self.pair(pair.old, pair.new) }
    divide(oldCandidates, newCandidates, weights: terms.weights, &effort)
  }

  /// Finds what was split and merged; the pair that stands for it is the whole with the first of its parts.
  private mutating func divide(
    _ oldCandidates: [BlockTerms], _ newCandidates: [BlockTerms], weights: [Int32], _ effort: inout Effort
  ) {
    let splits = DividedBlocks(
      wholes: oldCandidates, parts: newCandidates, partner: { successors[$0] }, owner: { predecessors[$0] },
      weights: weights, effort: &effort)
    for division in splits.divisions {
      if let partner = successors[division.whole] { predecessors[partner] = nil }
      pair(division.whole, division.parts.lowerBound)
      newParts[division.parts.lowerBound] = division.parts
      for part in division.parts.dropFirst() { isNewPart[part] = true }
    }
    // What was split is no part of anything.
    let rest = newCandidates.filter { newParts[$0.index] == nil && !isNewPart[$0.index] }
    let split = Set(splits.divisions.map(\.whole))
    let merges = DividedBlocks(
      wholes: rest, parts: oldCandidates.filter { !split.contains($0.index) }, partner: { predecessors[$0] },
      owner: { successors[$0] }, weights: weights, effort: &effort)
    for division in merges.divisions {
      if let partner = predecessors[division.whole] { successors[partner] = nil }
      pair(division.parts.lowerBound, division.whole)
      oldParts[division.parts.lowerBound] = division.parts
      for part in division.parts.dropFirst() { isOldPart[part] = true }
    }
    if splits.isApproximate || merges.isApproximate { isApproximate = true }
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
      for index in nextOld..<oldEnd where successors[index] == nil && !isOldPart[index] {
        changes.append(change(.removed, index, nil, &table, &effort))
      }
      for index in nextNew..<newEnd where !isNewPart[index] {
        let kind = predecessors[index] == nil ? BlockChange.Kind.added : .moved
        changes.append(change(kind, predecessors[index], index, &table, &effort))
      }
      if anchor != nil {
        let kind = oldIDs[oldEnd] == newIDs[newEnd] ? BlockChange.Kind.unchanged : .edited
        changes.append(change(kind, oldEnd, newEnd, &table, &effort))
      }
      (nextOld, nextNew) = (oldEnd + 1, newEnd + 1)
    }
    return changes
  }

  private mutating func change(
    _ kind: BlockChange.Kind, _ oldIndex: Int?, _ newIndex: Int?, _ table: inout WordTable, _ effort: inout Effort
  ) -> BlockChange {
    let olds = oldIndex.map { oldParts[$0] ?? $0..<($0 + 1) } ?? 0..<0
    let news = newIndex.map { newParts[$0] ?? $0..<($0 + 1) } ?? 0..<0
    var comparison: WordComparison?
    if olds.count > 1 || news.count > 1 {
      comparison = WordComparison(
        BlockChange.text(old[olds]) ?? "", BlockChange.text(new[news]) ?? "", table: &table, effort: &effort)
    } else if let oldIndex, let newIndex, let before = oldTexts[oldIndex], let after = newTexts[newIndex] {
      // Only similar blocks have their words at hand: equal ones were never cut.
      comparison = WordComparison(before, after, table: table, effort: &effort)
    }
    let isEdited = !olds.isEmpty && !news.isEmpty && oldIDs[olds] != newIDs[news]
    let newWords = Self.wordCount(new, newTexts, news)
    return BlockChange(
      kind: olds.count > 1 ? .merged : news.count > 1 ? .split : kind, olds: old[olds], news: new[news],
      words: comparison?.runs ?? [], changedWords: comparison?.changedWords ?? 0, isEdited: isEdited,
      isApproximate: comparison?.isApproximate ?? false,
      // What differs in typography alone has as many words.
      oldWords: isEdited || news.isEmpty ? Self.wordCount(old, oldTexts, olds) : olds.isEmpty ? 0 : newWords,
      newWords: newWords)
  }

  private static func wordCount(_ body: [Block], _ texts: [ScannedText?], _ blocks: Range<Int>) -> Int {
    blocks.reduce(0) { $0 + (texts[$1]?.wordCount ?? WordCount.of(body[$1].readingText)) }
  }
}
