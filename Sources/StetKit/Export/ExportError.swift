/// Why an export could not be written.
public struct ExportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What to decide by.
  public enum Code: String, Sendable, Hashable {
    /// The output cannot be written.
    case cannotWrite
    /// What stands at the output's place is not replaced.
    case occupied
    /// Whoever asked for it wants no more of it.
    case stopped
  }

  /// The kind of error.
  public let code: Code
  /// One line for a person, remedy included.
  public let message: String
  /// The output's path.
  public let subject: String

  package init(code: Code, message: String, subject: String) {
    (self.code, self.message, self.subject) = (code, message, subject)
  }

  /// The message.
  public var description: String { message }
}
