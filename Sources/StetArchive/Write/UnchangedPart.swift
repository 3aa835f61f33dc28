public import StetModel

/// The answer for a later page of a review that has not changed: 304, or the same content again.
public struct UnchangedPart: Sendable, Hashable {
  /// When it was fetched.
  public var at: Timestamp
  /// HTTP status.
  public var status: Int
  /// The validators that came with it; nil keeps the one before.
  public var etag: String?
  /// As `etag`.
  public var lastModified: String?
  /// The evidence: the request and the response, and redirects before them.
  public var exchanges: [HTTPExchange]

  /// An answer.
  public init(_ page: Page) {
    at = page.received
    status = page.status
    etag = page.header("ETag")
    lastModified = page.header("Last-Modified")
    exchanges = page.exchanges
  }
}
