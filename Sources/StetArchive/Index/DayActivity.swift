public import StetModel

/// What was captured on one day.
public struct DayActivity: Sendable, Hashable {
  /// The day, UTC.
  public let day: CalendarDay
  /// Visits that saw a page.
  public let captures: Int
  /// Versions that a page is the cause of, first ones not counted.
  public let changes: Int

  /// A day's counts.
  public init(day: CalendarDay, captures: Int, changes: Int) {
    self.day = day
    self.captures = captures
    self.changes = changes
  }

  /// Days of several lists as one, in order.
  public static func sum(_ lists: [[DayActivity]]) -> [DayActivity] {
    var sums: [CalendarDay: (captures: Int, changes: Int)] = [:]
    for day in lists.joined() {
      let sum = sums[day.day] ?? (0, 0)
      sums[day.day] = (sum.captures + day.captures, sum.changes + day.changes)
    }
    return sums.map { DayActivity(day: $0.key, captures: $0.value.captures, changes: $0.value.changes) }
      .sorted { $0.day < $1.day }
  }
}
