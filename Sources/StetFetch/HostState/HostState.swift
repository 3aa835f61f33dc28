public import StetModel

/// What is kept of a host from one run to the next.
public struct HostState: Sendable, Hashable {
  /// When the last request to the host had ended, rounded up to a whole second; nil when nobody knows.
  public var lastRequest: Timestamp?
  /// The pause that was due after it (the site's, Crawl-delay); nil when nobody knows.
  public var delay: Duration?
  /// Before this moment the host wants no request (Retry-After); nil when it did not say.
  public var notBefore: Timestamp?
  /// When the first of the failures was that the host is in a row of; nil when the last request went well.
  public var failingSince: Timestamp?
  /// How many requests in a row have failed, over all runs.
  public var failures = 0
  /// What is known of its robots.txt, by scheme: the file of http is not that of https (RFC 9309, 2.3). Empty when it was
  /// never asked for.
  public var robots: [String: RobotsState] = [:]

  /// A host of which nothing is known.
  public init() {}

  /// A request went well.
  public mutating func noteSuccess() {
    failingSince = nil
    failures = 0
  }

  /// A request failed.
  public mutating func noteFailure(at now: Timestamp) {
    failingSince = failingSince ?? now
    failures += 1
  }

  /// Whether there is anything worth keeping: a host that nobody has asked for 60 days is forgotten.
  func isWorthKeeping(at now: Timestamp) -> Bool {
    let limit = now.secondsSince1970 - Self.memory
    let moments = [lastRequest, notBefore, failingSince] + robots.values.map(\.checked)
    return moments.contains { $0.map { $0.secondsSince1970 > limit } ?? false }
  }

  private static let memory: Int64 = 60 * 86400
}
