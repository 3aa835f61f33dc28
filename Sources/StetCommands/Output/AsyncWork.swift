internal import Dispatch

/// Asynchronous work for the command line's own thread, which waits for it.
enum AsyncWork {
  private final class Errand<Value> {
    private var work: (() async throws -> Value)?
    private(set) var result: Result<Value, any Error>?

    init(_ work: @escaping () async throws -> Value) { self.work = work }

    /// Does the work, and lets go of it before it returns.
    func run() async {
      guard let work else { return }
      self.work = nil
      do { result = .success(try await work()) } catch { result = .failure(error) }
    }
  }

  /// How soon a wish to stop is noticed.
  private static let tick = DispatchTimeInterval.milliseconds(50)

  /// Runs work on another thread and waits until it is over.
  /// - Parameter cancelling: asked again and again; once it is true, the work is cancelled, and still waited for.
  static func wait<Value>(
    cancelling shouldStop: () -> Bool = { false }, _ work: () async throws -> Value
  ) throws -> Value {
    let isOver = DispatchSemaphore(value: 0)
    let result = withoutActuallyEscaping(work) { work in
      // Not checked by the compiler, but true: until the work is over, this thread touches nothing of it. The task itself
      // must not hold the work: it may end a little after the signal, and the work may not outlive this call.
      nonisolated(unsafe) let errand = Errand(work)
      let task = Task.detached {
        await errand.run()
        isOver.signal()
      }
      var isCancelled = false
      while isOver.wait(timeout: .now() + tick) == .timedOut {
        guard !isCancelled, shouldStop() else { continue }
        isCancelled = true
        task.cancel()
      }
      return errand.result
    }
    guard let result else { throw CancellationError() }
    return try result.get()
  }
}
