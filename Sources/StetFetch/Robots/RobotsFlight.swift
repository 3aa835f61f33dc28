internal import Synchronization

/// A request for a robots.txt that several may wait for. It is cancelled when none of them waits any more.
final class RobotsFlight: Sendable {
  private let task: Task<Result<RobotsState, FetchError>, Never>
  private let waiting = Mutex(1)

  /// A request, with one who waits.
  init(_ task: Task<Result<RobotsState, FetchError>, Never>) { self.task = task }

  /// One more waits. False when the last one has given up: too late.
  func join() -> Bool {
    waiting.withLock { count in
      guard count > 0 else { return false }
      count += 1
      return true
    }
  }

  /// What came of it.
  func result() async -> Result<RobotsState, FetchError> {
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      let isLast = waiting.withLock { count in
        count -= 1
        return count == 0
      }
      if isLast { task.cancel() }
    }
  }
}
