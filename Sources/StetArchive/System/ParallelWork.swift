internal import Synchronization

/// Numbered pieces of work, dealt out to threads.
enum ParallelWork {
  private final class Tally<Result: Sendable>: Sendable {
    let results: Mutex<[Result?]>
    private let next = Atomic(0)
    private let done = Atomic(0)
    private let count: Int

    init(_ count: Int) {
      self.count = count
      results = Mutex(Array(repeating: nil, count: count))
    }

    func work(_ body: (Int) -> Result, progress: (Int) -> Void) {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = body(index)
        results.withLock { $0[index] = result }
        progress(done.wrappingAdd(1, ordering: .relaxed).newValue)
      }
    }
  }

  /// Does all of them.
  /// - Parameters:
  ///   - threads: how many at the same time, this one included; 1: in order.
  ///   - progress: told on this thread how many are done, after each that this thread did.
  /// - Returns: the results in the order of their numbers.
  static func run<Result: Sendable>(
    _ count: Int, threads: Int, progress: (Int) -> Void = { _ in }, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let tally = Tally<Result>(count)
    let others = WorkerThreads(max(min(threads, count) - 1, 0)) { tally.work(body) { _ in } }
    tally.work(body, progress: progress)
    others.join()
    return tally.results.withLock { $0.compactMap(\.self) }
  }
}
