public import StetExtract
internal import StetModel

/// A response that is not the page: its status is not 2xx, or it is a part.
public struct ResponseError: Error, Sendable, Hashable, CustomStringConvertible {
  /// HTTP status.
  public let status: Int
  /// The address that was asked for, without user and password.
  public let subject: String

  /// What stood in the place of the page ("a wall against machines (Cloudflare)"), as far as the response says.
  public let obstacle: Obstacle?

  init(_ page: Page, _ obstacle: Obstacle? = nil) {
    status = page.status
    self.obstacle = obstacle
    subject = page.requested.textWithoutUser
  }

  /// One line for a person.
  public var description: String { "Cannot read '\(subject)': \(answer). \(remedy)" }

  /// What the server said, as a part of a sentence.
  var answer: String { "the server answered \(status)\(phrase)\(wall)" }

  /// Whether another attempt may have another answer.
  static func isPassing(_ status: Int) -> Bool { status == 408 || status == 425 || status == 429 || status >= 500 }

  /// Who turned us away; "page not found" is what 404 says anyway.
  private var wall: String {
    guard let obstacle, status >= 400, status != 404, status != 410 else { return "" }
    return " with \(obstacle.name)"
  }

  /// The names of RFC 9110, 15 and RFC 6585.
  private var phrase: String {
    switch status {
    case 206: " (Partial Content) to a request for the whole"
    case 304: " (Not Modified) to a request that no validator went with"
    case 401: " (Unauthorized)"
    case 403: " (Forbidden)"
    case 404: " (Not Found)"
    case 410: " (Gone)"
    case 429: " (Too Many Requests)"
    case 451: " (Unavailable For Legal Reasons)"
    case 500: " (Internal Server Error)"
    case 502: " (Bad Gateway)"
    case 503: " (Service Unavailable)"
    case 504: " (Gateway Timeout)"
    default: ""
    }
  }

  private var remedy: String {
    switch status {
    case 401, 403, 451: "Open it in a browser to see what it asks for."
    case 404, 410: "Check the address."
    case 429, 500...: "Try again later."
    default: "Open it in a browser to see what it says."
    }
  }
}
