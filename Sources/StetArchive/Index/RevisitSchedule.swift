/// When a page is due again: after as much time as it had stood unchanged at the last visit, within bounds. A page that
/// does not change is so visited after one day, two, four and so on. In seconds.
public struct RevisitSchedule: Sendable, Hashable {
  /// The shortest pause between two visits.
  public var minimum: Int64
  /// The longest.
  public var maximum: Int64

  /// From one day to ninety. The index keeps when pages are due by it: another one needs another `IndexSchema.version`.
  public static let adaptive = RevisitSchedule(minimum: 86_400, maximum: 90 * 86_400)

  /// A schedule; with both bounds the same, visits at a fixed interval.
  public init(minimum: Int64, maximum: Int64) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// In seconds since 1970.
  func due(lastVisit: Int64, unchangedSince: Int64) -> Int64 {
    lastVisit + max(minimum, min(maximum, lastVisit - unchangedSince))
  }
}
