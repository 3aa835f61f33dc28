/// A page without a readable main text.
public struct ExtractError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Why there is nothing to read.
  public enum Code: String, Sendable, Hashable {
    /// There is not one byte, or nothing but white space.
    case empty
    /// The bytes are no text: an image, a PDF, an archive.
    case binary
    /// The page draws its text by script, or has none.
    case unreadable
    /// The page is longer, or nested more wrongly, than the limits allow.
    case overLimit
  }

  /// Why there is nothing to read.
  public let code: Code
  /// Why, for a person, and what to do.
  public let message: String
  /// What stands in the place of the page, as far as it says; nil when it does not.
  public let obstacle: Obstacle?

  /// An error.
  public init(_ code: Code, _ message: String, obstacle: Obstacle? = nil) {
    self.code = code
    self.message = message
    self.obstacle = obstacle
  }

  /// One line for a person.
  public var description: String { message }
}
