internal import StetModel

/// A quantity that holds until it changes, over time: a line of steps with a dot at each change. A table beneath says the
/// same in numbers, for whoever does not see the drawing.
struct StepChart {
  /// What the quantity came to, from a moment on.
  struct Point: Sendable, Hashable {
    let at: Timestamp
    let value: Double
    /// The value as people write it.
    let label: String
  }

  let title: Markup
  /// Names the column of values.
  let unit: Markup
  /// By time; fewer than two draw nothing.
  let points: [Point]
  /// What the lowest line stands for.
  let floor: Double
  /// What the highest line stands for; always above `floor`.
  let ceiling: Double

  private static let (width, height) = (300.0, 96.0)
  /// Where the drawing begins, below which the dates stand.
  private static let (top, bottom) = (12.0, 74.0)

  var markup: Markup? {
    guard let first = points.first, let last = points.last, points.count > 1 else { return nil }
    let rows = points.reversed().map { point -> Markup in
      "<tr><td>\(.time(point.at))</td><td>\(point.label)</td></tr>"
    }
    return """
      <figure class="chart">
      <figcaption class="label">\(title)</figcaption>
      <svg viewBox="0 0 \(Self.width) \(Self.height)" role="img" aria-label="\(title): from \(first.label) to \(last.label)">
      <line class="axis" x1="0" x2="\(Self.width)" y1="\(Self.bottom)" y2="\(Self.bottom)"/>
      <path class="line" d="\(path)"/>
      \(dots)
      <text x="0" y="\(Self.height - 8)">\(day(first.at))</text>
      <text x="\(Self.width)" y="\(Self.height - 8)" text-anchor="end">\(day(last.at))</text>
      </svg>
      <details><summary>In numbers</summary>
      <table><thead><tr><th scope="col">Captured</th><th scope="col">\(unit)</th></tr></thead>
      <tbody>
      \(rows)
      </tbody></table>
      </details>
      </figure>
      """
  }

  private func x(_ point: Point) -> Double {
    guard let first = points.first?.at.secondsSince1970, let last = points.last?.at.secondsSince1970, last > first
    else {
      return 0
    }
    return 4 + Double(point.at.secondsSince1970 - first) / Double(last - first) * (Self.width - 8)
  }

  private func y(_ point: Point) -> Double {
    let share = (min(max(point.value, floor), ceiling) - floor) / (ceiling - floor)
    return Self.bottom - share * (Self.bottom - Self.top)
  }

  private var path: Markup {
    var path: Markup = ""
    for (index, point) in points.enumerated() {
      path += index == 0 ? "M\(x(point)) \(y(point))" : "H\(x(point))V\(y(point))"
    }
    return path
  }

  /// The first and the last have their values written beside them.
  private var dots: [Markup] {
    points.enumerated().map { index, point in
      let isEnd = index == points.count - 1
      let anchor: Markup = isEnd ? " text-anchor=\"end\"" : ""
      let label: Markup? =
        index == 0 || isEnd
        ? "<text x=\"\(isEnd ? Self.width : 0)\" y=\"\(y(point) - 7)\"\(anchor)>\(point.label)</text>" : nil
      return "<circle class=\"dot\" cx=\"\(x(point))\" cy=\"\(y(point))\" r=\"3\"/>\(label)"
    }
  }

  private func day(_ moment: Timestamp) -> String { String(moment.description.prefix(10)) }
}
