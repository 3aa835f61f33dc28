/// Why an archive could not be read or written.
public struct ArchiveError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What to decide by; never by the text.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// There is no archive at the path (exit code 66).
    case noArchive
    /// The folder holds something else (66).
    case notAnArchive
    /// A later major version of stet wrote it (74).
    case newerFormat
    /// No page fits the query (2 in `diff`, else 66).
    case unknownPage
    /// Several pages fit the query.
    case ambiguousPage
    /// The page has no such version.
    case unknownVersion
    /// Another run holds the lock (75).
    case locked
    /// No permission, or a read-only file system (74).
    case cannotWrite
    /// The disk or the quota is full (74).
    case noSpace
    /// The disk failed (74).
    case inputOutput
    /// A stored file is not what stet wrote: `verify` tells more (74).
    case damaged
    /// Two page keys share one folder name: the second cannot be stored (74).
    case folderCollision
    /// The capture cannot be stored in a form that could be read again (65).
    case unstorable
  }

  /// The kind of error.
  public let code: Code
  /// One line for a person, remedy included.
  public let message: String
  /// The path, page or query that it is about.
  public let subject: String
  /// The system's error number, when a system call failed.
  public let cause: Int32?

  /// An error.
  public init(code: Code, message: String, subject: String, cause: Int32? = nil) {
    self.code = code
    self.message = message
    self.subject = subject
    self.cause = cause
  }

  /// The message.
  public var description: String { message }
}
