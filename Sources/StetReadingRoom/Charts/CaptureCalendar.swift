internal import StetArchive
internal import StetModel

/// A year of days as a grid, a column for each week: how much was captured on each, and where something had changed.
struct CaptureCalendar {
  /// Only days on which something was captured, in order.
  let days: [DayActivity]
  /// The last day shown.
  let last: CalendarDay
  /// What it is of, for those who do not see it.
  let subject: String

  private static let weeks = 53
  private static let cell = 13
  private static let top = 16
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The first day of a year that ends on that day: a Monday.
  static func first(before last: CalendarDay) -> CalendarDay {
    let number = last.daysSince1970
    return CalendarDay(daysSince1970: number - weekday(number) - (weeks - 1) * 7)
  }

  var html: Markup {
    let first = Self.first(before: last)
    let captures = days.reduce(0) { $0 + $1.captures }
    let changes = days.reduce(0) { $0 + $1.changes }
    let summary: Markup = """
      \(subject): \(.count(captures, "capture", "captures")) on \(.count(days.count, "day", "days")) and \
      \(.count(changes, "change", "changes")) since \(.day(first))
      """
    return """
      <figure class="calendar">
      <figcaption>\(summary).</figcaption>
      <div class="scroll" tabindex="0" role="region" aria-label="Calendar of captures">
      <svg viewBox="0 0 \(Self.weeks * Self.cell) \(Self.top + 7 * Self.cell)" width="\(Self.weeks * Self.cell)" \
      height="\(Self.top + 7 * Self.cell)" aria-hidden="true" focusable="false">
      \(monthNames(from: first))
      \(cells(from: first))
      </svg>
      </div>
      \(key)
      \(table)
      </figure>
      """
  }

  private func monthNames(from first: CalendarDay) -> [Markup] {
    var month = 0
    return (0..<Self.weeks).compactMap { week -> Markup? in
      let day = CalendarDay(daysSince1970: first.daysSince1970 + week * 7)
      defer { month = day.month }
      // A name needs the room of three weeks.
      guard day.month != month, day.day <= 7, week < Self.weeks - 2 else { return nil }
      return "<text x=\"\(week * Self.cell)\" y=\"11\">\(Self.months[day.month - 1])</text>"
    }
  }

  private func cells(from first: CalendarDay) -> [Markup] {
    let most = days.map(\.captures).max() ?? 0
    var found: [Int: DayActivity] = [:]
    for day in days { found[day.day.daysSince1970] = day }
    var empty = ""
    var cells: [Markup] = []
    let size = Self.cell - 3
    for number in first.daysSince1970...last.daysSince1970 {
      let offset = number - first.daysSince1970
      let (x, y) = (offset / 7 * Self.cell, Self.top + offset % 7 * Self.cell)
      guard let day = found[number] else {
        empty += "M\(x) \(y)h\(size)v\(size)h-\(size)z"
        continue
      }
      let mark: Markup? =
        day.changes > 0 ? "<circle cx=\"\(x + size / 2)\" cy=\"\(y + size / 2)\" r=\"2\" class=\"change\"/>" : nil
      cells.append(
        """
        <g><title>\(day.day.description): \(Self.words(day))</title><rect x="\(x)" y="\(y)" width="\(size)" \
        height="\(size)" class="\(Self.level(day.captures, of: most))"/>\(mark)</g>
        """)
    }
    return ["<path class=\"none\" d=\"\(empty)\"/>"] + cells
  }

  private static func words(_ day: DayActivity) -> String {
    "\(day.captures) \(day.captures == 1 ? "capture" : "captures"), "
      + "\(day.changes) \(day.changes == 1 ? "change" : "changes")"
  }

  /// Four steps, each of twice or more as many captures as the one before.
  private static func level(_ captures: Int, of most: Int) -> String {
    guard captures > 0 else { return "none" }
    let steps = max(1, Int.bitWidth - most.leadingZeroBitCount)
    let step = Int.bitWidth - captures.leadingZeroBitCount
    return "l\(max(1, min(4, (step * 4 + steps - 1) / steps)))"
  }

  /// The same by months, for reading.
  private var table: Markup {
    var months: [(name: String, captures: Int, changes: Int)] = []
    for day in days {
      let name = String(day.day.description.prefix(7))
      if months.last?.name != name { months.append((name, 0, 0)) }
      months[months.count - 1].captures += day.captures
      months[months.count - 1].changes += day.changes
    }
    guard !months.isEmpty else { return "" }
    let rows = months.map { month -> Markup in
      """
      <tr><th scope="row"><time datetime="\(month.name)">\(month.name)</time></th><td>\(month.captures)</td>\
      <td>\(month.changes)</td></tr>
      """
    }
    return """
      <details><summary>By month</summary>
      <table class="data"><thead><tr><th scope="col">Month</th><th scope="col">Captures</th><th scope="col">Changes</th>\
      </tr></thead><tbody>
      \(rows)
      </tbody></table></details>
      """
  }

  private var key: Markup {
    let size = Self.cell - 3
    let steps = (0...4).map { step -> Markup in
      "<rect x=\"\(step * Self.cell)\" y=\"0\" width=\"\(size)\" height=\"\(size)\" class=\"\(step == 0 ? "none" : "l\(step)")\"/>"
    }
    return """
      <p class="key" aria-hidden="true"><span>fewer</span> \
      <svg viewBox="0 0 \(5 * Self.cell) \(size)" width="\(5 * Self.cell)" height="\(size)" focusable="false">\(steps)</svg> \
      <span>more captures</span> <svg viewBox="0 0 \(size) \(size)" width="\(size)" height="\(size)" focusable="false">\
      <rect width="\(size)" height="\(size)" class="l2"/><circle cx="\(size / 2)" cy="\(size / 2)" r="2" class="change"/>\
      </svg> <span>with changes</span></p>
      """
  }

  /// Monday is 0.
  private static func weekday(_ daysSince1970: Int) -> Int { ((daysSince1970 + 3) % 7 + 7) % 7 }
}
