internal import StetModel

/// A date as far as it is known, with the time of day where one is given.
struct DateParts {
  var year: Int
  var month: Int?
  var day: Int?
  var time: TimeParts?

  /// EDTF level 0 or RFC 3339: "2012", "2012-11", "2012-11-17", "2012-11-17T15:40:00", with an offset where the time
  /// has one. Nil for days that the calendar does not have.
  var spelled: String? {
    guard let month else { return DateParts.padded(year, 4) }
    guard let day else {
      return (1...12).contains(month) ? "\(DateParts.padded(year, 4))-\(DateParts.padded(month, 2))" : nil
    }
    guard let calendarDay = CalendarDay(year: year, month: month, day: day) else { return nil }
    return time.map { "\(calendarDay)T\($0.spelled)" } ?? "\(calendarDay)"
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A time of day.
struct TimeParts {
  var hour: Int
  var minute: Int
  var second: Int
  /// Minutes east of UTC; nil when none is given.
  var offset: Int?

  /// Nil for times that the clock does not have.
  init?(hour: Int, minute: Int, second: Int = 0, offset: Int? = nil) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second) else { return nil }
    if let offset, abs(offset) > 14 * 60 { return nil }
    self.hour = hour
    self.minute = minute
    self.second = min(second, 59)
    self.offset = offset
  }

  /// "15:40:00", "15:40:00Z", "15:40:00+01:00".
  var spelled: String {
    let clock = [hour, minute, second].map { DateParts.padded($0, 2) }.joined(separator: ":")
    guard let offset else { return clock }
    if offset == 0 { return clock + "Z" }
    let distance = abs(offset)
    return
      "\(clock)\(offset < 0 ? "-" : "+")\(DateParts.padded(distance / 60, 2)):\(DateParts.padded(distance % 60, 2))"
  }
}
