internal import Dispatch

/// Asynchronous work for the command line's own thread, which waits for it.
enum AsyncWork {
  private final class Outcome<Value> {
    var result: Result<Value, any Error>?
  }

  /// How soon a wish to stop is noticed.
  private static let tick = DispatchTimeInterval.milliseconds(50)

  /// Runs work on another thread and waits until it is over.
  /// - Parameter cancelling: asked again and again; once it is true, the work is cancelled, and still waited for.
  static func wait<Value>(
    cancelling shouldStop: () -> Bool = { false }, _ work: () async throws -> Value
  ) throws -> Value {
    let outcome = Outcome<Value>()
    let isOver = DispatchSemaphore(value: 0)
    withoutActuallyEscaping(work) { work in
      // Not checked by the compiler, but true: until the work is over, this thread touches nothing of it.
      nonisolated(unsafe) let (work, outcome) = (work, outcome)
      let task = Task.detached {
        do { outcome.result = .success(try await work()) } catch { outcome.result = .failure(error) }
        isOver.signal()
      }
      var isCancelled = false
      while isOver.wait(timeout: .now() + tick) == .timedOut {
        guard !isCancelled, shouldStop() else { continue }
        isCancelled = true
        task.cancel()
      }
    }
    guard let result = outcome.result else { throw CancellationError() }
    return try result.get()
  }
}
