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
}
