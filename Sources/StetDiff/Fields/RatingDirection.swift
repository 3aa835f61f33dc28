internal import StetModel

/// Which way a rating went, where both can be put on one scale.
enum RatingDirection: String {
  case lowered, raised

  /// Nil where the ratings cannot be compared, or say the same on two scales.
  static func of(_ old: Rating, _ new: Rating) -> RatingDirection? {
    guard let before = share(old), let after = share(new), abs(before - after) > 1e-9 else { return nil }
    // Without a scale, only numbers as printed can be compared with numbers as printed.
    guard (old.best == nil) == (new.best == nil) else { return nil }
    return after < before ? .lowered : .raised
  }

  /// The part of the scale that was given; without a scale the number itself; for a letter grade its place.
  private static func share(_ rating: Rating) -> Double? {
    switch rating.value {
    case .number(let value):
      guard let best = rating.best else { return value }
      let worst = rating.worst ?? 0
      return best > worst ? (value - worst) / (best - worst) : nil
    case .grade(let grade): return place(ofGrade: grade)
    }
  }

  /// A+ is above A, which is above A−, which is above B+.
  private static func place(ofGrade grade: String) -> Double? {
    let grade = Typography.folded(grade)
    guard let letter = grade.first, let place = Array("FEDCBA").firstIndex(of: letter), grade.count <= 2 else {
      return nil
    }
    switch grade.dropFirst() {
    case "": return Double(place)
    case "+": return Double(place) + 0.3
    case "-": return Double(place) - 0.3
    default: return nil
    }
  }
}
