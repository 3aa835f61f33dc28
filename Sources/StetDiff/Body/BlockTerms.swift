/// What a block says that has no equal on the other side.
struct BlockTerms {
  /// Its place in the body.
  let index: Int
  /// The stretch between equal blocks in which it lies.
  let stretch: Int
  /// Its kind, where blocks of that kind often have no words; nil for all others.
  let wordlessKind: String?
  /// The numbers of its terms, ascending, each as often as it says it.
  let terms: ArraySlice<Int32>
  /// The weight of its terms.
  let weight: Int

  /// For each stretch that has blocks of both lists, where they stand in their lists, in order.
  static func commonStretches(_ left: [BlockTerms], _ right: [BlockTerms]) -> [(Range<Int>, Range<Int>)] {
    var common: [(Range<Int>, Range<Int>)] = []
    var (ours, theirs) = (0, 0)
    func end(_ blocks: [BlockTerms], from start: Int) -> Int {
      blocks[start...].firstIndex { $0.stretch != blocks[start].stretch } ?? blocks.count
    }
    while ours < left.count, theirs < right.count {
      let (one, other) = (left[ours].stretch, right[theirs].stretch)
      let (ourEnd, theirEnd) = (
        one <= other ? end(left, from: ours) : ours, other <= one ? end(right, from: theirs) : theirs
      )
      if one == other { common.append((ours..<ourEnd, theirs..<theirEnd)) }
      (ours, theirs) = (ourEnd, theirEnd)
    }
    return common
  }

  /// The weight of the terms that both have.
  func common(with other: BlockTerms, weights: [Int32]) -> Int {
    terms.withUnsafeBufferPointer { ours in
      other.terms.withUnsafeBufferPointer { theirs in
        weights.withUnsafeBufferPointer { weights in
          var (left, right, common) = (0, 0, 0)
          while left < ours.count, right < theirs.count {
            let (one, other) = (ours[left], theirs[right])
            if one == other { common += Int(weights[Int(one)]) }
            left += one <= other ? 1 : 0
            right += other <= one ? 1 : 0
          }
          return common
        }
      }
    }
  }
}
