public import StetModel

/// A time as a feed or sitemap states it: a second, or only a minute, a day, a month, a year.
///
/// It is the span from `start` up to `end`. Where no offset from UTC is given, UTC is meant.
public struct StatedTime: Sendable, Hashable, CustomStringConvertible {
  /// The first moment that may be meant.
  public let start: Timestamp
  /// The first moment after `start` that cannot be meant.
  public let end: Timestamp

  init(start: Timestamp, seconds: Int64) {
    self.start = start
    end = Timestamp(secondsSince1970: start.secondsSince1970 + seconds)
  }

  /// Reads what feeds and sitemaps are found with: W3C date and time formats and the rest of ISO 8601 that is in use,
  /// RFC 822 with all its variants (weekday, seconds, century and zone missing or wrong, names of months and days
  /// abbreviated or whole), and what `asctime` prints. Nil when it is none of these, or a day that the calendar does not
  /// have.
  public init?(_ text: String) {
    guard text.utf8.count <= StatedTimeReader.maximumBytes, let time = StatedTimeReader.read(Array(text.utf8)) else {
      return nil
    }
    self = time
  }

  /// Whether a page that was last looked at at some moment should be looked at again, if it changed at this time.
  ///
  /// A page that changed on the day of the last look, with no hour given, is due once, when that day is over. A time
  /// more than a day ahead of now is no time of a change.
  public func isDue(lastVisit: Timestamp, now: Timestamp) -> Bool {
    let day: Int64 = 86400
    if start.secondsSince1970 > now.secondsSince1970 + day { return false }
    if start > lastVisit { return true }
    return end > lastVisit && end <= now && end.secondsSince1970 - start.secondsSince1970 > 60
  }

  /// The first moment that may be meant.
  public var description: String { start.description }
}
