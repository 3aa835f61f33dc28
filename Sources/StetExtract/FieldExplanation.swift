public import StetModel

/// The candidates for one field.
public struct FieldExplanation: Sendable, Hashable {
  /// One value that was weighed.
  public struct Candidate: Sendable, Hashable {
    /// The value, shortened to a line.
    public var value: String
    /// Where it came from.
    public var provenance: Provenance
    /// The rule that proposed it, in plain words.
    public var rule: String
    /// How much it was trusted, 0 to 1.
    public var score: Double

    /// A candidate.
    public init(value: String, provenance: Provenance, rule: String, score: Double) {
      self.value = value
      self.provenance = provenance
      self.rule = rule
      self.score = score
    }
  }

  /// The field's key in the record.
  public var field: String
  /// The candidate that the record has; nil when none was good enough.
  public var winner: Candidate?
  /// The others, best first.
  public var losers: [Candidate]

  /// The candidates for one field.
  public init(field: String, winner: Candidate?, losers: [Candidate]) {
    self.field = field
    self.winner = winner
    self.losers = losers
  }
}
