public import StetModel

/// The rules that one crawler has to obey on one host: all its groups as one (RFC 9309, 2.2.1).
public struct RobotsRuleSet: Sendable {
  /// A rule with its pattern.
  struct Entry {
    let pattern: RobotsPattern
    let isAllow: Bool
    let line: RobotsLine
    let agent: RobotsLine
  }

  /// The longest pattern first; of equal ones those that allow (2.2.2).
  private let entries: [Entry]
  private let agent: RobotsLine?
  /// The pause that the host wants between two requests; nil when it does not say. At most 24 hours.
  public let crawlDelay: Duration?

  init(_ entries: [Entry], agent: RobotsLine?, crawlDelay: Duration?) {
    self.entries = entries.sorted { left, right in
      if left.pattern.length != right.pattern.length { return left.pattern.length > right.pattern.length }
      if left.isAllow != right.isAllow { return left.isAllow }
      return left.line.number < right.line.number
    }
    self.agent = agent
    self.crawlDelay = crawlDelay
  }

  /// Whether a page may be fetched, and why. The address is taken to be one of the file's own host.
  public func verdict(for address: PageAddress) -> RobotsVerdict {
    let path = RobotsPath(address)
    if path.isRobotsFile { return RobotsVerdict(isAllowed: true, .robotsFile, crawlDelay: crawlDelay) }
    guard let agent else { return RobotsVerdict(isAllowed: true, .noGroup) }
    guard let match = entries.first(where: { $0.pattern.matches(path) }) else {
      return RobotsVerdict(isAllowed: true, .noRule, group: agent, crawlDelay: crawlDelay)
    }
    return RobotsVerdict(isAllowed: match.isAllow, .rule(match.line), group: match.agent, crawlDelay: crawlDelay)
  }
}
