public import StetExtract

/// Why an observation is set aside, in a word: what `quarantine list` and observations call `code`.
public struct QuarantineCode: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
  /// The word, in lower case, with hyphens.
  public let rawValue: String

  /// A code; observations of a later stet may have others than these.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// What stands in the place of the page: bot-wall, consent-wall, login-wall, pay-wall, not-found, server-error,
  /// maintenance, parked, placeholder, script.
  public init(_ obstacle: Obstacle.Code) { self.init(rawValue: obstacle.rawValue) }

  /// There is no readable main text.
  public static let unreadable = Self(rawValue: "unreadable")
  /// A list of other pages.
  public static let listing = Self(rawValue: "listing")
  /// An error page, by its status alone.
  public static let error = Self(rawValue: "error")
  /// A later page of the review cannot be had.
  public static let incomplete = Self(rawValue: "incomplete")
  /// Most of the text that the page had is not there.
  public static let shrunken = Self(rawValue: "shrunken")
  /// The address leads to the site's front page by now.
  public static let moved = Self(rawValue: "moved")
  /// Title and text are another page's.
  public static let replaced = Self(rawValue: "replaced")
  /// The page speaks another language than before.
  public static let otherLanguage = Self(rawValue: "other-language")

  /// The word.
  public var description: String { rawValue }
}
