public import StetModel

/// What was read from one page, and why.
public struct Extraction: Sendable, Hashable {
  /// The record.
  public var review: Review
  /// Where each field of the record came from, in the record's order.
  public var provenance: [FieldProvenance]
  /// For each field, the candidates that were weighed, the winner first.
  public var explanations: [FieldExplanation]
  /// The encoding that the page was read with, by its WHATWG name in lower case.
  public var charset: String
  /// Where the article goes on, when the page has only a part of it; nil when the text seems whole.
  public var continuation: Continuation?
  /// The address that the page names as its own (`rel=canonical`), wherever it leads.
  public var canonical: PageAddress?
  /// What stands in the place of the page, by the signs on it: the reason for its kind `blocked` or `error`. Nil when the
  /// page is one, and when only the status says that it is none.
  public var obstacle: Obstacle?
  /// What may stand in the place of the page: signs that are not enough alone, on a page that has lost its text say.
  public var suspicion: Obstacle?
  /// Which rules read the page.
  public var extractor: ExtractorFacts
}
