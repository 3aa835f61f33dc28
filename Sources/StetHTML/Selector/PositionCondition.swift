/// Where an element stands among its siblings: `:nth-child(2n + 1)`.
struct PositionCondition: Sendable {
  /// The step; 0 for one position only.
  var step: Int
  /// The offset.
  var offset: Int
  /// Whether only siblings of the same name count.
  var isOfType = false
  /// Whether counting starts at the last sibling.
  var isFromEnd = false

  /// Whether a position, 1 for the first, is one of step × n + offset for some n ≥ 0.
  func contains(_ position: Int) -> Bool {
    let distance = position - offset
    if step == 0 { return distance == 0 }
    return distance % step == 0 && distance / step >= 0
  }
}
