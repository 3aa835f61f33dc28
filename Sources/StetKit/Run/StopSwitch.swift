internal import Synchronization

/// Whether a run is to come to its end, and how many pages it may still begin.
final class StopSwitch: Sendable {
  /// Why a run ended before it was done.
  enum Reason: Int, Sendable {
    case pages = 1
    case deadline
    case signal
    case archive
  }

  private let stopped = Atomic<Int>(0)
  private let left: Atomic<Int>

  /// - Parameter maximumPages: how many pages may be begun.
  init(maximumPages: Int?) { left = Atomic(maximumPages ?? Int.max) }

  /// Ends the run; the first reason counts.
  func stop(_ reason: Reason) {
    _ = stopped.compareExchange(expected: 0, desired: reason.rawValue, ordering: .relaxed)
  }

  /// Why the run ends; nil while it goes on.
  var reason: Reason? { Reason(rawValue: stopped.load(ordering: .relaxed)) }

  /// Takes leave to begin one page. False when the run is to end.
  func takePage() -> Bool {
    guard reason == nil else { return false }
    guard left.subtract(1, ordering: .relaxed).oldValue > 0 else {
      stop(.pages)
      return false
    }
    return true
  }
}
