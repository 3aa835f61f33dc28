internal import StetExtract
public import StetModel

/// Why an observation is set aside instead of stored.
public struct QuarantineError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  public enum Code: String, Sendable, Hashable {
    /// There is no readable main text.
    case unreadable
    /// A listing, an error page or a block page.
    case notArchivable
    /// Most of the text that the page had is not there.
    case shrunken
  }

  /// What is wrong with it.
  public let code: Code
  /// Why, for the quarantine's own record.
  public let reason: String
  /// The page.
  public let subject: PageKey

  private let unreadable: ExtractError.Code?

  /// One line for a person.
  public var description: String {
    let isFinal = unreadable == .empty || unreadable == .binary || unreadable == .overLimit
    return "Set '\(subject)' aside, not stored: \(reason)."
      + (isFinal ? " Check the address." : " Look at it in a browser; --any-page stores it all the same.")
  }

  /// The reason to set a record aside; nil when there is none.
  /// - Parameter last: the record of the latest version that has one.
  init?(_ review: Review, page: PageKey, after last: Review?) {
    subject = page
    unreadable = nil
    let length = review.bodyText.utf8.count
    let lastLength = last?.bodyText.utf8.count ?? 0
    if !review.kind.isArchivable {
      code = .notArchivable
      reason = "it looks like \(Self.name(of: review.kind))"
    } else if ShrinkRule.isBroken(by: length, after: lastLength) {
      code = .shrunken
      reason = "its text has shrunk from \(lastLength) to \(length) bytes"
    } else {
      return nil
    }
  }

  /// A page that has nothing to read.
  init(_ error: ExtractError, page: PageKey) {
    code = .unreadable
    unreadable = error.code
    let message = error.message.drop { $0 == " " }
    reason = message.hasSuffix(".") ? String(message.dropLast()) : String(message)
    subject = page
  }

  private static func name(of kind: PageKind) -> String {
    switch kind {
    case .listing: "a list of pages"
    case .error: "an error page"
    case .blocked: "a block page, a consent wall or a login"
    default: "a page of kind '\(kind.rawValue)'"
    }
  }
}
