public import StetModel

/// The time by which hosts are spared and pages dated, so that tests can make weeks of it pass.
public protocol FetchClock: Sendable {
  /// Time since some fixed moment, by a clock that nobody sets.
  var uptime: Duration { get }
  /// The date.
  var now: Timestamp { get }
  /// Waits; ends early with an error when the task is cancelled.
  func sleep(for duration: Duration) async throws(CancellationError)
}
