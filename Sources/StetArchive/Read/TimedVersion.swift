internal import StetModel

/// A version and its place in time.
struct TimedVersion: Hashable, Comparable {
  let version: Int
  let captured: Timestamp
  /// Whether it is a tombstone.
  let isGone: Bool

  /// By time, then by number.
  static func < (left: Self, right: Self) -> Bool {
    (left.captured, left.version) < (right.captured, right.version)
  }
}
