internal import StetArchive
internal import StetModel

extension Archiving {
  /// What is to be recorded of a complete response, whatever its status. Nothing is written.
  /// - Returns: a judgement to record; or, where nothing can be recorded, what came of the page.
  func assess(_ review: FetchedReview) throws(ArchiveError) -> Result<PageJudgement, UnrecordedPage> {
    let page = review.page
    switch page.status {
    case 206: return .failure(UnrecordedPage(page))
    case 200..<300: return .success(try judge(review))
    case 304: return .success(PageJudgement(notModified: review))
    case 404, 410:
      for address in [page.requested, page.final] {
        if let key = try writer.page(answeringAt: address) {
          return .success(
            PageJudgement(absent: page, key, extractor, isGoneAlready: try isGone(key, at: page.received)))
        }
      }
      return .failure(UnrecordedPage(page))
    default: return .failure(UnrecordedPage(page, extractor))
    }
  }

  /// Whether a tombstone stands on a page.
  private func isGone(_ key: PageKey, at moment: Timestamp) throws(ArchiveError) -> Bool {
    guard let page = try writer.archive.page(key), !(try writer.archive.versions(of: page).isEmpty) else {
      return false
    }
    return try writer.archive.neighbour(of: page, at: moment) == nil
  }
}
