public import StetModel

/// The rules of a robots.txt (RFC 9309).
///
/// Every line that can be read counts, and all others are passed over (2.3.1.5): a web page in the place of the file has no
/// rules. Of a file that is longer than 500 KiB the rest is ignored (2.5).
public struct RobotsRules: Sendable {
  private let bytes: [UInt8]
  private let groups: [RobotsGroup]
  private let sitemapValues: [Range<Int>]

  /// The rules in the bytes of a file. Never fails: what is no rule is none.
  public init(_ file: [UInt8]) {
    let text = RobotsText(file)
    bytes = text.bytes
    var groups: [RobotsGroup] = []
    var sitemaps: [Range<Int>] = []
    text.forEachLine { line, number in
      guard let record = RobotsRecord(line, in: text.bytes) else { return }
      if record.kind == .sitemap {
        sitemaps.append(record.value)
        return
      }
      // Other records do not end the list of agents (2.2.4): only a rule does.
      if record.kind == .agent, groups.last?.rules.isEmpty != true { groups.append(RobotsGroup()) }
      // A rule before the first agent is nobody's (2.2.2).
      guard !groups.isEmpty else { return }
      groups[groups.count - 1].add(record, line, number, in: text.bytes)
    }
    self.groups = groups
    sitemapValues = sitemaps
  }

  /// The rules for one crawler, ready for many addresses.
  public func ruleSet(for agent: ProductToken) -> RobotsRuleSet {
    var own = groups.compactMap { group in group.agentLine(of: agent, in: bytes).map { (group, $0) } }
    if own.isEmpty { own = groups.compactMap { group in group.everyoneLine(in: bytes).map { (group, $0) } } }
    var rules: [RobotsRuleSet.Entry] = []
    for (group, agent) in own {
      let agentLine = line(agent.line, agent.number)
      for rule in group.rules where !rule.value.isEmpty {
        rules.append(
          RobotsRuleSet.Entry(
            pattern: RobotsPattern(bytes[rule.value]), isAllow: rule.isAllow, line: line(rule.line, rule.number),
            agent: agentLine))
      }
    }
    return RobotsRuleSet(
      rules, agent: own.first.map { line($0.1.line, $0.1.number) }, crawlDelay: own.compactMap(\.1.crawlDelay).max())
  }

  /// Whether a page may be fetched, and why.
  /// - Parameter agent: the crawler's name, or all that it sends as User-Agent.
  public func verdict(for address: PageAddress, agent: String) -> RobotsVerdict {
    ruleSet(for: ProductToken(agent: agent)).verdict(for: address)
  }

  /// The addresses on Sitemap lines, each once, in order. They are of no group; those that are not absolute, as they
  /// should be, are read from `address`, the file's own.
  public func sitemaps(in address: PageAddress) -> [PageAddress] {
    var seen: Set<PageAddress> = []
    return sitemapValues.compactMap { range in
      guard !range.isEmpty, let found = address.resolving(String(decoding: bytes[range], as: UTF8.self)) else {
        return nil
      }
      return seen.insert(found).inserted ? found : nil
    }
  }

  private func line(_ range: Range<Int>, _ number: Int) -> RobotsLine {
    RobotsLine(text: String(decoding: bytes[range], as: UTF8.self), number: number)
  }
}
