/// A document that is not read, because a limit forbids it.
public struct XMLError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// There is no element in it.
    case empty
    /// Longer than `XMLReader.maximumBytes`.
    case tooLarge
    /// More elements are open, or more namespaces declared, than `XMLReader.maximumDepth` and
    /// `XMLReader.maximumNamespaces` allow.
    case tooComplex
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
