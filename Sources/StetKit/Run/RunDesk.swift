internal import Synchronization

/// Where the tasks that fetch hand over what they have to the one that writes.
///
/// That one takes all that has come in and writes it as a group, so that pages which come together share the wait for
/// the disk; each task goes on when its own is durable.
final class RunDesk: Sendable {
  /// What was handed in, and who waits for it to be written.
  typealias Entry = (slip: RunSlip, continuation: CheckedContinuation<Void, Never>)

  private struct State {
    var entries: [Entry] = []
    var isDone = false
    var isRung = false
    var clerk: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// Hands something over; returns when it is written.
  func submit(_ slip: RunSlip) async {
    await withCheckedContinuation { continuation in
      ring { $0.entries.append((slip, continuation)) }
    }
  }

  /// Nothing more will come.
  func finish() { ring { $0.isDone = true } }

  /// Wakes the one that writes, for nothing.
  func ring() { ring { _ in } }

  /// Waits until something has come in, or the bell was rung.
  /// - Returns: what has come in, up to a limit; nil when nothing more will come.
  func take(limit: Int) async -> [Entry]? {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let isRung = state.withLock { state in
        if state.isRung || state.isDone || !state.entries.isEmpty { return true }
        state.clerk = continuation
        return false
      }
      if isRung { continuation.resume() }
    }
    return state.withLock { state in
      state.isRung = false
      guard !state.entries.isEmpty else { return state.isDone ? nil : [] }
      let taken = Array(state.entries.prefix(limit))
      state.entries.removeFirst(taken.count)
      return taken
    }
  }

  private func ring(_ change: (inout State) -> Void) {
    let clerk = state.withLock { state in
      change(&state)
      state.isRung = true
      defer { state.clerk = nil }
      return state.clerk
    }
    clerk?.resume()
  }
}
