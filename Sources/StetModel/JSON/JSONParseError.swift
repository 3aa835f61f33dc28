/// Text that is not JSON.
public struct JSONParseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Offset in bytes of the first byte that does not fit.
  public let offset: Int
  /// What was expected there.
  public let reason: String

  /// An error at a byte offset.
  public init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }

  /// One line for a person.
  public var description: String { "not valid JSON at byte \(offset): \(reason)" }
}
