public import StetModel

/// A request to a simulated web.
public struct SimulatedRequest: Sendable {
  /// When it is made.
  public let moment: Timestamp
  /// Path and query.
  public let target: String
  /// If-None-Match, as sent.
  public let etag: String?
  /// If-Modified-Since, as sent.
  public let modifiedSince: String?

  /// A request.
  public init(_ target: String, at moment: Timestamp, etag: String? = nil, modifiedSince: String? = nil) {
    self.moment = moment
    self.target = target
    self.etag = etag
    self.modifiedSince = modifiedSince
  }

  /// A request as a server received it.
  public init(_ request: RecordedRequest, at moment: Timestamp) {
    self.init(
      request.target, at: moment, etag: request.header("If-None-Match"),
      modifiedSince: request.header("If-Modified-Since"))
  }

  /// Whether it asks for news only.
  public var isConditional: Bool { etag != nil || modifiedSince != nil }
}
