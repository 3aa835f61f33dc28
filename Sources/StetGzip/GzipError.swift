/// Bytes that cannot be compressed or decompressed.
public struct GzipError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: Sendable, Hashable {
    /// The first bytes are not those of a gzip member.
    case notGzip
    /// The bytes end before the gzip member does.
    case truncated
    /// A member is damaged, or something that is not gzip follows it.
    case corrupt
    /// The content is longer than the caller allows.
    case tooLarge
    /// zlib has no memory to work with.
    case outOfMemory
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
