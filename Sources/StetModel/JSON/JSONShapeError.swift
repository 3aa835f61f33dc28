/// JSON that is well formed but not of the expected shape.
public struct JSONShapeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where in the document, as names joined by dots (`review.authors.0.name`).
  public var path: String
  /// What was expected there.
  public let expected: String

  /// An error at a path.
  public init(path: String, expected: String) {
    self.path = path
    self.expected = expected
  }

  /// One line for a person.
  public var description: String { "'\(path)' should be \(expected)" }
}
