internal import StetModel

/// The solar calendar of Iran, in which pages in Persian print their dates.
enum PersianCalendar {
  /// The day as the common calendar calls it; nil for days that the calendar does not have, and for years of no page
  /// (before 1369 or after 1439).
  static func date(year: Int, month: Int, day: Int) -> DateParts? {
    guard (1369...1439).contains(year), (1...12).contains(month), day > 0, day <= length(of: month, in: year) else {
      return nil
    }
    let passed = (month - 1) * 30 + min(month - 1, 6)
    let common = CalendarDay(daysSince1970: newYear(year) + passed + day - 1)
    return DateParts(year: common.year, month: common.month, day: common.day)
  }

  private static func length(of month: Int, in year: Int) -> Int {
    if month < 7 { return 31 }
    return month < 12 || newYear(year + 1) - newYear(year) == 366 ? 30 : 29
  }

  /// The first of Farvardin in days since 1970.
  ///
  /// Every fourth year of 33 is a leap year, from the first on, but the last: the cycles from 1309 on hold for the years
  /// above.
  private static func newYear(_ year: Int) -> Int {
    let (cycles, rest) = (year - 1309).quotientAndRemainder(dividingBy: 33)
    let leaps = cycles * 8 + (rest + 3) / 4
    return firstNewYear + (year - 1309) * 365 + leaps
  }

  /// 21 March 1930.
  private static let firstNewYear = -14531
}
