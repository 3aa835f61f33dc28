public import StetModel

/// A page that was read, but is no review.
public struct NotAReviewError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What it is.
  public let kind: PageKind
  /// Its address.
  public let subject: String

  /// Lets reviews pass.
  /// - Throws: `NotAReviewError` for a record of any other kind.
  public static func check(_ review: Review) throws(NotAReviewError) {
    if review.kind != .review { throw NotAReviewError(kind: review.kind, subject: review.url) }
  }

  /// One line for a person.
  public var description: String {
    "Cannot take '\(subject)' as a review: it looks like a page of kind '\(kind.rawValue)'. "
      + "Leave out --require-review to get its record."
  }
}
