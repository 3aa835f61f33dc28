internal import CCurl
internal import StetModel

/// A transfer that libcurl works on. Belongs to the engine's thread.
final class ActiveTransfer {
  let queued: QueuedTransfer
  let handle: CurlHandle
  let exchange: Exchange
  private let fields: HeaderList
  private let start: ContinuousClock.Instant
  /// Its end by the limits of the fetch and of the run.
  private let end: ContinuousClock.Instant
  private let isLimitedByRun: Bool

  /// Prepares a handle; the transfer does not start yet.
  /// - Throws: `FetchError.Code.outOfMemory`.
  init(_ queued: QueuedTransfer, _ handle: CurlHandle, _ settings: TransferSettings) throws(FetchError) {
    let order = queued.order
    self.queued = queued
    self.handle = handle
    start = .now
    let own = start + order.left
    end = order.deadline.map { min($0, own) } ?? own
    isLimitedByRun = order.deadline.map { $0 < own } ?? false
    exchange = Exchange(policy: settings.policy, reach: order.hop.proxy == nil ? order.hop.reach : nil)
    fields = try HeaderList(order.fields, address: AddressParser.withoutUser(order.hop.address))
    guard settings.configure(handle, for: order, left: start.duration(to: end)) else {
      throw order.hop.error(.outOfMemory, "libcurl cannot be set up", remedy: "Free some memory", cause: nil)
    }
    handle.attach(exchange, fields: fields)
  }

  /// Whether there is any time for it.
  var hasTime: Bool { start < end }

  /// What came of it.
  func result(_ code: CURLcode, _ policy: FetchPolicy) -> Result<HopResponse, FetchError> {
    let hop = queued.order.hop
    // The body of a redirect is read by nobody: what is wrong with it does not matter.
    let isRedirect = exchange.head.redirectTarget != nil
    if isRedirect, exchange.stop == nil || exchange.stop == .redirectBody {
      return .success(response(isWhole: code == CURLE_OK))
    }
    let outcome = TransferOutcome(
      code: code, handle: handle, exchange: exchange, hop: hop, policy: policy,
      // libcurl counts in milliseconds, and may be a little early.
      isPastDeadline: ContinuousClock.now + .milliseconds(100) >= end, isLimitedByRun: isLimitedByRun)
    if let error = outcome.error { return .failure(error) }
    return .success(response(isWhole: true))
  }

  private func response(isWhole: Bool) -> HopResponse {
    HopResponse(
      requestHead: exchange.requestHead, head: exchange.head, body: exchange.body, connected: exchange.connected,
      truncation: exchange.stop == .redirectBody ? .length : isWhole ? nil : .disconnect,
      cookies: exchange.head.redirectTarget == nil ? [] : handle.cookies, elapsed: start.duration(to: .now))
  }
}
