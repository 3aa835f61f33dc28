/// The heaviest increasing subsequence of distinct numbers: what stayed in place when the rest was moved.
enum IncreasingSubsequence {
  /// Positions of the chosen elements, ascending. O(n log n).
  ///
  /// - Parameters:
  ///   - values: Distinct numbers, 0 or greater, below `bound`.
  ///   - weights: Positive weights, one for each value.
  static func heaviest(_ values: [Int], weights: [Int], bound: Int) -> [Int] {
    // A Fenwick tree over the values: for each prefix of values, the position that ends the heaviest chain so far.
    var tree = [Int](repeating: -1, count: bound + 1)
    var totals = [Int](repeating: 0, count: values.count)
    var previous = [Int](repeating: -1, count: values.count)
    var last = -1
    for position in values.indices {
      var best = -1
      var slot = values[position]
      while slot > 0 {
        let candidate = tree[slot]
        if candidate >= 0, best < 0 || totals[candidate] > totals[best] { best = candidate }
        slot &= slot - 1
      }
      previous[position] = best
      totals[position] = weights[position] + (best < 0 ? 0 : totals[best])
      if last < 0 || totals[position] > totals[last] { last = position }
      slot = values[position] + 1
      while slot <= bound {
        if tree[slot] < 0 || totals[tree[slot]] < totals[position] { tree[slot] = position }
        slot += slot & -slot
      }
    }
    var chosen: [Int] = []
    while last >= 0 {
      chosen.append(last)
      last = previous[last]
    }
    return chosen.reversed()
  }
}
