/// Counts as horizontal bars, with their names and numbers in the drawing, and a table for whoever does not see it.
struct BarChart {
  struct Bar: Sendable, Hashable {
    let name: String
    let count: Int
  }

  let title: Markup
  /// The heads of the table's columns.
  let heads: (name: Markup, count: Markup)
  let bars: [Bar]

  private static let (names, width, row) = (110.0, 320.0, 20.0)

  var markup: Markup {
    let most = Double(max(1, bars.map(\.count).max() ?? 0))
    let height = Double(bars.count) * Self.row
    let rows = bars.enumerated().map { index, bar -> Markup in
      let y = Double(index) * Self.row
      let length = Double(bar.count) / most * (Self.width - Self.names - 36)
      return """
        <text x="0" y="\(y + 14)">\(bar.name)</text><rect class="bar" x="\(Self.names)" y="\(y + 4)" width="\(length)" \
        height="12" rx="1"/><text x="\(Self.names + length + 6)" y="\(y + 14)">\(bar.count)</text>
        """
    }
    let table = bars.map { bar -> Markup in "<tr><th scope=\"row\">\(bar.name)</th><td>\(bar.count)</td></tr>" }
    return """
      <figure class="chart">
      <figcaption class="label">\(title)</figcaption>
      <svg viewBox="0 0 \(Self.width) \(height)" aria-hidden="true" focusable="false">
      \(rows)
      </svg>
      <details><summary>In numbers</summary>
      <table><thead><tr><th scope="col">\(heads.name)</th><th scope="col">\(heads.count)</th></tr></thead>
      <tbody>
      \(table)
      </tbody></table>
      </details>
      </figure>
      """
  }
}
