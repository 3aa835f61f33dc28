internal import StetExtract
public import StetModel

/// Why an observation is set aside instead of stored.
public struct QuarantineError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  public let code: QuarantineCode
  /// Why, for the quarantine's own record.
  public let reason: String
  /// The page.
  public let subject: PageKey

  private let unreadable: ExtractError.Code?

  /// One line for a person.
  public var description: String {
    let isFinal = unreadable == .empty || unreadable == .binary || unreadable == .overLimit
    return "Set '\(subject)' aside, not stored: \(reason)."
      + (isFinal
        ? " Check the address."
        : " Look at it with 'stet quarantine show'; 'stet quarantine accept' or --any-page stores it all the same.")
  }

  /// An observation and its reason.
  init(_ code: QuarantineCode, _ reason: String, page: PageKey) {
    self.code = code
    self.reason = reason
    subject = page
    unreadable = nil
  }

  /// The reason to set a record aside; nil when there is none.
  /// - Parameters:
  ///   - page: whose log tells of it.
  ///   - last: the record of the latest version that has one.
  init?(_ extraction: Extraction, page: PageKey, after last: Review?) {
    let review = extraction.review
    if let obstacle = extraction.obstacle {
      self.init(QuarantineCode(obstacle.code), "it looks like \(obstacle.reason)", page: page)
    } else if review.kind == .listing {
      self.init(.listing, "it looks like a list of pages", page: page)
    } else if !review.kind.isArchivable {
      self.init(.error, "it looks like an error page", page: page)
    } else if let last, let objection = SuccessionRules.objection(to: extraction, after: last) {
      self.init(objection.code, objection.reason, page: page)
    } else {
      return nil
    }
  }

  /// A page that has nothing to read.
  init(_ error: ExtractError, page: PageKey) {
    code = error.obstacle.map { QuarantineCode($0.code) } ?? .unreadable
    unreadable = error.code
    let message = error.message.drop { $0 == " " }
    reason = message.hasSuffix(".") ? String(message.dropLast()) : String(message)
    subject = page
  }
}
