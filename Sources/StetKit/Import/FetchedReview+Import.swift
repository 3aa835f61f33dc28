internal import StetExtract
internal import StetModel

extension FetchedReview {
  /// A capture from somebody else's archive: of a review that has several pages the first one, which says so.
  init(importing page: Page, _ reading: Result<Extraction, ExtractError>) {
    self.init(page, reading)
    guard case .success(let extraction) = reading, let step = PartSequence(extraction, of: page).next else { return }
    missing = MissingPart(address: step.address, number: 2, reason: "nothing is fetched in an import")
  }
}
