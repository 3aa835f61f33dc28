internal import Glibc
internal import StetModel

/// The Date field (RFC 9110, 5.6.7).
enum DateField {
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Of now.
  static var now: String { text(secondsSince1970: Int64(time(nil))) }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`; of a moment since 1970.
  static func text(secondsSince1970 seconds: Int64) -> String {
    let number = Int(max(0, seconds) / 86_400)
    let day = CalendarDay(daysSince1970: number)
    let time = Timestamp(secondsSince1970: seconds).description.dropFirst(11).prefix(8)
    let digits = day.day < 10 ? "0\(day.day)" : "\(day.day)"
    return "\(days[number % 7]), \(digits) \(months[day.month - 1]) \(day.year) \(time) GMT"
  }
}
