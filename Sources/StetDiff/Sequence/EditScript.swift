/// Longest common subsequence by the greedy algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations" (1986), with a cap on D and on the steps.
enum EditScript {
  /// Pairs of equal elements, ascending, of a longest common subsequence of two ranges.
  ///
  /// - Returns: Nil when more than `maximumEdits` removals and additions are needed, or the steps run out.
  static func pairs(
    _ old: [Int32], _ oldRange: Range<Int>, _ new: [Int32], _ newRange: Range<Int>, maximumEdits: Int,
    maximumSteps: Int, effort: inout Effort
  ) -> [MatchedPair]? {
    let (oldCount, newCount) = (oldRange.count, newRange.count)
    let limit = min(maximumEdits, oldCount + newCount)
    // furthest[k + limit + 1]: how far into `old` diagonal k (old index − new index) reaches with d edits.
    let center = limit + 1
    var furthest = [Int](repeating: 0, count: 2 * limit + 3)
    var trace: [[Int32]] = []
    var steps = 0
    for edits in 0...limit {
      var reached: [Int32] = []
      reached.reserveCapacity(edits + 1)
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let isInsertion =
          diagonal == -edits
          || (diagonal != edits && furthest[center + diagonal - 1] < furthest[center + diagonal + 1])
        var x = isInsertion ? furthest[center + diagonal + 1] : furthest[center + diagonal - 1] + 1
        var y = x - diagonal
        let start = x
        while x < oldCount, y < newCount, old[oldRange.lowerBound + x] == new[newRange.lowerBound + y] {
          x += 1
          y += 1
        }
        steps += 1 + x - start
        furthest[center + diagonal] = x
        reached.append(Int32(x))
        if x >= oldCount, y >= newCount {
          _ = effort.spend(steps)
          return walkBack(
            trace, from: MatchedPair(old: oldCount, new: newCount), oldStart: oldRange.lowerBound,
            newStart: newRange.lowerBound)
        }
      }
      trace.append(reached)
      if steps > maximumSteps || effort.spent + steps > effort.limit { break }
    }
    _ = effort.spend(steps)
    return nil
  }

  private static func walkBack(
    _ trace: [[Int32]], from end: MatchedPair, oldStart: Int, newStart: Int
  ) -> [MatchedPair] {
    var pairs: [MatchedPair] = []
    var (x, y) = (end.old, end.new)
    func follow(downTo start: Int) {
      while x > start {
        x -= 1
        y -= 1
        pairs.append(MatchedPair(old: oldStart + x, new: newStart + y))
      }
    }
    for edits in stride(from: trace.count, to: 0, by: -1) {
      let reached = trace[edits - 1]
      func furthest(_ diagonal: Int) -> Int { Int(reached[(diagonal + edits - 1) / 2]) }
      let diagonal = x - y
      let isInsertion =
        diagonal == -edits || (diagonal != edits && furthest(diagonal - 1) < furthest(diagonal + 1))
      let from = isInsertion ? diagonal + 1 : diagonal - 1
      follow(downTo: furthest(from) + (isInsertion ? 0 : 1))
      x = furthest(from)
      y = x - from
    }
    follow(downTo: 0)
    return pairs.reversed()
  }
}
