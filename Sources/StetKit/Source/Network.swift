internal import StetExtract
public import StetFetch
public import StetModel

/// The network, opened with the first page that is asked for: reading files never starts libcurl.
public final class Network {
  private let policy: FetchPolicy
  private let clock: () -> Duration
  private let sleep: (Duration) -> Void
  private var fetcher: PageFetcher?
  private var pacing: HostPacing

  /// A network under a policy.
  /// - Parameters:
  ///   - delay: the pause that `page(_:)` keeps between two requests to one host.
  ///   - clock: the time since some fixed moment.
  ///   - sleep: waits; a signal may end it early.
  public init(
    policy: FetchPolicy = FetchPolicy(), delay: Duration = .seconds(1),
    clock: @escaping () -> Duration = ArchivingRun.uptime,
    sleep: @escaping (Duration) -> Void = ArchivingRun.systemSleep
  ) {
    self.policy = policy
    self.clock = clock
    self.sleep = sleep
    pacing = HostPacing(delay: delay)
  }

  /// Fetches a page at once, whatever its status.
  /// - Throws: `FetchError` when there is no complete response.
  public func fetch(_ request: FetchRequest) throws(FetchError) -> Page {
    if let fetcher { return try fetcher.fetch(request) }
    let opened = try PageFetcher.open(policy)
    fetcher = opened
    return try opened.fetch(request)
  }

  /// Fetches a page that answers 2xx, after the pause that its host is owed.
  /// - Throws: `FetchError`, or `ResponseError` for any other status and for a part of a page (206).
  public func page(_ address: PageAddress) throws -> Page {
    while case let wait = pacing.wait(before: address, at: clock()), wait > .zero { sleep(wait) }
    defer { pacing.noteRequest(to: address, at: clock()) }
    let page = try fetch(FetchRequest(address))
    guard (200..<300).contains(page.status), page.status != 206 else {
      throw ResponseError(page, Extractor(profiles: []).obstacle(of: page))
    }
    return page
  }
}
