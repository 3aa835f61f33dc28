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

  private struct State {
    var reason: Reason?
    /// How many pages may still be begun.
    var left: Int
    /// How many are begun, so that it is not yet known whether they count.
    var inHand = 0
    /// Those who may begin one if one in hand turns out not to count.
    var waiting: [CheckedContinuation<Bool, Never>] = []
  }

  private let state: Mutex<State>

  /// - Parameter maximumPages: how many pages may be begun.
  init(maximumPages: Int?) { state = Mutex(State(left: maximumPages ?? Int.max)) }

  /// Ends the run; the first reason counts.
  func stop(_ reason: Reason) {
    let waiting = state.withLock { state in
      state.reason = state.reason ?? reason
      return Self.dismiss(&state)
    }
    for one in waiting { one.resume(returning: false) }
  }

  /// Why the run ends; nil while it goes on.
  var reason: Reason? { state.withLock { $0.reason } }

  /// Takes leave to begin one page; whoever has it calls `donePage`. False when the run is to end.
  func takePage() async -> Bool {
    await withCheckedContinuation { continuation in
      let answer: Bool? = state.withLock { state in
        guard state.reason == nil else { return false }
        if state.left > 0 {
          state.left -= 1
          state.inHand += 1
          return true
        }
        guard state.inHand > 0 else {
          state.reason = .pages
          return false
        }
        state.waiting.append(continuation)
        return nil
      }
      if let answer { continuation.resume(returning: answer) }
    }
  }

  /// A page that was begun is done.
  /// - Parameter wasAsked: whether its host was asked for it; else another one may be begun in its place, so that what
  ///   robots.txt refuses does not use up run after run.
  func donePage(wasAsked: Bool) {
    let (next, waiting) = state.withLock {
      state -> (CheckedContinuation<Bool, Never>?, [CheckedContinuation<Bool, Never>]) in
      if !wasAsked, !state.waiting.isEmpty { return (state.waiting.removeFirst(), []) }
      state.inHand -= 1
      if !wasAsked { state.left += 1 }
      guard state.inHand == 0, !state.waiting.isEmpty else { return (nil, []) }
      state.reason = state.reason ?? .pages
      return (nil, Self.dismiss(&state))
    }
    next?.resume(returning: true)
    for one in waiting { one.resume(returning: false) }
  }

  private static func dismiss(_ state: inout State) -> [CheckedContinuation<Bool, Never>] {
    defer { state.waiting = [] }
    return state.waiting
  }
}
