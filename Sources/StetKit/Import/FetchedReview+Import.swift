internal import StetExtract
internal import StetModel

extension FetchedReview {
  /// A capture from somebody else's archive: of a review that has several pages the first one, which says so.
  init(importing page: Page, _ reading: Result<Extraction, ExtractError>) {
    self.init(page, reading)
    guard case .success(let extraction) = reading else { return }
    var sequence = PartSequence(extraction, of: page)
    // The text goes on at the second page, also where another one has all of it.
    sequence.giveUpWhole()
    guard let step = sequence.next else { return }
    missing = MissingPart(
      address: step.address, number: 2, reason: "nothing is fetched in an import", series: step.series)
  }
}
