internal import StetArchive
internal import Dispatch
internal import Synchronization

/// Work on numbered items by several threads, with the results handed over in the order of the items.
///
/// At most `window` results wait: a slow item or a slow reader stops the threads, and memory stays bounded.
struct OrderedWork<Element: Sendable>: Sendable {
  private final class State: Sendable {
    let next = Atomic(0)
    let isStopped = Atomic(false)
    let room = DispatchSemaphore(value: 0)
    let ready = DispatchSemaphore(value: 0)
    let results = Mutex([Int: Element]())

    init(window: Int) {
      // Not the initial value: libdispatch traps when a semaphore goes with less than it began with, and a run that
      // is stopped leaves results that nobody took.
      for _ in 0..<window { room.signal() }
    }

    func take(_ index: Int) -> Element? { results.withLock { $0.removeValue(forKey: index) } }
  }

  /// How many items there are.
  let count: Int
  /// How many threads work on them.
  let threads: Int
  /// Makes the result of an item, on any thread.
  let work: @Sendable (Int) -> Element

  /// Does all the work, calling `receive` on this thread with each result. When `receive` throws, the threads finish
  /// what they have in hand and no more.
  func run<Failure: Error>(receive: (Element) throws(Failure) -> Void) throws(Failure) {
    let window = max(1, threads) * 16
    let state = State(window: window)
    let workers = WorkerThreads(min(threads, count)) { [self] in
      while true {
        state.room.wait()
        let index = state.next.add(1, ordering: .relaxed).oldValue
        guard index < count, !state.isStopped.load(ordering: .relaxed) else {
          state.room.signal()
          return
        }
        let result = work(index)
        state.results.withLock { $0[index] = result }
        state.ready.signal()
      }
    }
    defer {
      state.isStopped.store(true, ordering: .relaxed)
      for _ in 0..<workers.count { state.room.signal() }
      workers.join()
    }
    guard workers.count > 0 else {
      for index in 0..<count { try receive(work(index)) }
      return
    }
    for index in 0..<count {
      while true {
        if let element = state.take(index) {
          state.room.signal()
          try receive(element)
          break
        }
        state.ready.wait()
      }
    }
  }
}
