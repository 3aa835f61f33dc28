internal import CCurl

/// The engine's thread: takes orders, runs so many of them at once, answers them.
final class TransferLoop {
  /// How often transfers are looked at that nothing comes from.
  private static let tick: Int32 = 1000
  /// How long a thread without transfers sleeps, unless it is woken.
  private static let idle: Int32 = 600_000

  private let settings: TransferSettings
  private let maximumTransfers: Int
  private let queue: TransferQueue
  private let multi: CurlMulti
  private let share: CurlShare
  private var active: [Int: ActiveTransfer] = [:]
  private var waiting = WaitingTransfers()
  private var lastLook = ContinuousClock.now

  init(_ settings: TransferSettings, maximumTransfers: Int, queue: TransferQueue, multi: CurlMulti, share: CurlShare) {
    self.settings = settings
    self.maximumTransfers = maximumTransfers
    self.queue = queue
    self.multi = multi
    self.share = share
  }

  /// Runs until the queue is closed. Every order that was taken is answered by then.
  func run() {
    while true {
      let arrivals = queue.take()
      for order in arrivals.orders { waiting.append(order) }
      for number in arrivals.cancelled { cancel(number) }
      guard !arrivals.isClosed else { return endAll() }
      startWaiting()
      multi.perform()
      takeDone()
      endStalled()
      let hasRoom = active.count < maximumTransfers
      guard !hasRoom || waiting.isEmpty, queue.mayWait(hasRoom: hasRoom) else { continue }
      multi.wait(for: queue.wakeUp.descriptor, atMost: active.isEmpty ? Self.idle : Self.tick)
    }
  }

  /// Starts what there is room for.
  private func startWaiting() {
    while active.count < maximumTransfers, let queued = waiting.next() {
      guard !queued.ticket.isCancelled else {
        queued.finish(.failure(Self.cancelled(queued)))
        continue
      }
      do throws(FetchError) { try start(queued) } catch { queued.finish(.failure(error)) }
    }
  }

  private func start(_ queued: QueuedTransfer) throws(FetchError) {
    // Connections, names and TLS sessions are not the handle's. A handle that has had another transfer would write into
    // memory that is free again when a server folds its first field line (libcurl before 8.3: curl#11101, #11620).
    guard let handle = CurlHandle(share) else { throw Self.outOfMemory(queued) }
    let transfer = try ActiveTransfer(queued, handle, settings)
    guard transfer.hasTime else {
      return queued.finish(transfer.result(CURLE_OPERATION_TIMEDOUT, settings.policy))
    }
    guard multi.add(handle) else { throw Self.outOfMemory(queued) }
    active[handle.number] = transfer
  }

  /// Answers what has ended.
  private func takeDone() {
    var done: [(transfer: ActiveTransfer, result: Result<HopResponse, FetchError>)] = []
    while let (number, code) = multi.nextDone() {
      guard let transfer = active[number] else { continue }
      done.append((transfer, take(transfer, code)))
    }
    // One after the other without a pause, or the threads of the tasks would fall asleep in between.
    for (transfer, result) in done { transfer.queued.finish(result) }
  }

  private func end(_ transfer: ActiveTransfer, _ code: CURLcode) {
    transfer.queued.finish(take(transfer, code))
  }

  /// Ends a transfer, and says what came of it.
  private func take(_ transfer: ActiveTransfer, _ code: CURLcode) -> Result<HopResponse, FetchError> {
    active[transfer.handle.number] = nil
    multi.remove(transfer.handle)
    defer { transfer.handle.detach() }
    return transfer.result(code, settings.policy)
  }

  private func cancel(_ number: UInt64) {
    if let queued = waiting.remove(number) { return queued.finish(.failure(Self.cancelled(queued))) }
    for transfer in active.values where transfer.queued.ticket.number == number {
      transfer.exchange.cancel()
      return end(transfer, CURLE_ABORTED_BY_CALLBACK)
    }
  }

  private func endStalled() {
    let now = ContinuousClock.now
    guard lastLook.duration(to: now) >= .milliseconds(250) else { return }
    lastLook = now
    for transfer in active.values where !transfer.exchange.mayGoOn(bodyBytes: transfer.handle.receivedBodyBytes) {
      end(transfer, CURLE_ABORTED_BY_CALLBACK)
    }
  }

  private func endAll() {
    while let queued = waiting.next() { queued.finish(.failure(Self.cancelled(queued))) }
    for transfer in active.values {
      transfer.exchange.cancel()
      end(transfer, CURLE_ABORTED_BY_CALLBACK)
    }
  }

  private static func cancelled(_ queued: QueuedTransfer) -> FetchError {
    queued.order.hop.error(.cancelled, "it was cancelled", remedy: nil, cause: nil)
  }

  private static func outOfMemory(_ queued: QueuedTransfer) -> FetchError {
    queued.order.hop.error(.outOfMemory, "libcurl has no memory", remedy: "Free some memory", cause: nil)
  }
}
