/// An element of the old sequence and the element of the new one that it became.
struct MatchedPair: Sendable, Hashable {
  /// Index in the old sequence.
  var old: Int
  /// Index in the new sequence.
  var new: Int
}
