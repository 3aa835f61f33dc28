public import StetModel

/// How long a server asks to be left alone (RFC 9110, 10.2.3).
public enum RetryAfter {
  /// Longer than this nobody means it, and no host is lost for good by a slip of the pen.
  private static let longest: Int64 = 366 * 86400

  /// The wait in a response: from now on, zero for a moment that has passed, a year at most. Nil when the response has
  /// no such field, or one that is neither seconds nor a date.
  public static func wait(in page: Page, now: Timestamp) -> Duration? {
    wait(in: page.headers, now: now)
  }

  /// As above, by the fields of a response.
  static func wait(in fields: [HeaderField], now: Timestamp) -> Duration? {
    fields.last { $0.hasName("Retry-After") }.flatMap { wait($0.value, now: now) }
  }

  /// The wait that a field's value asks for.
  static func wait(_ value: String, now: Timestamp) -> Duration? {
    if !value.isEmpty, value.utf8.allSatisfy(ASCII.isDigit) {
      return .seconds(min(Int64(value) ?? longest, longest))
    }
    guard let date = HTTPDate.parse(value, now: now) else { return nil }
    return .seconds(min(max(0, date.secondsSince1970 - now.secondsSince1970), longest))
  }
}
