internal import StetModel

/// One request and what comes back, while libcurl works on it: the limits are kept here.
final class Exchange {
  /// Why stet itself ended a transfer.
  enum Stop: Sendable, Hashable {
    /// The head is over the policy's limit.
    case headTooLarge
    /// The body is over the policy's limit.
    case bodyTooLarge
    /// The host's address is out of reach.
    case addressForbidden(NetworkAddress)
    /// The server has sent nothing for the policy's stall timeout.
    case stalled
    /// The task was cancelled.
    case cancelled
    /// The body of a redirect, which nobody reads, goes on and on.
    case redirectBody
  }

  /// More of a redirect's body than this is not waited for; less is read, so that the connection can be used again.
  private static let maximumRedirectBody = 64 << 10

  private let policy: FetchPolicy
  /// Nil when a proxy is used: then the addresses seen here are the proxy's, which the user named.
  private let reach: Reach?
  private(set) var requestHead = RequestHead()
  private(set) var head = ResponseHead()
  /// How the body ended before decompression.
  private(set) var gzipLength = GzipLength()
  /// The body after decompression; of a redirect's, which is kept as evidence only, no more than is waited for.
  private(set) var body: [UInt8] = []
  /// Why stet ended the transfer; nil when it did not.
  private(set) var stop: Stop?
  /// Whether `noteSent` and `noteReceived` are to be called for what comes next.
  private(set) var wantsTrace = false
  /// The address that was connected to; the proxy's where there is one, nil when there was no connection.
  private(set) var connected: NetworkAddress?
  /// How many bytes had come when last some had, and when that was; nil before the request is sent.
  private var lastArrival: (byteCount: Int, moment: ContinuousClock.Instant)?

  init(policy: FetchPolicy, reach: Reach?) {
    self.policy = policy
    self.reach = reach
  }

  /// Takes what was sent of the request.
  func noteSent(_ piece: UnsafeBufferPointer<UInt8>) {
    unsafe requestHead.receive(piece)
    wantsTrace = !requestHead.isComplete
  }

  /// Takes a piece of the body as it came, before decompression.
  func noteReceived(_ piece: UnsafeBufferPointer<UInt8>) {
    unsafe gzipLength.receive(piece)
  }

  /// Takes a line of the head. False ends the transfer.
  func receiveHeadLine(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    unsafe head.receive(line)
    if head.isComplete { wantsTrace = !requestHead.isComplete || GzipLength.isWritten(in: head.fields) }
    return head.byteCount <= policy.maximumHeaderBytes || end(.headTooLarge)
  }

  /// Takes a piece of the body after decompression. False ends the transfer.
  func receiveBody(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
    if head.redirectTarget != nil {
      let room = Self.maximumRedirectBody - body.count
      unsafe body.append(contentsOf: piece.prefix(room))
      return piece.count <= room || end(.redirectBody)
    }
    guard piece.count <= policy.maximumBodyBytes - body.count else { return end(.bodyTooLarge) }
    if body.isEmpty, let length = head.plainLength {
      body.reserveCapacity(min(max(length, 0), policy.maximumBodyBytes))
    }
    unsafe body.append(contentsOf: piece)
    return true
  }

  /// Asked before a connection is opened. False keeps it closed.
  func mayOpen(_ address: NetworkAddress?) -> Bool {
    guard let reach, let address else { return true }
    return reach.allows(address) || end(.addressForbidden(address))
  }

  /// Asked before a request is sent, on connections that an earlier fetch opened too. False keeps it unsent.
  func maySend(to address: NetworkAddress?) -> Bool {
    connected = address
    guard mayOpen(address) else { return false }
    // Another address of the same name was out of reach, but this one is not.
    if case .addressForbidden = stop { stop = nil }
    lastArrival = (0, .now)
    // What went out on an earlier connection is sent again.
    requestHead = RequestHead()
    wantsTrace = true
    return true
  }

  /// Notes that nobody wants it any more.
  func cancel() { stop = .cancelled }

  /// Asked about once a second. False ends the transfer.
  ///
  /// libcurl's own measure (CURLOPT_LOW_SPEED_TIME) is an average over seconds, which notices silence late.
  /// - Parameter bodyBytes: how much of the body has come, before decompression.
  func mayGoOn(bodyBytes: Int) -> Bool {
    guard let last = lastArrival else { return true }
    let (byteCount, now) = (head.byteCount + bodyBytes, ContinuousClock.now)
    if byteCount != last.byteCount {
      lastArrival = (byteCount, now)
    } else if last.moment.duration(to: now) >= policy.stallTimeout {
      return end(.stalled)
    }
    return true
  }

  private func end(_ reason: Stop) -> Bool {
    stop = reason
    return false
  }
}
