internal import StetModel

/// Ratings of all kinds on one scale.
enum RatingScale {
  /// How good it is, 0 to 1; nil where the page gives no scale. Letter grades go from F to A+ in steps of a third of a
  /// letter.
  static func share(of rating: Rating) -> Double? {
    switch rating.value {
    case .number(let value):
      guard let best = rating.best, best > 0, value.isFinite, best.isFinite else { return nil }
      return min(1, max(0, value / best))
    case .grade(let grade):
      let signs = Array(grade.replacing("−", with: "-").replacing("–", with: "-").utf8)
      guard let letter = signs.first, let place = "FEDCBA".utf8.firstIndex(of: letter & 0xDF) else { return nil }
      guard signs.count == 1 || (signs.count == 2 && "+-".utf8.contains(signs[1])) else { return nil }
      let step = signs.count == 1 ? 0.0 : signs[1] == UInt8(ascii: "+") ? 1.0 : -1.0
      let whole = Double("FEDCBA".utf8.distance(from: "FEDCBA".utf8.startIndex, to: place)) * 3
      return min(1, max(0, (whole + step) / 16))
    }
  }

  /// "3.5 of 5", "B+".
  static func label(of rating: Rating) -> String {
    switch rating.value {
    case .grade(let grade): return grade
    case .number(let value):
      let number: Markup = "\(value)"
      guard let best = rating.best else { return rating.text.isEmpty ? number.html : rating.text }
      let scale: Markup = "\(best)"
      return "\(number.html) of \(scale.html)"
    }
  }
}
