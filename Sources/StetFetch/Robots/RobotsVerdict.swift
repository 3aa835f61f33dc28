public import StetModel

/// Whether a page may be fetched, and why.
public struct RobotsVerdict: Sendable, Hashable {
  /// What decides.
  public enum Basis: Sendable, Hashable {
    /// A rule, as printed.
    case rule(RobotsLine)
    /// None of the crawler's rules fits: allowed.
    case noRule
    /// The file has nothing to say to this crawler: allowed.
    case noGroup
    /// The address is that of robots.txt, which is always allowed.
    case robotsFile
    /// There is no such file: the server answered with this status, 400 to 499 but not 429. Allowed (RFC 9309, 2.3.1.3).
    case noFile(status: Int)
    /// The file is behind more than five redirects, and counts as missing. Allowed (2.3.1.2).
    case tooManyRedirects
    /// Nobody knows what the file says: the server or the network is in trouble. Refused (2.3.1.4).
    case unreachable(RobotsTrouble)
  }

  /// Whether the page may be fetched.
  public let isAllowed: Bool
  /// What decides.
  public let basis: Basis
  /// The User-agent line that gives the rule to this crawler; nil where there is no rule to give.
  public let group: RobotsLine?
  /// The pause that the host wants between two requests; nil when it does not say. At most 24 hours.
  public let crawlDelay: Duration?
  /// When the file was fetched that this goes by, where it cannot be had now; nil where it is known to hold.
  public internal(set) var lastSeen: Timestamp?

  init(isAllowed: Bool, _ basis: Basis, group: RobotsLine? = nil, crawlDelay: Duration? = nil) {
    self.isAllowed = isAllowed
    self.basis = basis
    self.group = group
    self.crawlDelay = crawlDelay
  }
}
