/// When a page is due again. A page that was seen: after as much time as it had stood unchanged then, within bounds, so
/// that one which does not change is visited after one day, two, four and so on. One that was absent, or had something
/// else in its place: after one day, two, four … from the first such visit on. In seconds.
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

  /// How often a pause doubles at most: further doublings are beyond every bound.
  static let maximumDoublings = 20

  /// The outcomes after which the pause goes by the number of visits.
  static let outcomesOfAbsence: [VisitOutcome] = [.absent, .quarantined]

  /// In seconds since 1970.
  func due(lastVisit: Int64, unchangedSince: Int64, outcome: VisitOutcome?, streak: Int) -> Int64 {
    guard let outcome, Self.outcomesOfAbsence.contains(outcome) else {
      return lastVisit + max(minimum, min(maximum, lastVisit - unchangedSince))
    }
    return lastVisit + pause(after: streak)
  }

  /// The pause after so many visits, or attempts, in a row that found no page: the shortest, doubled with each.
  public func pause(after streak: Int) -> Int64 {
    min(maximum, minimum << Int64(max(0, min(streak - 1, Self.maximumDoublings))))
  }
}
