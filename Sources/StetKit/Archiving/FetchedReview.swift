internal import StetExtract
internal import StetModel

/// A page as it was fetched, with the later pages of the review that begins on it.
public struct FetchedReview: Sendable {
  /// A later page.
  struct Part: Sendable {
    let page: Page
    /// The encoding that it was read with; nil where it was not read, after 304.
    let charset: String?
  }

  /// The page that was asked for.
  let page: Page
  /// What was read from all pages; nil where nothing was read, by its status.
  var reading: Result<Extraction, ExtractError>?
  /// The later pages, in reading order; of a page that is not modified (304) those that were asked whether they are.
  var parts: [Part] = []
  /// Whether the one part has the text of all pages.
  var isWhole = false
  /// The page at which the text breaks off; nil when it is whole, as far as is known.
  var missing: MissingPart?

  init(_ page: Page, _ reading: Result<Extraction, ExtractError>? = nil) {
    self.page = page
    self.reading = reading
  }
}

/// What came of asking for a review. Indirect as `RunAnswer` is.
public indirect enum ReviewAnswer: Sendable {
  /// A complete response, whatever its status, with the later pages that belong to it.
  case review(FetchedReview)
  /// A later page could not be had now.
  case broken(PartError)
  /// The page could not be had, or the time was over; never `page`.
  case unanswered(RunAnswer)
}
