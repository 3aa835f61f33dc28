/// Orders for which there is no room yet, first come, first served.
struct WaitingTransfers {
  private var byNumber: [UInt64: QueuedTransfer] = [:]
  /// Numbers in their order; those that were taken out are passed over.
  private var order: [UInt64] = []
  private var first = 0

  var isEmpty: Bool { byNumber.isEmpty }

  mutating func append(_ queued: QueuedTransfer) {
    byNumber[queued.ticket.number] = queued
    order.append(queued.ticket.number)
  }

  /// Takes the first one.
  mutating func next() -> QueuedTransfer? {
    while first < order.count {
      let number = order[first]
      first += 1
      if first == order.count { (order, first) = ([], 0) }
      if first > 1024, first * 2 > order.count {
        order.removeSubrange(..<first)
        first = 0
      }
      if let queued = byNumber.removeValue(forKey: number) { return queued }
    }
    return nil
  }

  /// Takes out one of them; nil when it is not here.
  mutating func remove(_ number: UInt64) -> QueuedTransfer? { byNumber.removeValue(forKey: number) }
}
