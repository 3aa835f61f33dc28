internal import StetModel

/// The candidates for one field. The best one wins, if it is good enough; of equals, the one named first.
struct Ballot<Value: Sendable & ShownValue>: Sendable {
  /// The field's key in the record.
  let field: String
  /// The score below which the field rather stays absent.
  let threshold: Double
  private(set) var candidates: [Candidate<Value>] = []

  init(_ field: String, threshold: Double = 0) {
    self.field = field
    self.threshold = threshold
  }

  /// A candidate of which no reader would see anything is none.
  mutating func add(_ candidate: Candidate<Value>?) {
    guard var candidate, let shown = candidate.value.shown else { return }
    candidate.value = shown
    candidates.append(candidate)
  }

  /// Raises each candidate by `gain` for every other source that says the same.
  mutating func reward(agreement gain: Double, _ agrees: (Value, Value) -> Bool) {
    let before = candidates
    for index in candidates.indices {
      var sources = Set<String>()
      for other in before.indices where other != index && before[other].place != before[index].place {
        if agrees(before[index].value, before[other].value) { sources.insert(before[other].source) }
      }
      candidates[index].score += gain * Double(min(sources.count, 3))
    }
  }

  /// The same, of values that agree when they share one of their keys.
  mutating func reward(agreement gain: Double, sharing keys: (Value) -> Set<String>) {
    let before = candidates.map { (place: $0.place, source: $0.source, keys: keys($0.value)) }
    for index in candidates.indices {
      var sources = Set<String>()
      for other in before.indices where other != index && before[other].place != before[index].place {
        if !before[index].keys.isDisjoint(with: before[other].keys) { sources.insert(before[other].source) }
      }
      candidates[index].score += gain * Double(min(sources.count, 3))
    }
  }

  /// Changes the candidates in the light of what is known of the page.
  mutating func adjust(_ change: (inout Candidate<Value>) -> Void) {
    for index in candidates.indices { change(&candidates[index]) }
  }

  var winner: Candidate<Value>? {
    guard let index = winnerIndex else { return nil }
    return candidates[index]
  }

  /// For `--explain`: every candidate in words.
  func explanation(_ survey: PageSurvey, _ words: (Value) -> String) -> FieldExplanation {
    let all = candidates.map { candidate in
      FieldExplanation.Candidate(
        value: words(candidate.value), provenance: candidate.provenance(in: survey.document), rule: candidate.rule,
        score: min(max(candidate.score, 0), 1))
    }
    let won = winnerIndex
    let losers = candidates.indices.filter { $0 != won }.sorted { candidates[$0].score > candidates[$1].score }
    return FieldExplanation(field: field, winner: won.map { all[$0] }, losers: losers.map { all[$0] })
  }

  private var winnerIndex: Int? {
    var best: Int?
    for index in candidates.indices where candidates[index].score >= threshold {
      if best.map({ candidates[index].score > candidates[$0].score }) ?? true { best = index }
    }
    return best
  }
}
