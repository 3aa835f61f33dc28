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
  private let opened = Mutex<PoliteFetcher?>(nil)

  /// A network under a policy.
  /// - Parameters:
  ///   - delay: the pause between two requests to one host.
  ///   - clock: the time by which hosts are spared and pages dated.
  public init(
    policy: FetchPolicy = FetchPolicy(), delay: Duration = .seconds(1), retries: RetryPolicy = RetryPolicy(),
    clock: any FetchClock = SystemClock()
  ) {
    self.policy = policy
    self.retries = retries
    self.clock = clock
    gate = HostGate(delay: delay, clock: clock)
  }

  /// Fetches a page, whatever its status, with the manners that its host is owed.
  /// - Throws: `FetchError` when there is no complete response.
  public func fetch(_ request: FetchRequest) async throws(FetchError) -> Page {
    try await fetcher().fetch(request)
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

  private func fetcher() throws(FetchError) -> PoliteFetcher {
    let result: Result<PoliteFetcher, FetchError> = opened.withLock { opened in
      if let opened { return .success(opened) }
      do throws(FetchError) {
        let engine = try TransferEngine.open(policy, clock: clock)
        let fetcher = PoliteFetcher(engine, gate: gate, retries: retries, clock: clock)
        opened = fetcher
        return .success(fetcher)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
