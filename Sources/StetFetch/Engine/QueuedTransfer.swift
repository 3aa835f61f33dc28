internal import Synchronization

/// An order on its way to the engine's thread, with whoever waits for its answer.
final class QueuedTransfer: Sendable {
  /// Tells an order from every other, and whether nobody wants it any more.
  final class Ticket: Sendable {
    private static let last = Atomic<UInt64>(0)
    let number = Ticket.last.add(1, ordering: .relaxed).newValue
    private let mark = Atomic(false)

    var isCancelled: Bool { mark.load(ordering: .acquiring) }
    func cancel() { mark.store(true, ordering: .releasing) }
  }

  let ticket: Ticket
  let order: TransferOrder
  private let continuation: CheckedContinuation<Result<HopResponse, FetchError>, Never>

  init(
    _ ticket: Ticket, _ order: TransferOrder,
    _ continuation: CheckedContinuation<Result<HopResponse, FetchError>, Never>
  ) {
    self.ticket = ticket
    self.order = order
    self.continuation = continuation
  }

  /// Answers. To be called once.
  func finish(_ result: Result<HopResponse, FetchError>) { continuation.resume(returning: result) }
}
