/// Pairs blocks that share most of their words, among those that have no equal on the other side.
///
/// Only candidates are compared: neighbours in the same stretch between equal blocks, and blocks that share rare words,
/// found through an index. The likeness is the share of common words (Dice), each word weighing its letters.
struct SimilarBlocks {
  /// The pairs found, best first; each block is in one at most.
  private(set) var pairs: [MatchedPair] = []
  /// Whether the steps ran out before every candidate was looked at.
  private(set) var isApproximate = false

  /// Blocks of one stretch are one block rewritten from this likeness on.
  static let sameStretchThreshold = 0.4
  /// Blocks far apart need more to be the same block moved and edited.
  static let elsewhereThreshold = 0.6
  /// A word in more blocks than this is no evidence.
  static let commonWordBlocks = 16
  /// Blocks compared in full for each old block, those that share most rare words.
  static let comparisonsPerBlock = 6

  private struct Likeness {
    let old: Int
    let new: Int
    let score: Double
    let distance: Double
  }

  private let old: [BlockTerms]
  private let new: [BlockTerms]
  private let weights: [Int32]
  private var likenesses: [Likeness] = []

  /// - Parameter weights: How much each term says.
  init(_ old: [BlockTerms], _ new: [BlockTerms], weights: [Int32], effort: inout Effort) {
    self.old = old
    self.new = new
    self.weights = weights
    compareNeighbours(&effort)
    compareByRareWords(&effort)
    choose()
  }

  /// Compares blocks of one stretch with those at about the same place in it.
  private mutating func compareNeighbours(_ effort: inout Effort) {
    for (olds, news) in BlockTerms.commonStretches(old, new) {
      for (position, oldPosition) in olds.enumerated() {
        let center = olds.count == 1 ? news.count / 2 : position * (news.count - 1) / (olds.count - 1)
        let reach = olds.count * news.count <= 64 ? news.count : 2
        for place in max(0, center - reach)...min(news.count - 1, center + reach) {
          compare(oldPosition, news.lowerBound + place, &effort)
        }
      }
    }
  }

  /// Compares blocks wherever they are if they share words that few blocks have.
  private mutating func compareByRareWords(_ effort: inout Effort) {
    let index = RareTerms(new, termCount: weights.count, commonBlocks: Self.commonWordBlocks)
    var shared = [Int32](repeating: 0, count: new.count)
    var touched: [Int] = []
    for (position, candidate) in old.enumerated() {
      var previous: Int32 = -1
      for term in candidate.terms where term != previous {
        previous = term
        let found = index.blocks(with: term)
        if found.isEmpty { continue }
        guard effort.spend(found.count) else {
          isApproximate = true
          return
        }
        for place in found.map(Int.init) {
          if shared[place] == 0 { touched.append(place) }
          shared[place] += weights[Int(term)]
        }
      }
      for place in Self.best(touched, shared) { compare(position, place, &effort) }
      for place in touched { shared[place] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// The places that share most, those first; of equals the first in the body.
  private static func best(_ touched: [Int], _ shared: [Int32]) -> [Int] {
    var best: [Int] = []
    for place in touched {
      var rank = best.count
      while rank > 0, (shared[best[rank - 1]], place) < (shared[place], best[rank - 1]) { rank -= 1 }
      if rank == comparisonsPerBlock { continue }
      if best.count == comparisonsPerBlock { best.removeLast() }
      best.insert(place, at: rank)
    }
    return best
  }

  private mutating func compare(_ oldPosition: Int, _ newPosition: Int, _ effort: inout Effort) {
    let (before, after) = (old[oldPosition], new[newPosition])
    let isSameStretch = before.stretch == after.stretch
    let threshold = isSameStretch ? Self.sameStretchThreshold : Self.elsewhereThreshold
    // Lengths alone may rule it out.
    let bound = 2 * Double(min(before.weight, after.weight)) / Double(max(1, before.weight + after.weight))
    var score = 0.0
    if bound >= threshold {
      guard effort.spend(before.terms.count + after.terms.count) else {
        isApproximate = true
        return
      }
      score = likeness(before, after)
    }
    if isSameStretch, let kind = before.wordlessKind, kind == after.wordlessKind { score = max(score, threshold) }
    guard score >= threshold else { return }
    let distance =
      Double(before.index) / Double(max(1, old.last?.index ?? 1))
      - Double(after.index) / Double(max(1, new.last?.index ?? 1))
    likenesses.append(Likeness(old: oldPosition, new: newPosition, score: score, distance: distance.magnitude))
  }

  private func likeness(_ before: BlockTerms, _ after: BlockTerms) -> Double {
    let total = before.weight + after.weight
    return total == 0 ? 1 : 2 * Double(before.common(with: after, weights: weights)) / Double(total)
  }

  /// Takes the most alike first; of equals, those that lie closest.
  private mutating func choose() {
    let ranked = likenesses.sorted {
      if $0.score != $1.score { return $0.score > $1.score }
      if $0.distance != $1.distance { return $0.distance < $1.distance }
      return ($0.old, $0.new) < ($1.old, $1.new)
    }
    var takenOld = [Bool](repeating: false, count: old.count)
    var takenNew = [Bool](repeating: false, count: new.count)
    for likeness in ranked where !takenOld[likeness.old] && !takenNew[likeness.new] {
      takenOld[likeness.old] = true
      takenNew[likeness.new] = true
      pairs.append(MatchedPair(old: old[likeness.old].index, new: new[likeness.new].index))
    }
    likenesses = []
  }
}
