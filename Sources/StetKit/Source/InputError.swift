internal import StetModel

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
    /// Gzip that is broken, a record that cannot be as it is.
    case damaged
    /// A WARC file, where one page is wanted.
    case webArchive
    /// A WARC file without the page that is wanted, or without any.
    case noPage
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

  /// The error for a WARC file that has no page in it, or not the one.
  static func noPage(in path: String, at address: PageAddress?) -> InputError {
    let what = address.map { "no HTML response from '\($0)'" } ?? "no HTML response"
    return InputError(
      .noPage, "Cannot read a page from '\(path)': there is \(what) in it. Check that it is the right file.",
      subject: path)
  }

  /// The error for a capture that cannot have been made yet.
  static func future(_ address: PageAddress, of date: Timestamp, in path: String) -> InputError {
    InputError(
      .damaged,
      "Cannot import '\(address)' of \(date) from '\(path)': it is dated in the future, and would be the latest version "
        + "until then; others like it are left out, too. Correct the WARC-Date, or this machine's clock.", subject: path
    )
  }

  /// The message.
  public var description: String { message }
}
