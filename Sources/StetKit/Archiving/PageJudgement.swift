internal import StetArchive
internal import StetModel

/// What is to be recorded of a page that was seen.
struct PageJudgement: Sendable {
  /// For the archive.
  let observation: Observation
  /// The page that it is about.
  let page: PageKey
  private let requested: PageAddress
  private let error: QuarantineError?

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

  /// What came of it, by the visit that was recorded.
  func outcome(_ visit: Visit) -> PageOutcome {
    if let error {
      return PageOutcome(.quarantined, requested, page: page, digest: visit.digest, error: error)
    }
    let kind: PageOutcome.Kind =
      switch visit.outcome {
      case .new: .new
      case .unchanged: .unchanged
      default: .changed
      }
    return PageOutcome(kind, requested, page: page, version: visit.version, digest: visit.digest)
  }
}
