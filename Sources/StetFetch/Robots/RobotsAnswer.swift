internal import StetModel

/// What came of asking for a robots.txt (RFC 9309, 2.3.1).
public enum RobotsAnswer: Sendable, Hashable {
  /// The file, in the state's copy.
  case file
  /// The server has none: its status, 400 to 499 but not 429.
  case noFile(status: Int)
  /// It is behind more than five redirects.
  case tooManyRedirects
  /// The server or the network is in trouble.
  case unreachable(RobotsTrouble)

  /// Redirects that are followed; with one more the file counts as missing (2.3.1.2).
  static let maximumRedirects = 5

  /// What a response means. Too Many Requests is trouble: whoever is asked to wait has not been told what he may do.
  init(_ page: Page) {
    if page.redirects.count > Self.maximumRedirects {
      self = .tooManyRedirects
      return
    }
    switch page.status {
    // A part of a file is not the file.
    case 206, 429: self = .unreachable(.status(page.status))
    case 200..<300: self = .file
    case 400..<500: self = .noFile(status: page.status)
    default: self = .unreachable(.status(page.status))
    }
  }

  /// What it means that there is no response.
  init(_ error: FetchError) {
    self = error.code == .redirectLoop ? .tooManyRedirects : .unreachable(.fetch(error.code))
  }

  /// How long the answer holds: a day (2.4), or half an hour where the file could not be had.
  var lifetime: Int64 {
    if case .unreachable = self { 1800 } else { 86400 }
  }
}
