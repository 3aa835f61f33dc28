public import StetModel

extension Timestamp {
  /// As in header fields and RSS: "Sun, 06 Nov 1994 08:49:37 GMT".
  public var httpDate: String {
    let days = Int(secondsSince1970 / 86400)
    let date = CalendarDay(daysSince1970: days)
    let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][days % 7]
    let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][date.month - 1]
    // "2026-11-23T04:00:00Z"
    let time = description.dropFirst(11).prefix(8)
    return "\(weekday), \(date.day < 10 ? "0" : "")\(date.day) \(month) \(date.year) \(time) GMT"
  }

  /// A moment later, by seconds.
  public func later(_ seconds: Int) -> Timestamp { Timestamp(secondsSince1970: secondsSince1970 + Int64(seconds)) }
}
