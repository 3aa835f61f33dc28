/// Which blocks of a body have each of the terms that few blocks have.
struct RareTerms {
  /// Places in the list of blocks, term by term, ascending.
  private var blocks: [Int32] = []
  /// Where each term's blocks end; where the next one's begin.
  private var ends: [Int]

  /// - Parameters:
  ///   - termCount: How many terms there are, in these blocks and others.
  ///   - commonBlocks: A term in more blocks than this is not listed.
  init(_ candidates: [BlockTerms], termCount: Int, commonBlocks: Int) {
    var counts = [Int](repeating: 0, count: termCount)
    Self.forEachTerm(of: candidates) { term, _ in counts[term] += 1 }
    ends = []
    ends.reserveCapacity(termCount)
    var next = counts
    var total = 0
    for (term, count) in counts.enumerated() {
      next[term] = total
      total += count <= commonBlocks ? count : 0
      ends.append(total)
    }
    blocks = [Int32](repeating: 0, count: total)
    Self.forEachTerm(of: candidates) { term, place in
      guard counts[term] <= commonBlocks else { return }
      blocks[next[term]] = Int32(place)
      next[term] += 1
    }
  }

  /// The places of the blocks that have a term; none for one that many have.
  func blocks(with term: Int32) -> ArraySlice<Int32> { blocks[(term == 0 ? 0 : ends[Int(term) - 1])..<ends[Int(term)]] }

  /// Every term of every block once.
  private static func forEachTerm(of candidates: [BlockTerms], _ take: (_ term: Int, _ place: Int) -> Void) {
    for (place, candidate) in candidates.enumerated() {
      var previous: Int32 = -1
      for term in candidate.terms where term != previous {
        take(Int(term), place)
        previous = term
      }
    }
  }
}
