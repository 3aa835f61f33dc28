internal import StetModel

/// How long after publication changes were seen, counted in steps that grow.
struct EditDelays: Sendable, Hashable {
  /// A step: changes that were seen up to so many seconds after publication, and later than the step before.
  private static let steps: [(seconds: Int64, name: String)] = [
    (3_600, "1 hour"), (6 * 3_600, "6 hours"), (86_400, "1 day"), (3 * 86_400, "3 days"), (7 * 86_400, "1 week"),
    (28 * 86_400, "4 weeks"), (91 * 86_400, "3 months"), (365 * 86_400, "1 year"),
  ]

  /// How many changes each step has, the last of them being later than all others.
  private(set) var counts = [Int](repeating: 0, count: EditDelays.steps.count + 1)

  /// Takes in a change; one that was seen before the date of publication came on its first day.
  mutating func add(seconds: Int64) {
    counts[Self.steps.firstIndex { seconds <= $0.seconds } ?? Self.steps.count] += 1
  }

  /// How many changes there are.
  var total: Int { counts.reduce(0, +) }

  /// A bar for each step, and the numbers beneath; nil where there are too few to tell anything.
  var markup: Markup? {
    guard total >= 3 else { return nil }
    let names = Self.steps.map { "within \($0.name)" } + ["later"]
    let chart = BarChart(
      title: "When changes were seen after publication", heads: ("After publication", "Changes"),
      bars: zip(names, counts).map { BarChart.Bar(name: $0, count: $1) })
    return chart.markup
  }
}
