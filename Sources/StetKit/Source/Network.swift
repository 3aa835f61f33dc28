internal import StetExtract
public import StetFetch
public import StetModel
internal import Synchronization

/// The network, opened with the first page that is asked for: reading files never starts libcurl.
public final class Network: Sendable {
  private let policy: FetchPolicy
  private let retries: RetryPolicy
  private let clock: any FetchClock
  private let gate: HostGate
  private let delay: Duration
  private let hosts: HostStates?
  private let asksRobots: Bool
  private let opened = Mutex<Opened?>(nil)

  /// What is behind it once it is open.
  private struct Opened: Sendable {
    let fetcher: PoliteFetcher
    /// Nil where robots.txt is not asked.
    let permission: PoliteFetcher.Permission?
  }

  /// A network under a policy.
  /// - Parameters:
  ///   - delay: the pause between two requests to one host, where none that is longer is known.
  ///   - hosts: what earlier runs knew of hosts: the pause that they are owed, and whether they want to be left alone;
  ///     `close` brings it up to date. Nil: nothing is known.
  ///   - asksRobots: whether robots.txt is asked before anything else.
  ///   - clock: the time by which hosts are spared and pages dated.
  public init(
    policy: FetchPolicy = FetchPolicy(), delay: Duration = .seconds(1), hosts: HostStates? = nil,
    asksRobots: Bool = false,
    retries: RetryPolicy = RetryPolicy(), clock: any FetchClock = SystemClock()
  ) {
    self.delay = delay
    self.hosts = hosts
    self.policy = policy
    self.retries = retries
    self.clock = clock
    self.asksRobots = asksRobots
    let records = (hosts?.records ?? []).map { record in
      var record = record
      record.delay = record.delay.map { max($0, delay) }
      return record
    }
    gate = HostGate(delay: delay, clock: clock, records: records, recordsEndEarly: hosts?.isUnfinished ?? false)
  }

  /// Notes what was learned of hosts in the `hosts` that it was made with.
  public func close() { hosts?.note(gate.news) }

  /// Fetches a page, whatever its status, with the manners that its host is owed.
  /// - Throws: `FetchError` when there is no complete response.
  public func fetch(_ request: FetchRequest) async throws(FetchError) -> Page {
    let opened = try open()
    return try await opened.fetcher.fetch(request, permission: opened.permission)
  }

  /// Fetches a page that answers 2xx.
  /// - Throws: `FetchError`, or `ResponseError` for any other status and for a part of a page (206).
  public func page(_ address: PageAddress) async throws -> Page {
    let page = try await fetch(FetchRequest(address))
    guard (200..<300).contains(page.status), page.status != 206 else {
      throw ResponseError(page, Extractor(profiles: []).obstacle(of: page))
    }
    return page
  }

  private func open() throws(FetchError) -> Opened {
    let result: Result<Opened, FetchError> = opened.withLock { opened in
      if let opened { return .success(opened) }
      do throws(FetchError) {
        let new = try make()
        opened = new
        return .success(new)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func make() throws(FetchError) -> Opened {
    let engine = try TransferEngine.open(policy, clock: clock)
    let fetcher = PoliteFetcher(engine, gate: gate, retries: retries, clock: clock)
    guard asksRobots else { return Opened(fetcher: fetcher, permission: nil) }
    let clock = clock
    let robots = RobotsCache(agent: policy.agent, states: hosts ?? HostStates(), now: { clock.now }) {
      request throws(FetchError) in
      try await fetcher.fetch(request)
    }
    return Opened(fetcher: fetcher, permission: robots.permission(gate: gate, delay: delay))
  }
}
