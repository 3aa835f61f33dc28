internal import StetModel

/// The parts of a time as far as they are written.
struct TimeFields {
  var year: Int
  var month: Int?
  var day: Int?
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// Minutes east of UTC.
  var offset = 0

  init(year: Int) { self.year = year }

  /// The time; nil when calendar or clock have no such time.
  var time: StatedTime? {
    guard let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
    // 24:00 is the end of the day, and second 60 the leap second.
    guard (0...24).contains(hour ?? 0), (0...59).contains(minute ?? 0), (0...60).contains(second ?? 0),
      hour != 24 || (minute ?? 0) == 0, abs(offset) <= 24 * 60
    else { return nil }
    let clock = (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)
    let start = Timestamp(secondsSince1970: Int64(first.daysSince1970 * 86400 + clock - offset * 60))
    return StatedTime(start: start, seconds: length(from: first))
  }

  /// How many seconds the span has that is left open.
  private func length(from first: CalendarDay) -> Int64 {
    if second != nil { return 1 }
    if minute != nil { return 60 }
    if hour != nil { return 3600 }
    if day != nil { return 86400 }
    let next =
      if let month, month < 12 {
        CalendarDay(year: year, month: month + 1, day: 1)
      } else {
        CalendarDay(year: year + 1, month: 1, day: 1)
      }
    return next.map { Int64($0.daysSince1970 - first.daysSince1970) * 86400 } ?? 86400
  }
}
