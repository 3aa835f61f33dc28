internal import StetModel

/// User-agent lines and the rules that stand behind them (RFC 9309, 2.1).
struct RobotsGroup {
  /// A User-agent line.
  struct Agent {
    let number: Int
    let line: Range<Int>
    let value: Range<Int>
    /// The longest Crawl-delay that is given to it.
    var crawlDelay: Duration?
  }

  /// An Allow or Disallow line.
  struct Rule {
    let isAllow: Bool
    let number: Int
    let line: Range<Int>
    /// The path; empty when the rule matches nothing.
    let value: Range<Int>
  }

  private(set) var agents: [Agent] = []
  private(set) var rules: [Rule] = []
  /// The first of the agents that a Crawl-delay is given to.
  private var firstDelayed = 0
  private var hasDelay = false

  /// A longer Crawl-delay is taken for this one.
  static let maximumCrawlDelay = Duration.seconds(86400)

  /// Adds a record.
  mutating func add(_ record: RobotsRecord, _ line: Range<Int>, _ number: Int, in bytes: [UInt8]) {
    switch record.kind {
    case .allow, .disallow:
      rules.append(Rule(isAllow: record.kind == .allow, number: number, line: line, value: record.value))
    case .crawlDelay:
      hasDelay = true
      guard let delay = Self.delay(bytes[record.value]) else { return }
      for index in firstDelayed..<agents.count {
        agents[index].crawlDelay = max(agents[index].crawlDelay ?? .zero, delay)
      }
    case .agent:
      // A Crawl-delay does not part the agents before it from the rules behind it, but those behind it are not its own.
      if hasDelay { (firstDelayed, hasDelay) = (agents.count, false) }
      agents.append(Agent(number: number, line: line, value: record.value))
    case .sitemap: break
    }
  }

  /// The line that gives the group to a crawler; nil when it is another's.
  func agentLine(of token: ProductToken, in bytes: [UInt8]) -> Agent? {
    agents.first { token.isNamed(by: bytes[$0.value]) }
  }

  /// The line that gives the group to whoever is not named; nil when there is none. What stands behind the star and a
  /// space does not matter, as with Google's parser.
  func everyoneLine(in bytes: [UInt8]) -> Agent? {
    agents.first { agent in
      let value = bytes[agent.value]
      return value.first == UInt8(ascii: "*") && value.dropFirst().first.map(ASCII.isSpace) ?? true
    }
  }

  /// Seconds, a fraction included; nil for what is no number, or 0.
  private static func delay(_ value: ArraySlice<UInt8>) -> Duration? {
    guard value.count <= 32, value.allSatisfy({ ASCII.isDigit($0) || $0 == UInt8(ascii: ".") }),
      let seconds = Double(String(decoding: value, as: UTF8.self)), seconds > 0
    else { return nil }
    return seconds < 86400 ? .milliseconds(Int((seconds * 1000).rounded(.up))) : maximumCrawlDelay
  }
}
