internal import CCurl
public import StetModel
internal import Synchronization

/// Address to page, by libcurl, many at a time: one thread runs all transfers, and whoever wants a page awaits it.
///
/// A redirect leads to http and https only, and into no loopback, link-local, private or otherwise special network
/// unless the page named by the user is in the same one; the address actually connected to is checked, after DNS. With
/// a proxy that address is the proxy's, so only hosts that are numbers, or `localhost`, can be checked.
///
/// Connections, DNS answers and TLS sessions are kept from one fetch to the next, cookies only within one. Cancelling
/// the task that fetches ends its transfer at once. The engine has no manners: `PoliteFetcher` has.
public final class TransferEngine: Sendable {
  /// Connections that stay open for later: beside those of `maximumTransfers`, well below the usual limit of 1024 files.
  private static let maximumConnections = 256

  private let settings: TransferSettings
  private let clock: any FetchClock
  private let queue: TransferQueue
  private let thread: Mutex<LoopThread?>

  /// An engine. Proxies (`http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`) and trusted certificates
  /// (`CURL_CA_BUNDLE`, `SSL_CERT_FILE`, `SSL_CERT_DIR`) are those of the process's environment, as for curl(1).
  /// - Parameters:
  ///   - maximumTransfers: how many run at once; the others wait.
  ///   - clock: dates the pages.
  /// - Throws: `FetchError.Code.badHeader` for an agent with control characters, `.noLibrary` when there is no
  ///   libcurl, `.outOfMemory` when it does not start.
  public static func open(
    _ policy: FetchPolicy = FetchPolicy(), maximumTransfers: Int = 64, clock: any FetchClock = SystemClock()
  ) throws(FetchError) -> TransferEngine {
    try open(
      policy, maximumTransfers: maximumTransfers, clock: clock, environment: TransferSettings.environment)
  }

  /// An engine with a given environment.
  static func open(
    _ policy: FetchPolicy, maximumTransfers: Int = 64, clock: any FetchClock = SystemClock(),
    environment: [String: String]
  ) throws(FetchError) -> TransferEngine {
    let settings = try TransferSettings(policy, environment: environment)
    try CurlLibrary.load(for: "")
    let refusal = FetchError(
      .outOfMemory, "Cannot start libcurl: out of memory, threads or file descriptors. Free some.", address: "")
    guard let queue = TransferQueue(), let multi = CurlMulti(connections: maximumConnections), let share = CurlShare()
    else { throw refusal }
    let loop = TransferLoop(
      settings, maximumTransfers: max(1, maximumTransfers), queue: queue, multi: multi, share: share)
    guard let thread = LoopThread({ loop.run() }) else { throw refusal }
    return TransferEngine(settings, clock, queue, thread)
  }

  private init(
    _ settings: TransferSettings, _ clock: any FetchClock, _ queue: TransferQueue, _ thread: LoopThread
  ) {
    self.settings = settings
    self.clock = clock
    self.queue = queue
    self.thread = Mutex(thread)
  }

  deinit { close() }

  /// Ends every transfer and the thread, and closes every connection. A later fetch is cancelled at once.
  public func close() {
    queue.close()
    thread.withLock { thread in
      thread?.join()
      thread = nil
    }
  }

  /// Fetches a page. Every complete response is a page, whatever its status.
  ///
  /// Header fields are those that were sent, `Content-Encoding` and `Content-Length` of a compressed body included,
  /// though the body is decompressed. (A compressed stream that was cut before it was framed passes for a whole one,
  /// but for gzip that is not chunked; a connection that is cut within a frame is always noticed.)
  /// - Parameter deadline: when the whole run is over, besides the policy's time for each page.
  /// - Throws: `FetchError`; never returns a part of a page.
  public func fetch(
    _ request: FetchRequest, deadline: ContinuousClock.Instant? = nil
  ) async throws(FetchError) -> Page {
    try await fetch(request, deadline: deadline, manners: nil)
  }

  func fetch(
    _ request: FetchRequest, deadline: ContinuousClock.Instant?, manners: (any HopManners)?
  ) async throws(FetchError) -> Page {
    var fetch = try PageFetch(request, settings)
    while true {
      let hop = fetch.hop
      try await manners?.before(hop)
      let result = await transfer(fetch.order(deadline: deadline))
      manners?.after(hop, try? result.get())
      if let page = try fetch.take(result.get(), at: clock.now) { return page }
    }
  }

  func transfer(_ order: TransferOrder) async -> Result<HopResponse, FetchError> {
    let ticket = QueuedTransfer.Ticket()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let queued = QueuedTransfer(ticket, order, continuation)
        guard !queue.submit(queued) else { return }
        queued.finish(.failure(order.hop.error(.cancelled, "the engine is closed", remedy: nil, cause: nil)))
      }
    } onCancel: {
      queue.cancel(ticket)
    }
  }
}
