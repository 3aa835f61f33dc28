internal import StetModel

/// A body on its way through the comparison.
struct ComparedBody {
  /// The blocks as they are shown.
  let blocks: [Block]
  /// The same blocks as they are compared: two are the same block exactly when these are equal.
  let keys: [Block]
}
