internal import StetModel

/// A rating, drawn: stars where a scale has few steps, a bar where it has many, a letter in a ring. What is drawn is said
/// in words beside it, so that the drawing itself is for the eye alone.
struct RatingMark {
  let rating: Rating

  var markup: Markup {
    switch rating.value {
    case .grade(let grade):
      return
        "<p class=\"rating\"><span class=\"hidden\" lang=\"en\">Rating: </span><span class=\"grade\">\(grade)</span></p>"
    case .number(let value):
      guard let best = rating.best, best > 0, value.isFinite, best.isFinite else {
        return
          "<p class=\"rating\"><span class=\"said\">\(rating.text.isEmpty ? number(value) : rating.text)</span></p>"
      }
      let share = min(1, max(0, value / best))
      let isStars = best.rounded() == best && (3...6).contains(best)
      return """
        <p class="rating">\(isStars ? stars(Int(best), share) : bar(share))<bdi class="said" lang="en" \
        dir="ltr">\(value) of \(best)</bdi></p>
        """
    }
  }

  private func number(_ value: Double) -> String { ("\(value)" as Markup).html }

  /// Outlined stars, and as much of the same ones filled as a viewport of that width shows.
  private func stars(_ count: Int, _ share: Double) -> Markup {
    let step = 24.0
    let all = Double(count) * step
    // The gaps between stars count for nothing: half a star is half of its shape.
    let filled = share * Double(count)
    let whole = filled.rounded(.down)
    let width = whole * step + (filled > whole ? 2 + (filled - whole) * 20 : 0)
    func shapes(_ name: String) -> [Markup] {
      (0..<count).map { "<path class=\"\(name)\" transform=\"translate(\(Double($0) * step))\" d=\"\(Self.star)\"/>" }
    }
    return """
      <svg viewBox="0 0 \(all) 24" width="\(all)" height="24" aria-hidden="true">\(shapes("off"))
      <svg width="\(width)" height="24">\(shapes("on"))</svg></svg>
      """
  }

  private func bar(_ share: Double) -> Markup {
    """
    <svg viewBox="0 0 120 24" width="120" height="24" aria-hidden="true"><rect class="off" x=".5" y="7.5" width="119" \
    height="9" rx="4.5"/><rect x="0" y="7" width="\(share * 120)" height="10" rx="5"/></svg>
    """
  }

  /// Five points in a square of 24, two of them left free on each side.
  private static let star: Markup =
    "M12 2.6l2.9 6.2 6.6.8-4.9 4.6 1.3 6.7L12 17.6l-5.9 3.3 1.3-6.7L2.5 9.6l6.6-.8z"
}
