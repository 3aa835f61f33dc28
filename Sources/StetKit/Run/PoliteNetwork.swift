public import StetFetch
public import StetModel
internal import Synchronization

/// The network of a run: one engine, the gates of all hosts, their robots.txt and what earlier runs knew of them. It is
/// opened with the first request: a run that has nothing to do never starts libcurl.
public final class PoliteNetwork: RunNetwork {
  /// What is behind it once it is open.
  private struct Opened: Sendable {
    let fetcher: PoliteFetcher
    let robots: RobotsCache
  }

  /// The pause between two requests to one host, where neither the site nor the host wants another.
  public static let delay: Duration = .seconds(1)

  /// How often what is known of hosts is kept while the run goes on.
  private static let keepingInterval: Duration = .seconds(10)

  private let policy: FetchPolicy
  private let retries: RetryPolicy
  private let clock: any FetchClock
  private let states: HostStates
  private let deadline: Duration?
  private let keep: (@Sendable ([UInt8]) -> Void)?
  private let lastKept = Mutex<Duration?>(nil)
  private let opened = Mutex<Opened?>(nil)

  /// A network.
  /// - Parameters:
  ///   - states: what earlier runs knew of hosts; `close` brings it up to date.
  ///   - deadline: when the run is over, by the clock's uptime: who could not be asked by then is not waited for. What
  ///     was asked before has 20 seconds more.
  ///   - keep: puts bytes in the place of `state/hosts.jsonl`, in case the run is killed: before the first request, and
  ///     every ten seconds. May be called from any thread, one after the other.
  public init(
    policy: FetchPolicy = FetchPolicy(), retries: RetryPolicy = RetryPolicy(), states: HostStates = HostStates(),
    deadline: Duration? = nil, clock: any FetchClock = SystemClock(), keep: (@Sendable ([UInt8]) -> Void)? = nil
  ) {
    self.policy = policy
    self.retries = retries
    self.clock = clock
    self.states = states
    self.deadline = deadline
    self.keep = keep
  }

  /// Asks for an address, once robots.txt allows it and its host may be asked.
  public func answer(to request: RunRequest) async -> RunAnswer {
    do throws(FetchError) {
      let opened = try open()
      defer { keepIfDue(opened) }
      let gate = opened.fetcher.gate
      let delay = request.delay ?? Self.delay
      let anything: PoliteFetcher.Permission = { address throws(FetchError) in
        gate.setDelay(delay, of: HostKey(address))
      }
      let permission = request.obeysRobots ? opened.robots.permission(gate: gate, delay: delay) : anything
      let clock = clock
      let page = try await opened.fetcher.fetch(request.request, permission: permission)
      states.update(HostKey(page.final)) { page.status < 500 ? $0.noteSuccess() : $0.noteFailure(at: clock.now) }
      return .page(page)
    } catch {
      switch error.code {
      case .disallowed: return .refused(error.message)
      case .postponed: return .left("the host asked to be left alone for a while", wholeHost: true)
      case .hostSetAside: return .left("the host failed too often", wholeHost: true)
      case .outOfTime, .cancelled: return .left("the time was over", wholeHost: true)
      default:
        if let host = error.host { states.update(host) { $0.noteFailure(at: clock.now) } }
        return .failed(error)
      }
    }
  }

  /// The sitemaps that the robots.txt of a host names; none where it cannot be had.
  public func sitemaps(atHostOf address: PageAddress, delay: Duration?) async -> [PageAddress] {
    guard let opened = try? open() else { return [] }
    opened.fetcher.gate.setDelay(atLeast: delay ?? Self.delay, of: HostKey(address))
    defer { keepIfDue(opened) }
    return (try? await opened.robots.sitemaps(of: address)) ?? []
  }

  /// The run is to end: nobody is asked any more.
  public func beginNothingMore() { opened.withLock { $0 }?.fetcher.gate.close() }

  /// Ends every transfer.
  /// - Returns: the content for `state/hosts.jsonl`; nil when nobody was asked, and nothing has changed.
  public func close() -> [UInt8]? {
    guard let opened = opened.withLock({ $0 }) else { return nil }
    states.note(opened.fetcher.gate.records)
    return states.file(at: clock.now)
  }

  /// Has the next run know what this one has learned, if it is killed.
  private func keepIfDue(_ opened: Opened) {
    guard let keep else { return }
    lastKept.withLock { last in
      let now = clock.uptime
      if let last, now - last < Self.keepingInterval { return }
      states.note(opened.fetcher.gate.records)
      keep(states.file(at: clock.now, isUnfinished: true))
      last = clock.uptime
    }
  }

  private func open() throws(FetchError) -> Opened {
    let result: Result<Opened, FetchError> = opened.withLock { opened in
      if let opened { return .success(opened) }
      do throws(FetchError) {
        let new = try make()
        // Whatever happens from now on, the next run knows that this one began to ask.
        keepIfDue(new)
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
    let gate = HostGate(delay: Self.delay, clock: clock, records: states.records, recordsEndEarly: states.isUnfinished)
    let fetcher = PoliteFetcher(
      engine, gate: gate, retries: retries, clock: clock, deadline: deadline, grace: Run.grace)
    let clock = clock
    let robots = RobotsCache(agent: policy.agent, states: states, now: { clock.now }) { address throws(FetchError) in
      try await fetcher.fetch(FetchRequest(address))
    }
    return Opened(fetcher: fetcher, robots: robots)
  }
}
