internal import StetModel

/// Takes the winners of the ballots into a record, and notes where each came from.
struct RecordBuilder {
  private(set) var provenance: [FieldProvenance] = []
  private(set) var explanations: [FieldExplanation] = []
  private let survey: PageSurvey
  private let isExplaining: Bool

  /// Losing candidates are put into words only when somebody will read them.
  init(_ survey: PageSurvey, explaining: Bool) {
    self.survey = survey
    isExplaining = explaining
  }

  /// The value that won, noted under the ballot's field; nil when none did.
  mutating func take<Value: ShownValue>(_ ballot: Ballot<Value>, _ words: (Value) -> String) -> Value? {
    guard !ballot.candidates.isEmpty else { return nil }
    if isExplaining { explanations.append(ballot.explanation(survey, words)) }
    guard let winner = ballot.winner else { return nil }
    provenance.append(FieldProvenance(field: ballot.field, provenance: winner.provenance(in: survey.document)))
    return winner.value
  }

  /// Whether a field's value stood on the page itself.
  func isPrinted(_ field: String) -> Bool {
    provenance.contains { $0.field == field && $0.provenance.source == "page" }
  }

  /// Forgets fields that turned out to say nothing of the page; why stays explained.
  mutating func withdraw(_ fields: Set<String>) { provenance.removeAll { fields.contains($0.field) } }

  /// A value that no ballot decided, and where it stood.
  mutating func note(_ field: String, _ provenance: Provenance, rule: String, value: String, score: Double = 1) {
    self.provenance.append(FieldProvenance(field: field, provenance: provenance))
    judge(field, provenance, rule: rule, value: value, score: score)
  }

  /// A judgement on the page as a whole: it stands nowhere, so that it has a rule but no provenance.
  mutating func judge(_ field: String, _ provenance: Provenance, rule: String, value: String, score: Double = 1) {
    guard isExplaining else { return }
    let winner = FieldExplanation.Candidate(value: value, provenance: provenance, rule: rule, score: score)
    explanations.append(FieldExplanation(field: field, winner: winner, losers: []))
  }
}
