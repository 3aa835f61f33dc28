internal import Dispatch

/// Work that waits for the disk, away from the few threads that tend the connections.
enum OffThread {
  private static let queue = DispatchQueue(label: "stet.reading-room", attributes: .concurrent)

  static func run<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: work()) }
    }
  }
}
