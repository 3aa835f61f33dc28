public import StetFetch
public import StetModel

/// The network, opened with the first page that is asked for: reading files never starts libcurl.
public final class Network {
  private let policy: FetchPolicy
  private var fetcher: PageFetcher?

  /// A network under a policy.
  public init(policy: FetchPolicy = Network.namedPolicy) { self.policy = policy }

  /// The default policy, with this version of stet as the agent.
  public static var namedPolicy: FetchPolicy {
    var policy = FetchPolicy()
    policy.agent = "stet/\(StetVersion.text)"
    return policy
  }

  /// Fetches a page, whatever its status.
  /// - Throws: `FetchError` when there is no complete response.
  public func fetch(_ request: FetchRequest) throws(FetchError) -> Page {
    if let fetcher { return try fetcher.fetch(request) }
    let opened = try PageFetcher.open(policy)
    fetcher = opened
    return try opened.fetch(request)
  }

  /// Fetches a page that answers 2xx.
  /// - Throws: `FetchError`, or `ResponseError` for any other status.
  public func page(_ address: PageAddress) throws -> Page {
    let page = try fetch(FetchRequest(address))
    guard (200..<300).contains(page.status) else { throw ResponseError(page) }
    return page
  }
}
