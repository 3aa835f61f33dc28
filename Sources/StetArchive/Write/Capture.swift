public import StetModel

/// A page as it was just read, to be stored when it differs.
public struct Capture: Sendable {
  /// The page's key, as `ArchiveWriter.key(for:canonical:)` gives it.
  public var page: PageKey
  /// Addresses that led to the page: the one asked for, redirects, the final one.
  public var aliases: [PageAddress]
  /// When the page was fetched.
  public var captured: Timestamp
  /// Why it is stored: `page`, `import` or `extractor`.
  public var cause: SnapshotCause
  /// What the server answered.
  public var response: ResponseFacts
  /// The requests on the way to the page with their responses, in order, the page's own last: the evidence that is kept
  /// of it. Empty when there is none.
  public var exchanges: [HTTPExchange]
  /// The same for each of `response.parts`, in their order; what is missing here was not kept.
  public var partExchanges: [[HTTPExchange]] = []
  /// Which rules read the page.
  public var extractor: ExtractorFacts
  /// What the page says.
  public var review: Review
  /// Where each field of `review` came from.
  public var provenance: [FieldProvenance]
  /// Digest of the version that says the same once the same rules read it: if it is the one that stood at the time, the
  /// page is unchanged, whatever was stored of it. Nil when there is none, as far as is known.
  public var confirms: Digest?

  /// A page as it was just read.
  public init(
    page: PageKey, aliases: [PageAddress] = [], captured: Timestamp, cause: SnapshotCause = .page,
    response: ResponseFacts, exchanges: [HTTPExchange] = [], extractor: ExtractorFacts, review: Review,
    provenance: [FieldProvenance] = []
  ) {
    self.page = page
    self.aliases = aliases
    self.captured = captured
    self.cause = cause
    self.response = response
    self.exchanges = exchanges
    self.extractor = extractor
    self.review = review
    self.provenance = provenance
    confirms = nil
  }
}
