internal import StetArchive
internal import StetModel

extension Markup {
  /// A moment as a day, UTC; the script writes it as the reader does.
  static func day(of moment: Timestamp) -> Markup { day(String(moment.description.prefix(10))) }

  static func day(_ day: CalendarDay) -> Markup { .day(day.description) }

  private static func day(_ text: String) -> Markup { "<time datetime=\"\(text)\">\(text)</time>" }

  /// Text in which finds are marked.
  static func marked(_ text: MarkedText) -> Markup {
    var markup: Markup = ""
    for segment in text.segments {
      markup += segment.isMatch ? "<mark>\(segment.text)</mark>" : "\(segment.text)"
    }
    return markup
  }

  /// `1 page`, `2 pages`.
  static func count(_ number: Int, _ one: String, _ several: String) -> Markup {
    "<span class=\"number\">\(number)</span> \(number == 1 ? one : several)"
  }
}
