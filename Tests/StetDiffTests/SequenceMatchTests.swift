import StetTestSupport
import Testing

@testable import StetDiff

@Suite struct SequenceMatchTests {
  /// Length of a longest common subsequence, by the textbook table.
  private func longest(_ old: [Int32], _ new: [Int32]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for element in old {
      var diagonal = 0
      for (index, other) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[new.count]
  }

  private func isValid(_ pairs: [MatchedPair], _ old: [Int32], _ new: [Int32]) -> Bool {
    pairs.allSatisfy { old[$0.old] == new[$0.new] }
      && zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new }
  }

  @Test("Within the limits the match is a longest common subsequence", arguments: 0..<300)
  func longestCommonSubsequence(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Int32.random(in: 1...9, using: &generator)
    func sequence() -> [Int32] {
      (0..<Int.random(in: 0...40, using: &generator)).map { _ in Int32.random(in: 0...alphabet, using: &generator) }
    }
    let (old, new) = (sequence(), sequence())
    var effort = Effort(limit: 1_000_000)
    let match = SequenceMatch(old, new, effort: &effort)
    #expect(isValid(match.pairs, old, new))
    #expect(match.pairs.count == longest(old, new))
    #expect(!match.isApproximate)
  }

  @Test("Without effort the match is still a common subsequence, with both ends", arguments: 0..<100)
  func starved(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let shared: [Int32] = [1, 2, 3]
    func middle() -> [Int32] { (0..<30).map { _ in Int32.random(in: 0...60, using: &generator) } }
    let (old, new) = (shared + middle() + shared, shared + middle() + shared)
    var effort = Effort(limit: 0)
    let match = SequenceMatch(old, new, effort: &effort)
    #expect(isValid(match.pairs, old, new))
    #expect(match.pairs.count >= 6)
  }

  @Test("Beyond the cap on edits, elements that occur once still anchor the match")
  func anchors() {
    // Many short stretches of noise between markers: more edits than the cap, but small parts.
    var generator = SeededGenerator(seed: 5)
    var (old, new): ([Int32], [Int32]) = ([], [])
    for marker in 0..<400 {
      old.append(Int32(1000 + marker))
      new.append(Int32(1000 + marker))
      old += (0..<10).map { _ in Int32.random(in: 0...5, using: &generator) }
      new += (0..<10).map { _ in Int32.random(in: 0...5, using: &generator) }
    }
    var effort = Effort(limit: 20_000_000)
    let match = SequenceMatch(old, new, effort: &effort)
    #expect(isValid(match.pairs, old, new))
    #expect(!match.isApproximate)
    #expect(match.pairs.count { old[$0.old] >= 1000 } == 400)
  }

  @Test("Hostile sequences cost steps in proportion to their length, and say when they were given up")
  func hostileCost() {
    var generator = SeededGenerator(seed: 9)
    // Two letters at random, 200,000 of them: D is huge and nothing occurs once.
    let old = (0..<200_000).map { _ in Int32.random(in: 0...1, using: &generator) }
    let new = (0..<200_000).map { _ in Int32.random(in: 0...1, using: &generator) }
    var effort = Effort(limit: 100_000_000)
    let match = SequenceMatch(old, new, effort: &effort)
    #expect(match.isApproximate)
    #expect(isValid(match.pairs, old, new))
    #expect(effort.spent < 40 * 400_000)
  }
}
