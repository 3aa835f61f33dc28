public import StetModel

/// A date in a header field, in any of the three forms of RFC 9110, 5.6.7.
public enum HTTPDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`; nil for
  /// anything else, an impossible date included. The day of the week is not compared with the date.
  /// - Parameter now: a year of two digits that would lie more than 50 years later is in the past.
  public static func parse(_ text: String, now: Timestamp) -> Timestamp? {
    let words = ASCII.lowercased(text).split { $0 == " " || $0 == "\t" }.map(String.init)
    switch words.count {
    case 6 where words[0].hasSuffix(",") && words[5] == "gmt":
      return moment(day: words[1], month: words[2], year: number(words[3], digits: 4), time: words[4])
    case 5 where words[0].hasSuffix(","):
      return nil
    case 5:
      return moment(day: words[2], month: words[1], year: number(words[4], digits: 4), time: words[3])
    case 4 where words[0].hasSuffix(",") && words[3] == "gmt":
      let parts = words[1].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3, let short = number(parts[2], digits: 2) else { return nil }
      return moment(day: parts[0], month: parts[1], year: fullYear(short, now), time: words[2])
    default: return nil
    }
  }

  private static func moment(day: String, month: String, year: Int?, time: String) -> Timestamp? {
    guard let day = number(day, digits: 2) ?? number(day, digits: 1), let year,
      let month = months.firstIndex(of: month), let date = CalendarDay(year: year, month: month + 1, day: day)
    else { return nil }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0), digits: 2) }
    guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2], hour < 24, minute < 60,
      second <= 60  // a leap second
    else { return nil }
    return Timestamp(secondsSince1970: Int64(date.daysSince1970) * 86400 + Int64(hour * 3600 + minute * 60 + second))
  }

  private static func number(_ text: String, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy(ASCII.isDigit) else { return nil }
    return Int(text)
  }

  private static func fullYear(_ short: Int, _ now: Timestamp) -> Int {
    let days = now.secondsSince1970 / 86400
    let current = CalendarDay(daysSince1970: Int(days)).year
    let year = current - current % 100 + short
    return year > current + 50 ? year - 100 : year
  }
}
