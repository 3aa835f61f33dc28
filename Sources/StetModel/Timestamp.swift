/// A moment in UTC to the second, spelled as RFC 3339 with `Z` (`2026-11-22T06:00:03Z`).
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let secondsSince1970: Int64

  /// A moment.
  public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

  /// Reads `YYYY-MM-DDTHH:MM:SSZ`; nil for anything else, an impossible date included.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 else { return nil }
    let pattern = Array("0000-00-00T00:00:00Z".utf8)
    for (byte, mark) in zip(bytes, pattern) {
      let fits = mark == UInt8(ascii: "0") ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == mark
      guard fits else { return nil }
    }
    func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard CalendarDay.isValid(year: year, month: month, day: day), hour < 24, minute < 60, second < 60 else {
      return nil
    }
    let days = CalendarDay.daysSince1970(year: year, month: month, day: day)
    secondsSince1970 = Int64(days) * 86400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// The spelled form.
  public var description: String {
    let (quotient, remainder) = secondsSince1970.quotientAndRemainder(dividingBy: 86400)
    let days = Int(remainder < 0 ? quotient - 1 : quotient)
    let rest = Int(remainder < 0 ? remainder + 86400 : remainder)
    let day = CalendarDay(daysSince1970: days)
    return "\(day)T\(twoDigits(rest / 3600)):\(twoDigits(rest / 60 % 60)):\(twoDigits(rest % 60))Z"
  }

  /// Earlier moments come first.
  public static func < (left: Self, right: Self) -> Bool { left.secondsSince1970 < right.secondsSince1970 }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
