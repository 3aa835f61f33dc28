internal import StetExtract
internal import StetModel

/// What a user is told of a text that is not the whole article.
enum ContinuationWarning {
  /// The warning; nil when the text seems whole.
  static func text(_ extraction: Extraction) -> String? {
    guard let continuation = extraction.continuation else { return nil }
    let reason: String
    if let missing = continuation.missing {
      return "The text of '\(extraction.review.url)' is not whole, as far as is known: \(missing)."
    }
    switch (continuation.kind, continuation.address) {
    case (.nextPage, let next?): reason = "the article has a next page, '\(next)'. Read that one too"
    case (.elsewhere, let whole?): reason = "it goes on at '\(whole)'. Read that page instead"
    case (.nextPage, nil): reason = "the article has a next page. Read that one too"
    case (.elsewhere, nil): reason = "it goes on elsewhere. Look at the page for where"
    case (.subscribers, _): reason = "the rest is for subscribers. Save the page from a browser that is signed in"
    }
    return "The text of '\(extraction.review.url)' seems cut: \(reason)."
  }
}
