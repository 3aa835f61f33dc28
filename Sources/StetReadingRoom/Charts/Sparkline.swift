internal import StetArchive
internal import StetModel

/// Half a year of captures, a bar for each week.
struct Sparkline {
  /// In order; days before its first week do not count.
  let days: [DayActivity]
  /// The last day of its last week.
  let last: CalendarDay

  static let weeks = 26
  private static let bar = 4
  private static let height = 20

  var html: Markup {
    var sums = [Int](repeating: 0, count: Self.weeks)
    for day in days {
      let week = Self.weeks - 1 - (last.daysSince1970 - day.day.daysSince1970) / 7
      if sums.indices.contains(week) { sums[week] += day.captures }
    }
    let most = max(1, sums.max() ?? 0)
    let bars = sums.enumerated().compactMap { week, sum -> Markup? in
      guard sum > 0 else { return nil }
      let height = max(2, sum * Self.height / most)
      return """
        <rect x="\(week * Self.bar)" y="\(Self.height - height)" width="\(Self.bar - 1)" height="\(height)"/>
        """
    }
    let total = sums.reduce(0, +)
    return """
      <svg class="sparkline" role="img" viewBox="0 0 \(Self.weeks * Self.bar) \(Self.height)" \
      width="\(Self.weeks * Self.bar)" height="\(Self.height)" aria-label="\(total) \
      \(total == 1 ? "capture" : "captures") in \(Self.weeks) weeks, \(sums[Self.weeks - 1]) in the last">\(bars)</svg>
      """
  }
}
