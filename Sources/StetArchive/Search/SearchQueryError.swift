/// Why a query cannot be searched for.
public struct SearchQueryError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What to decide by; never by the text.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// No word is left to look for: only filters, only words to leave out, or no letter at all.
    case noWords
    /// What stands behind `after:` or `before:` is no date.
    case badDate
    /// More words than anybody types.
    case tooLong
  }

  /// What is wrong.
  public let code: Code
  /// One line for a person, remedy included.
  public let description: String
}
