internal import StetArchive
internal import StetExtract
internal import StetModel

/// What is to be recorded of a page that was asked for.
struct PageJudgement: Sendable {
  /// For the archive.
  let observation: Observation
  /// The page that it is about.
  let page: PageKey
  private let requested: PageAddress
  /// Why the page is quarantined, absent or gone.
  private let error: (any Error)?
  /// Whether a tombstone stands on the page already: that it is not found is then no news.
  private var isGoneAlready = false

  /// A capture that is stored, or set aside with a reason.
  init(_ capture: Capture, _ page: Page, _ error: QuarantineError? = nil) {
    observation =
      if let error {
        .setAside(capture, code: error.code.rawValue, reason: error.reason, body: page.body)
      } else {
        .seen(capture)
      }
    self.page = capture.page
    requested = page.requested
    self.error = error
  }

  /// An answer "not modified" (304).
  init(notModified review: FetchedReview) {
    let page = review.page
    observation = .notModified(
      page.requested, at: page.received, etag: page.header("ETag"), lastModified: page.header("Last-Modified"),
      exchanges: page.exchanges, parts: review.parts.map { UnchangedPart($0.page) })
    self.page = PageKey(page.requested)
    requested = page.requested
    error = ResponseError(page)
  }

  /// An answer "not found" or "gone" (404, 410) about a page of the archive.
  init(absent page: Page, _ key: PageKey, _ extractor: Extractor, isGoneAlready: Bool) {
    self.isGoneAlready = isGoneAlready
    observation = .absent(key, status: page.status, at: page.received, extractor: nil, exchanges: page.exchanges)
    self.page = key
    requested = page.requested
    error = ResponseError(page, extractor.obstacle(of: page))
  }

  /// The later page that a version written from it lacks; nil when it is whole, as far as is known.
  var missing: String? {
    guard case .seen(let capture) = observation else { return nil }
    return capture.response.missing
  }

  /// What came of it, by the visit that was recorded.
  func outcome(_ visit: Visit) -> PageOutcome {
    let kind: PageOutcome.Kind =
      switch visit.outcome {
      case .new: .new
      case .unchanged: .unchanged
      case .quarantined: .quarantined
      case .absent: isGoneAlready ? .unchanged : .failed
      case .gone: .gone
      default: .changed
      }
    switch kind {
    case .new, .changed, .unchanged:
      return PageOutcome(kind, requested, page: visit.page, version: visit.version, digest: visit.digest)
    case .gone:
      return PageOutcome(
        kind, requested, page: visit.page, version: visit.version, digest: visit.digest, error: error)
    case .quarantined:
      return PageOutcome(kind, requested, page: page, digest: visit.digest, error: error)
    case .failed: return PageOutcome(kind, requested, page: visit.page, error: error)
    }
  }

  /// What came of it when it could not be recorded.
  func outcome(_ failure: ArchiveError) -> PageOutcome {
    // "Not modified" about a page of which the archive has no version: the response is what is wrong.
    let isUnkept = failure.code == .unknownPage
    return PageOutcome(.failed, requested, page: page, error: isUnkept ? error ?? failure : failure)
  }
}
