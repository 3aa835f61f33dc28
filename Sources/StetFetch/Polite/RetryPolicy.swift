/// How often and how patiently a request is made again.
public struct RetryPolicy: Sendable, Hashable {
  /// Attempts in all; 3.
  public var attempts = 3
  /// How long is waited in all before attempts after the first; 30 seconds. A Retry-After that asks for more is not
  /// waited for, but kept: the host is left alone until then.
  public var waiting: Duration = .seconds(30)
  /// The longest wait before the second attempt; it doubles with each one after (exponential backoff); 1 second.
  public var base: Duration = .seconds(1)
  /// After so many pages in a row that failed, a host is left alone for the run; 5.
  public var failuresInARow = 5

  /// The default policy.
  public init() {}

  /// A wait before another attempt, anything from zero to the longest (full jitter): so that those whom a server turned
  /// away together do not come back together.
  /// - Parameters:
  ///   - failed: how many attempts have failed; from 1.
  ///   - random: from 0 to 1.
  func backoff(failed: Int, random: Double) -> Duration {
    let longest = (0..<min(max(0, failed - 1), 20)).reduce(base) { wait, _ in wait * 2 }
    return min(longest, waiting) * random
  }

  /// Whether another attempt may have another outcome, by the status of the last one.
  static func isPassing(_ status: Int) -> Bool { [408, 425, 429, 500, 502, 503, 504].contains(status) }

  /// Whether another attempt may have another outcome: the connection failed. Time limits are no such error: the server
  /// had its minute.
  static func isPassing(_ error: FetchError) -> Bool {
    [.cannotResolve, .cannotConnect, .truncated].contains(error.code)
  }

  /// Whether the host is in trouble, and not just a page of it.
  static func isHostTrouble(_ error: FetchError) -> Bool {
    [.cannotResolve, .cannotConnect, .truncated, .timeout, .tls, .protocolViolation].contains(error.code)
  }
}
