internal import StetModel

/// What a page's rating and length did over time; nothing where neither changed.
struct PageCharts {
  let history: PageHistory

  var markup: Markup? {
    let charts = [ratings, length].compactMap(\.self)
    if charts.isEmpty { return nil }
    return "<section aria-labelledby=\"charts-title\">\n<h2 id=\"charts-title\">Over time</h2>\n\(charts)\n</section>"
  }

  private var ratings: Markup? {
    let points = history.versions.compactMap { note -> StepChart.Point? in
      guard let rating = note.rating, let share = RatingScale.share(of: rating) else { return nil }
      return StepChart.Point(at: note.captured, value: share, label: RatingScale.label(of: rating))
    }
    guard Set(points.map(\.value)).count > 1 else { return nil }
    return StepChart(title: "Rating", unit: "Rating", points: points, floor: 0, ceiling: 1).markup
  }

  private var length: Markup? {
    let points = history.versions.filter(\.isReadable).map {
      StepChart.Point(at: $0.captured, value: Double($0.words), label: "\($0.words) words")
    }
    guard let most = points.map(\.value).max(), Set(points.map(\.value)).count > 1 else { return nil }
    return StepChart(title: "Length", unit: "Words", points: points, floor: 0, ceiling: max(1, most)).markup
  }
}
