public import StetModel

/// What is to be remembered of a host from one run to the next, so that two runs back to back keep its pause, too.
public struct HostRecord: Sendable, Hashable {
  /// The host.
  public var host: HostKey
  /// When the last request to it ended, rounded up to the second; nil when none was sent.
  public var lastRequest: Timestamp?
  /// Not to be asked before then (Retry-After); nil when it may be asked at any time.
  public var notBefore: Timestamp?
  /// The pause between two requests to it; nil for the general one.
  public var delay: Duration?

  /// A record.
  public init(host: HostKey, lastRequest: Timestamp? = nil, notBefore: Timestamp? = nil, delay: Duration? = nil) {
    self.host = host
    self.lastRequest = lastRequest
    self.notBefore = notBefore
    self.delay = delay
  }
}
