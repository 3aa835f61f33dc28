internal import StetModel

extension RobotsCache {
  /// What to give to `PoliteFetcher.fetch`: each hop has to be allowed by the robots.txt of its own host.
  /// - Parameters:
  ///   - gate: is told of the pause that a host asks for (Crawl-delay).
  ///   - delay: the pause at hosts that ask for none, or for a shorter one.
  public nonisolated func permission(gate: HostGate, delay: Duration) -> PoliteFetcher.Permission {
    { address, reach throws(FetchError) in
      // robots.txt itself is asked for with the site's pause.
      gate.setDelay(atLeast: delay, of: HostKey(address))
      let verdict = try await self.verdict(for: address, reach: reach)
      // Also where it asks for none: what it asked for the day before may still be in force.
      gate.setDelay(max(delay, verdict.crawlDelay ?? .zero), of: HostKey(address))
      if case .unreachable(let trouble) = verdict.basis { throw .robotsUnreachable(address, because: trouble) }
      guard verdict.isAllowed else { throw .disallowed(address, because: verdict.reason) }
    }
  }
}
