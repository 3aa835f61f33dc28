public import StetModel
internal import Synchronization

/// Address to page with good manners: the engine, the gate of each host, and another attempt where that may help.
///
/// Every request waits at its host's gate, those of redirects included. Connections that fail and the statuses 408, 425,
/// 429, 500, 502, 503 and 504 are tried again, after a random and growing wait or after what Retry-After asks for. A
/// Retry-After that is longer than is waited is kept at the gate, whose `records` carry it to the next run.
public final class PoliteFetcher: Sendable {
  /// Asked before each request of a fetch, redirects included, whether it may be sent: robots.txt, say. It may fetch, as far
  /// as that request itself may reach.
  public typealias Permission = @Sendable (PageAddress, Reach) async throws(FetchError) -> Void

  /// The gate that every request passes.
  public let gate: HostGate
  private let engine: TransferEngine
  private let retries: RetryPolicy
  private let clock: any FetchClock
  private let deadline: Duration?
  private let grace: Duration
  private let random: @Sendable () -> Double
  private let health: HostHealth

  /// A fetcher.
  /// - Parameters:
  ///   - deadline: when the whole run is over and nothing more is asked, by the clock's uptime; nil when it need not be.
  ///   - grace: how long after the deadline an answer is waited for.
  ///   - random: a number from 0 to 1, for the waits.
  public init(
    _ engine: TransferEngine, gate: HostGate, retries: RetryPolicy = RetryPolicy(),
    clock: any FetchClock = SystemClock(), deadline: Duration? = nil, grace: Duration = .zero,
    random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
  ) {
    self.engine = engine
    self.gate = gate
    self.retries = retries
    self.clock = clock
    self.deadline = deadline
    self.grace = grace
    self.random = random
    health = HostHealth(limit: retries.failuresInARow)
  }

  /// The hosts that have failed too often in a row and are left alone for the run, by name.
  public var hostsSetAside: [HostKey] { health.setAside }

  /// Fetches a page. Every complete response is a page, whatever its status; one that may pass is tried again before.
  /// - Throws: `FetchError`: those of `TransferEngine`; `.postponed` and `.hostSetAside` when the host is left alone,
  ///   `.outOfTime` when the run is over; what `permission` throws.
  public func fetch(_ request: FetchRequest, permission: Permission? = nil) async throws(FetchError) -> Page {
    let manners = HopPermission(
      gate: gate, health: health, patience: retries.waiting, deadline: deadline, permission: permission)
    var waited = Duration.zero
    var failed = 0
    while true {
      let result: Result<Page, FetchError>
      do throws(FetchError) {
        result = .success(try await engine.fetch(request, deadline: engineDeadline, manners: manners))
      } catch {
        result = .failure(error)
      }
      guard let host = passingTrouble(result) else {
        note(result)
        return try result.get()
      }
      failed += 1
      let asked = (try? result.get()).flatMap { RetryAfter.wait(in: $0, now: clock.now) }
      let wait = asked ?? retries.backoff(failed: failed, random: random())
      let isLast = failed >= retries.attempts || waited + wait > retries.waiting
      if asked != nil || !isLast { gate.postpone(host, for: wait) }
      guard !isLast else {
        health.failed(host)
        return try result.get()
      }
      waited += wait
    }
  }

  /// The host that another attempt may find in a better state; nil when there is nothing to be had from one.
  private func passingTrouble(_ result: Result<Page, FetchError>) -> HostKey? {
    switch result {
    case .success(let page): RetryPolicy.isPassing(page.status) ? HostKey(page.final) : nil
    case .failure(let error): RetryPolicy.isPassing(error) ? error.host : nil
    }
  }

  /// Takes note of how a host does.
  private func note(_ result: Result<Page, FetchError>) {
    switch result {
    case .success(let page):
      if page.status < 500 { health.succeeded(HostKey(page.final)) } else { health.failed(HostKey(page.final)) }
    case .failure(let error):
      if RetryPolicy.isHostTrouble(error), let host = error.host { health.failed(host) }
    }
  }

  /// The end of all answers by the clock that the engine goes by.
  private var engineDeadline: ContinuousClock.Instant? { deadline.map { .now + ($0 + grace - clock.uptime) } }
}
