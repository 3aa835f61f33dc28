internal import StetModel

/// Whether what answers for a later page of an article belongs to it, by what the pages say: asked of a page as it comes in
/// and of one that was stored, so that both are judged alike.
struct PartRules: Sendable {
  /// What has pages that belong together. Those of a thread, of a shop and of a list are what others have written.
  private static let kinds: Set<PageKind> = [.review, .article, .post, .other]
  /// How much of the first page's text a page with all of it must have.
  private static let smallestShare = 0.8

  /// The article's first page.
  let first: Extraction
  /// Those of the first page: its own, and others that lead to it.
  let addresses: [PageAddress]

  /// Whether the first page is one of those that may have later ones.
  var hasPages: Bool { Self.kinds.contains(first.review.kind) }

  /// Judges a later page.
  /// - Parameter number: which one it is, from 2.
  /// - Returns: never `repetition`; and the heading that the page has of its own, nil when it repeats the article's.
  func judge(_ page: Extraction, _ number: Int) -> (verdict: PartSequence.Verdict, heading: String?) {
    if let reason = Self.obstacle(page) { return (.obstacle(reason), nil) }
    if page.review.kind == .listing { return (.other("it is a list of pages"), nil) }
    let same = SameArticle(page, number, after: first, at: addresses)
    return (Self.verdict(same), same.heading)
  }

  /// Judges a page that should have the text of all pages.
  func judge(whole page: Extraction) -> PartSequence.Verdict {
    if let reason = Self.obstacle(page) { return .obstacle(reason) }
    let verdict = Self.verdict(SameArticle(page, 0, after: first, at: addresses))
    guard verdict == .part else { return verdict }
    let isWhole =
      Self.share(of: first, in: page) >= Self.smallestShare
      && page.review.bodyText.utf8.count > first.review.bodyText.utf8.count
      && page.continuation?.kind != .nextPage
    return isWhole ? .part : .other("it does not have the whole text")
  }

  private static func verdict(_ same: SameArticle) -> PartSequence.Verdict {
    switch same.verdict {
    case .same: .part
    case .doubtful(let reason): .doubtful(reason)
    case .other(let reason): .other(reason)
    }
  }

  /// What stands in the place of the page.
  private static func obstacle(_ page: Extraction) -> String? {
    if let obstacle = page.obstacle { return "it looks like \(obstacle.reason)" }
    return page.review.kind == .error || page.review.kind == .blocked ? "it looks like an error page" : nil
  }

  /// How much of a page's text, in bytes, stands in another's.
  private static func share(of one: Extraction, in other: Extraction) -> Double {
    let texts = Set(other.review.body.map(\.plainText))
    let lengths = one.review.body.map { (text: $0.plainText, length: $0.plainText.utf8.count) }
    let all = lengths.reduce(0) { $0 + $1.length }
    let found = lengths.filter { texts.contains($0.text) }.reduce(0) { $0 + $1.length }
    return all == 0 ? 0 : Double(found) / Double(all)
  }
}
