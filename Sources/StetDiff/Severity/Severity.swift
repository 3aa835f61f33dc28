/// How much a change matters to whoever relies on the page, so that notifications can be filtered. The rules are
/// `SeverityRules`.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The reader reads the same: punctuation, case, order, structure, links, tags.
  case cosmetic
  /// A few words, as when a slip is mended; a byline, a biography, a standfirst.
  case correction
  /// What the page says, or who says it: a rating, an author, a date, a paragraph, many words, a number.
  case substantive
  /// The page, its text or its judgement was taken back.
  case retraction

  /// Whether the left one matters less.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .cosmetic: 0
    case .correction: 1
    case .substantive: 2
    case .retraction: 3
    }
  }
}
