public import StetFetch
public import StetModel

/// Asks what robots.txt says about addresses: the hosts' own, or a file in their place.
public struct RobotsInquiry: Sendable {
  private enum Source: Sendable {
    case hosts(RobotsCache)
    case file(RobotsRules, path: String)
  }

  private let agent: ProductToken
  private let source: Source

  /// Asks the hosts, each once.
  /// - Parameter agent: a crawler's name, or all that it sends as User-Agent.
  public init(agent: String, network: Network) {
    self.agent = ProductToken(agent: agent)
    let clock = SystemClock()
    source = .hosts(
      RobotsCache(agent: agent, states: HostStates(), now: { clock.now }) { request throws(FetchError) in
        try await network.fetch(request)
      })
  }

  /// Goes by a file, whatever the host.
  public init(agent: String, file: [UInt8], path: String) {
    self.agent = ProductToken(agent: agent)
    source = .file(RobotsRules(file), path: path)
  }

  /// What is said about an address.
  /// - Throws: `FetchError` when the network cannot be used at all; that a host is in trouble is a finding.
  public func finding(_ address: PageAddress) async throws(FetchError) -> RobotsFinding {
    let file = RobotsCache.file(of: address)
    switch source {
    case .hosts(let cache):
      let verdict = try await cache.verdict(for: address)
      // The file itself is not looked at for its own sake.
      let sitemaps = verdict.basis == .robotsFile ? [] : try await cache.sitemaps(of: address)
      return RobotsFinding(
        address: address, source: file.description, agent: agent.description, verdict: verdict, sitemaps: sitemaps)
    case .file(let rules, let path):
      return RobotsFinding(
        address: address, source: path, agent: agent.description,
        verdict: rules.ruleSet(for: agent).verdict(for: address),
        sitemaps: rules.sitemaps(in: file))
    }
  }
}
