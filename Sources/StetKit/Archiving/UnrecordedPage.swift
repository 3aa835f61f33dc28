internal import StetExtract
internal import StetModel

/// A response of which the archive keeps nothing: it is not the page, and no page of the archive was asked for.
struct UnrecordedPage: Error {
  /// What came of the page.
  let outcome: PageOutcome

  /// - Parameter extractor: tells who turned us away, where that is worth knowing.
  init(_ page: Page, _ extractor: Extractor? = nil) {
    outcome = PageOutcome(.failed, page.requested, error: ResponseError(page, extractor?.obstacle(of: page)))
  }
}
