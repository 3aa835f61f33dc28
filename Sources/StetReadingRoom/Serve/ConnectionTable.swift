internal import Synchronization

/// The open connections, and until when each has time for what it is at.
final class ConnectionTable: Sendable {
  private struct Entry {
    var deadline: ContinuousClock.Instant
    var task: Task<Void, Never>?
  }

  private let entries = Mutex<(next: Int, open: [Int: Entry])>((0, [:]))

  /// Notes a connection.
  /// - Returns: its number; nil when there are as many as may be.
  func open(limit: Int, patience: Duration) -> Int? {
    entries.withLock { entries in
      guard entries.open.count < limit else { return nil }
      entries.next += 1
      entries.open[entries.next] = Entry(deadline: .now + patience)
      return entries.next
    }
  }

  /// Says who serves a connection.
  func set(_ task: Task<Void, Never>, of number: Int) {
    entries.withLock { $0.open[number]?.task = task }
  }

  /// Gives a connection time from now on.
  func extend(_ number: Int, by patience: Duration) {
    let deadline = ContinuousClock.now + patience
    entries.withLock { $0.open[number]?.deadline = deadline }
  }

  func close(_ number: Int) { entries.withLock { _ = $0.open.removeValue(forKey: number) } }

  /// Ends the connections whose time is over.
  func cancelOverdue() {
    let now = ContinuousClock.now
    let overdue = entries.withLock { entries in
      entries.open.values.filter { $0.deadline < now }.compactMap(\.task)
    }
    for task in overdue { task.cancel() }
  }

  func cancelAll() {
    let tasks = entries.withLock { $0.open.values.compactMap(\.task) }
    for task in tasks { task.cancel() }
  }
}
