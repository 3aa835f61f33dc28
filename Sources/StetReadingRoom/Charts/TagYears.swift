/// Which tags a site's pages bear, by the years that the pages are of.
struct TagYears: Sendable, Hashable {
  /// How many pages of a year bear a tag.
  private var counts: [String: [Int: Int]] = [:]
  private var years: ClosedRange<Int>?

  /// So many tags are shown: those that most pages bear.
  private static let shown = 12
  /// So many years are shown: the last ones.
  private static let span = 12
  /// Tags that are told apart; sites that have more make their tags up as they go.
  private static let capacity = 20_000

  /// Takes in a page.
  mutating func add(_ tags: [String], year: Int) {
    guard !tags.isEmpty else { return }
    years = years.map { min($0.lowerBound, year)...max($0.upperBound, year) } ?? year...year
    for tag in Set(tags) where counts.count < Self.capacity || counts[tag] != nil {
      counts[tag, default: [:]][year, default: 0] += 1
    }
  }

  /// The same without the tags that are not shown, of which there may be thousands: for what is kept.
  func shownAlone() -> TagYears {
    let shown = Set(rows.map(\.tag))
    var kept = self
    kept.counts = counts.filter { shown.contains($0.key) }
    return kept
  }

  /// The tags that most pages bear, and how many of each shown year.
  var rows: [(tag: String, counts: [Int])] {
    let shown = shownYears
    let sums = counts.map { (tag: $0.key, years: $0.value, sum: $0.value.values.reduce(0, +)) }
    return sums.sorted { ($1.sum, $0.tag) < ($0.sum, $1.tag) }.prefix(Self.shown).map { row in
      (row.tag, shown.map { row.years[$0] ?? 0 })
    }
  }

  /// The years that are shown, without a gap.
  var shownYears: [Int] { years.map { Array($0.suffix(Self.span)) } ?? [] }

  /// A grid of dots, as large as there are pages; nil where all is of one year, or there are too few tags.
  var markup: Markup? {
    let years = shownYears
    let rows = rows
    guard years.count > 1, rows.count > 1 else { return nil }
    return """
      <figure class="chart">
      <figcaption class="label">Tags by year</figcaption>
      \(drawing(rows, years))
      \(table(rows, years))
      </figure>
      """
  }

  private func drawing(_ rows: [(tag: String, counts: [Int])], _ years: [Int]) -> Markup {
    let (names, cell, row, top) = (118.0, 34.0, 22.0, 18.0)
    let most = Double(max(1, rows.flatMap(\.counts).max() ?? 0))
    let width = names + Double(years.count) * cell
    let heads = years.enumerated().map { index, year -> Markup in
      "<text x=\"\(names + (Double(index) + 0.5) * cell)\" y=\"11\" text-anchor=\"middle\">\(year)</text>"
    }
    let lines = rows.enumerated().map { line, entry -> Markup in
      let y = top + (Double(line) + 0.5) * row
      let dots = entry.counts.enumerated().map { index, count -> Markup in
        guard count > 0 else { return "" }
        // The area says how many.
        let radius = max(1.5, 9 * (Double(count) / most).squareRoot())
        return "<circle class=\"dot\" cx=\"\(names + (Double(index) + 0.5) * cell)\" cy=\"\(y)\" r=\"\(radius)\"/>"
      }
      return """
        <line class="axis" x1="\(names)" x2="\(width)" y1="\(y)" y2="\(y)"/>\(dots)<text x="0" y="\(y + 4)">\(Self.short(entry.tag))</text>
        """
    }
    return """
      <svg viewBox="0 0 \(width) \(top + Double(rows.count) * row)" aria-hidden="true" focusable="false">
      \(heads)
      \(lines)
      </svg>
      """
  }

  private func table(_ rows: [(tag: String, counts: [Int])], _ years: [Int]) -> Markup {
    let heads = years.map { year -> Markup in "<th scope=\"col\">\(year)</th>" }
    let lines = rows.map { row -> Markup in
      let cells = row.counts.map { count -> Markup in "<td>\(count)</td>" }
      return "<tr><th scope=\"row\" dir=\"auto\">\(row.tag)</th>\(cells)</tr>"
    }
    return """
      <details><summary>In numbers</summary>
      <div class="scroll" tabindex="0" role="region" aria-label="Tags by year, in numbers">
      <table><thead><tr><th scope="col">Tag</th>\(heads)</tr></thead>
      <tbody>
      \(lines)
      </tbody></table>
      </div>
      </details>
      """
  }

  /// What fits beside the dots; the table has all of it.
  private static func short(_ tag: String) -> String { tag.count > 17 ? tag.prefix(16) + "…" : tag }
}
