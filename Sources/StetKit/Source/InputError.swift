/// A file or standard input that cannot be read as a page.
public struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: String, Sendable, Hashable {
    /// There is no such file.
    case noSuchFile
    /// It is a folder.
    case isFolder
    /// No permission, or the disk failed.
    case cannotRead
    /// Longer than a page may be, before or after decompression.
    case tooLarge
    /// Gzip that is broken.
    case damaged
    /// A WARC file: many captures, not a page.
    case webArchive
  }

  /// What is wrong.
  public let code: Code
  /// What is wrong, for a person, and what to do.
  public let message: String
  /// The file's path; "-" for standard input.
  public let subject: String
  /// The system's error number, when a system call failed.
  public let cause: Int32?

  init(_ code: Code, _ message: String, subject: String, cause: Int32? = nil) {
    self.code = code
    self.message = message
    self.subject = subject
    self.cause = cause
  }

  /// The message.
  public var description: String { message }
}
