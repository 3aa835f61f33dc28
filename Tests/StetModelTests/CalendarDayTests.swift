import StetModel
import Testing

@Suite struct CalendarDayTests {
  @Test("Every day of four centuries and more goes to its number and back, one after the other")
  func everyDay() throws {
    var previous = CalendarDay(daysSince1970: -60_000)
    for days in -59_999...60_000 {
      let day = CalendarDay(daysSince1970: days)
      #expect(day.daysSince1970 == days)
      #expect(previous < day)
      previous = day
    }
  }

  @Test("Leap years follow the Gregorian rule")
  func leapYears() {
    for (year, isLeap) in [(1900, false), (2000, true), (2024, true), (2026, false), (2100, false), (0, true)] {
      #expect((CalendarDay(year: year, month: 2, day: 29) != nil) == isLeap, "\(year)")
    }
  }

  @Test("What the calendar does not have is no day")
  func noDay() {
    for (year, month, day) in [
      (2026, 4, 31), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (10_000, 1, 1), (-1, 1, 1),
    ] {
      #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }
  }

  @Test("A day is spelled with four, two and two digits")
  func spelling() {
    #expect(CalendarDay(year: 33, month: 4, day: 3)?.description == "0033-04-03")
    #expect(CalendarDay(daysSince1970: 0).description == "1970-01-01")
  }
}
