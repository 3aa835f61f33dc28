/// A page that cannot be parsed whole.
public struct HTMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// There is not one byte, or nothing but white space.
    case empty
    /// Longer than `HTMLParser.maximumBytes`.
    case tooLarge
    /// So misnested that libxml2 would need minutes: the work is bounded by `HTMLParser.maximumMisnesting`.
    case tooMisnested
    /// libxml2 stopped before the end, or has no room for so many different names.
    case truncated
  }

  /// What is wrong.
  public let code: Code
  /// What is wrong, for a person.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// One line for a person.
  public var description: String { message }
}
