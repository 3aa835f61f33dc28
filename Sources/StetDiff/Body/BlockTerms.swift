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
