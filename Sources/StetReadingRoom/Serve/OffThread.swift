internal import Dispatch
internal import Foundation
internal import Synchronization

/// Work that takes the processor or waits for the disk, on threads of its own: away from those that tend the connections,
/// which a few slow searches would take up altogether, and done in the order in which it came.
enum OffThread {
  private typealias Work = @Sendable () -> Void

  /// In the order in which it came; no more than there are connections.
  private static let waiting = Mutex<[Work]>([])
  private static let isWaiting = DispatchSemaphore(value: 0)

  /// Started when the first work comes.
  private static let threads: Void = {
    for _ in 0..<max(4, ProcessInfo.processInfo.activeProcessorCount * 2) { Thread.detachNewThread(run) }
  }()

  /// Does the work, and returns what it gave.
  static func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    _ = threads
    return await withCheckedContinuation { continuation in
      waiting.withLock { $0.append { continuation.resume(returning: body()) } }
      isWaiting.signal()
    }
  }

  private static func run() {
    while true {
      isWaiting.wait()
      let body = waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
      body?()
    }
  }
}
