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

  /// What is put into `state/hosts.jsonl` while the run goes on.
  public enum Keeping: Sendable {
    /// The whole file.
    case file([UInt8])
    /// A line for its end.
    case line([UInt8])
  }

  /// What the next run would know by now.
  private struct Kept {
    /// When the whole file was kept, by the clock's uptime.
    var moment: Duration?
    /// What hosts want, as told in lines.
    var wishes: [HostKey: Wish] = [:]
  }

  /// What a host wants that no stet.yaml says: a longer pause, or to be left alone.
  private struct Wish: Hashable {
    var delay: Duration?
    var notBefore: Duration?
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
  private let keep: (@Sendable (Keeping) -> Void)?
  private let kept = Mutex(Kept())
  private let opened = Mutex<Opened?>(nil)

  /// A network.
  /// - Parameters:
  ///   - states: what earlier runs knew of hosts; `close` brings it up to date.
  ///   - deadline: when the run is over, by the clock's uptime: who could not be asked by then is not waited for. What
  ///     was asked before has 20 seconds more.
  ///   - keep: keeps in `state/hosts.jsonl` what is known of hosts, in case the run is killed: the file before the first
  ///     request and every ten seconds, a line as soon as a host is known to want a longer pause or to be left alone. May be
  ///     called from any thread, one after the other.
  public init(
    policy: FetchPolicy = FetchPolicy(), retries: RetryPolicy = RetryPolicy(), states: HostStates = HostStates(),
    deadline: Duration? = nil, clock: any FetchClock = SystemClock(), keep: (@Sendable (Keeping) -> Void)? = nil
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
      let clock = clock
      let page = try await opened.fetcher.fetch(request.request, permission: permission(request, opened))
      keepWish(of: HostKey(page.final), beyond: request.delay ?? Self.delay, opened)
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

  /// Waits for the pause of the host; asks nobody.
  public func approach(_ request: RunRequest) async {
    guard let gate = opened.withLock({ $0 })?.fetcher.gate else { return }
    let host = HostKey(AddressParser.settled(request.request.address))
    await gate.approach(host, patience: retries.waiting, deadline: deadline)
  }

  /// Whether the requests of a fetch may be sent, by robots.txt unless that is not obeyed; tells the gate each host's pause.
  private func permission(_ request: RunRequest, _ opened: Opened) -> PoliteFetcher.Permission {
    let (gate, delay) = (opened.fetcher.gate, request.delay ?? Self.delay)
    guard request.obeysRobots else {
      return { address, _ throws(FetchError) in gate.setDelay(delay, of: HostKey(address)) }
    }
    let rules = opened.robots.permission(gate: gate, delay: delay)
    return { address, reach throws(FetchError) in
      try await rules(address, reach)
      self.keepWish(of: HostKey(address), beyond: delay, opened)
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
    states.note(opened.fetcher.gate.news)
    return states.file(at: clock.now)
  }

  /// Has the next run know what this one has learned, if it is killed.
  private func keepIfDue(_ opened: Opened) {
    guard let keep else { return }
    kept.withLock { kept in
      let now = clock.uptime
      if let last = kept.moment, now - last < Self.keepingInterval { return }
      states.note(opened.fetcher.gate.news)
      keep(.file(states.file(at: clock.now, isUnfinished: true)))
      kept.moment = clock.uptime
    }
  }

  /// Has the next run know at once what a host wants, if this one is killed.
  private func keepWish(of host: HostKey, beyond delay: Duration, _ opened: Opened) {
    guard let keep else { return }
    let wishes = opened.fetcher.gate.wishes(of: host)
    // Waits before another attempt are short, and over when the next run begins.
    let wish = Wish(
      delay: wishes.delay.flatMap { $0 > delay ? $0 : nil },
      notBefore: wishes.notBefore.flatMap { $0 > clock.uptime + .seconds(2) ? $0 : nil })
    guard wish != Wish(), let record = opened.fetcher.gate.record(of: host) else { return }
    // Known since an earlier run.
    guard wish.notBefore != nil || states[host].delay != wish.delay else { return }
    kept.withLock { kept in
      guard kept.wishes.updateValue(wish, forKey: host) != wish else { return }
      states.note([record])
      keep(.line(states.line(of: host)))
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
    let robots = RobotsCache(agent: policy.agent, states: states, now: { clock.now }) { request throws(FetchError) in
      try await fetcher.fetch(request)
    }
    return Opened(fetcher: fetcher, robots: robots)
  }
}
