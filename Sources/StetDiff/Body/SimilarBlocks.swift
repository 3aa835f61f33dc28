internal import StetModel

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

  /// A block that has no equal.
  struct Candidate {
    /// Its place in the body.
    let index: Int
    /// The stretch between equal blocks in which it lies.
    let stretch: Int
    /// Its kind's name.
    let label: String
    /// Whether blocks of its kind often have no words.
    let isMostlyWordless: Bool
    /// What the block says, sorted by term.
    let terms: [Term]
    /// The weight of its terms.
    let weight: Int

    init(index: Int, stretch: Int, block: Block, words: [Int32], table: WordTable) {
      self.index = index
      self.stretch = stretch
      label = block.label
      isMostlyWordless = block.isMostlyWordless
      terms = Term.terms(of: words, table: table).sorted { $0.key < $1.key }
      weight = terms.reduce(0) { $0 + $1.weight }
    }
  }

  /// A word, or two characters in a row of a script without spaces: single ones are common to any two texts.
  struct Term: Equatable {
    /// The word's number, or both characters' numbers.
    let key: Int64
    /// Its letters, at most 12.
    let weight: Int

    /// The terms of a text: its words without punctuation; everything when it has no others.
    static func terms(of words: [Int32], table: WordTable) -> [Term] {
      var terms: [Term] = []
      terms.reserveCapacity(words.count)
      var previous: Int32?
      for (position, word) in words.enumerated() {
        let isIdeograph = table.isIdeograph[Int(word)]
        let isFollowed = position + 1 < words.count && table.isIdeograph[Int(words[position + 1])]
        if isIdeograph, let previous {
          terms.append(Term(key: (Int64(previous) + 1) << 32 | Int64(word), weight: 2))
        } else if table.weights[Int(word)] > 0, !(isIdeograph && isFollowed) {
          terms.append(Term(key: Int64(word), weight: table.weights[Int(word)]))
        }
        previous = isIdeograph ? word : nil
      }
      return terms.isEmpty ? words.map { Term(key: Int64($0), weight: 1) } : terms
    }
  }

  private struct Likeness {
    let old: Int
    let new: Int
    let score: Double
    let distance: Double
  }

  private let old: [Candidate]
  private let new: [Candidate]
  private var likenesses: [Likeness] = []

  init(_ old: [Candidate], _ new: [Candidate], effort: inout Effort) {
    self.old = old
    self.new = new
    compareNeighbours(&effort)
    compareByRareWords(&effort)
    choose()
  }

  /// Compares blocks of one stretch with those at about the same place in it.
  private mutating func compareNeighbours(_ effort: inout Effort) {
    let oldGroups = Self.groups(old)
    let newGroups = Self.groups(new)
    for (stretch, olds) in oldGroups.sorted(by: { $0.key < $1.key }) {
      guard let news = newGroups[stretch] else { continue }
      for (position, oldPosition) in olds.enumerated() {
        let center = olds.count == 1 ? news.count / 2 : position * (news.count - 1) / (olds.count - 1)
        let reach = olds.count * news.count <= 64 ? news.count : 2
        for place in max(0, center - reach)...min(news.count - 1, center + reach) {
          compare(oldPosition, news.lowerBound + place, &effort)
        }
      }
    }
  }

  /// Positions by stretch; candidates of one stretch are neighbours in the array.
  private static func groups(_ candidates: [Candidate]) -> [Int: Range<Int>] {
    var groups: [Int: Range<Int>] = [:]
    for (position, candidate) in candidates.enumerated() {
      groups[candidate.stretch] = (groups[candidate.stretch]?.lowerBound ?? position)..<(position + 1)
    }
    return groups
  }

  /// Compares blocks wherever they are if they share words that few blocks have.
  private mutating func compareByRareWords(_ effort: inout Effort) {
    var places: [Int64: [Int32]] = [:]
    for (position, candidate) in new.enumerated() {
      for term in Self.distinct(candidate.terms) {
        // One more than allowed is kept to tell a common word.
        if places[term.key, default: []].count <= Self.commonWordBlocks {
          places[term.key, default: []].append(Int32(position))
        }
      }
    }
    var shared = [Int](repeating: 0, count: new.count)
    for (position, candidate) in old.enumerated() {
      var touched: [Int] = []
      for term in Self.distinct(candidate.terms) {
        guard let found = places[term.key], found.count <= Self.commonWordBlocks else { continue }
        guard effort.spend(found.count) else {
          isApproximate = true
          return
        }
        for place in found.map(Int.init) {
          if shared[place] == 0 { touched.append(place) }
          shared[place] += term.weight
        }
      }
      let best = touched.sorted { (shared[$1], $0) < (shared[$0], $1) }.prefix(Self.comparisonsPerBlock)
      for place in best { compare(position, place, &effort) }
      for place in touched { shared[place] = 0 }
    }
  }

  private static func distinct(_ terms: [Term]) -> [Term] {
    terms.indices.filter { $0 == 0 || terms[$0].key != terms[$0 - 1].key }.map { terms[$0] }
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
      score = Self.likeness(before, after)
    }
    if isSameStretch, before.isMostlyWordless, before.label == after.label { score = max(score, threshold) }
    guard score >= threshold else { return }
    let distance =
      Double(before.index) / Double(max(1, old.last?.index ?? 1))
      - Double(after.index) / Double(max(1, new.last?.index ?? 1))
    likenesses.append(Likeness(old: oldPosition, new: newPosition, score: score, distance: distance.magnitude))
  }

  private static func likeness(_ before: Candidate, _ after: Candidate) -> Double {
    let total = before.weight + after.weight
    return total == 0 ? 1 : 2 * Double(common(before, after)) / Double(total)
  }

  /// The weight of the terms that both have.
  static func common(_ before: Candidate, _ after: Candidate) -> Int {
    var (left, right, common) = (0, 0, 0)
    while left < before.terms.count, right < after.terms.count {
      let (one, other) = (before.terms[left], after.terms[right])
      if one.key == other.key { common += one.weight }
      if one.key <= other.key { left += 1 }
      if other.key <= one.key { right += 1 }
    }
    return common
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
