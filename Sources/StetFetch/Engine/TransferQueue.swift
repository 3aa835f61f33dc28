internal import Synchronization

/// The way from everywhere to the engine's thread.
final class TransferQueue: Sendable {
  /// What has come since the thread last looked.
  struct Arrivals: Sendable {
    var orders: [QueuedTransfer] = []
    /// Numbers of orders that nobody wants any more.
    var cancelled: [UInt64] = []
    var isClosed = false
    /// Whether the thread waits, and would start an order at once.
    fileprivate var wantsOrders = false
  }

  private let arrivals = Mutex(Arrivals())
  let wakeUp: WakeUp

  /// Nil when the process has no more file descriptors.
  init?() {
    guard let wakeUp = WakeUp() else { return nil }
    self.wakeUp = wakeUp
  }

  /// Hands over an order. False when the engine is closed, which then does not answer it.
  func submit(_ order: QueuedTransfer) -> Bool {
    let (isTaken, isAwaited) = arrivals.withLock { arrivals in
      guard !arrivals.isClosed else { return (false, false) }
      defer { arrivals.wantsOrders = false }
      arrivals.orders.append(order)
      return (true, arrivals.wantsOrders)
    }
    if isAwaited { wakeUp.signal() }
    return isTaken
  }

  /// Ends an order, wherever it is.
  func cancel(_ ticket: QueuedTransfer.Ticket) {
    ticket.cancel()
    let isFirst = arrivals.withLock { arrivals in
      // A closed engine has answered everything, and looks no more.
      guard !arrivals.isClosed else { return false }
      defer { arrivals.cancelled.append(ticket.number) }
      return arrivals.cancelled.isEmpty
    }
    if isFirst { wakeUp.signal() }
  }

  /// Ends every order, and takes no more.
  func close() {
    arrivals.withLock { $0.isClosed = true }
    wakeUp.signal()
  }

  /// Asked by the engine's thread before it waits. False when it need not, for there is something to take.
  /// - Parameter hasRoom: whether an order is to wake it; it looks for them whenever a transfer has ended.
  func mayWait(hasRoom: Bool) -> Bool {
    arrivals.withLock { arrivals in
      arrivals.wantsOrders = hasRoom && arrivals.orders.isEmpty
      return !hasRoom || arrivals.orders.isEmpty
    }
  }

  /// All that has come; for the engine's thread.
  func take() -> Arrivals {
    wakeUp.clear()
    return arrivals.withLock { arrivals in
      let taken = arrivals
      arrivals.orders = []
      arrivals.cancelled = []
      arrivals.wantsOrders = false
      return taken
    }
  }
}
