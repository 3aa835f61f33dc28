public import StetExtract

/// A source that was fetched or read, but has nothing in it to read as a page.
public struct UnreadablePageError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Why there is nothing to read.
  public let code: ExtractError.Code
  /// Why, for a person, as the extractor says it.
  public let reason: String
  /// The address, the file's path, or "-".
  public let subject: String

  init(_ error: ExtractError, subject: String) {
    code = error.code
    reason = error.message.hasSuffix(".") ? String(error.message.dropLast()) : error.message
    self.subject = subject
  }

  /// One line for a person.
  public var description: String {
    let name = subject == "-" ? "standard input" : "'\(subject)'"
    return "Cannot read \(name) as a page: \(reason).\(remedy)"
  }

  private var remedy: String {
    switch code {
    case .empty: " Save the page again."
    case .binary: " Name an HTML page."
    // The extractor's reason ends in what to do.
    case .unreadable, .overLimit: ""
    }
  }
}
