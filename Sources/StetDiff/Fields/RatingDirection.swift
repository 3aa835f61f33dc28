internal import StetModel

/// Which way a rating went, where both can be put on one scale.
enum RatingDirection: String {
  case lowered, raised

  /// Nil where the ratings cannot be compared, or say the same: on two scales, or with more said of one scale.
  static func of(_ old: Rating, _ new: Rating) -> RatingDirection? {
    if old.value == new.value, old.best == new.best { return nil }
    guard let (before, after) = shares(old, new), abs(before - after) > 1e-9 else { return nil }
    return after < before ? .lowered : .raised
  }

  /// The parts of the scale that were given; without a scale the numbers themselves; for letter grades their places. Nil
  /// for a number beside a letter, or a number with a scale beside one without.
  private static func shares(_ old: Rating, _ new: Rating) -> (Double, Double)? {
    switch (old.value, new.value) {
    case (.number(let before), .number(let after)):
      guard let oldBest = old.best, let newBest = new.best else {
        return old.best == nil && new.best == nil ? (before, after) : nil
      }
      // A page that begins to say where its scale begins has not changed the scale: only what both say counts.
      let areBothGiven = old.worst != nil && new.worst != nil
      guard oldBest > old.worst ?? 0, newBest > new.worst ?? 0 else { return nil }
      func share(_ value: Double, _ worst: Double?, _ best: Double) -> Double {
        let worst = areBothGiven ? worst ?? 0 : 0
        return (value - worst) / (best - worst)
      }
      return (share(before, old.worst, oldBest), share(after, new.worst, newBest))
    case (.grade(let before), .grade(let after)):
      guard let before = place(ofGrade: before), let after = place(ofGrade: after) else { return nil }
      return (before, after)
    case (.number, .grade), (.grade, .number): return nil
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
