internal import GRDB
internal import Synchronization

/// Connections to one index, so that a query does not wait for another.
final class IndexReaders: Sendable {
  private let queues: [DatabaseQueue]
  /// How many queries each has in hand.
  private let loads: Mutex<[Int]>

  init(_ queues: [DatabaseQueue]) {
    self.queues = queues
    loads = Mutex(Array(repeating: 0, count: queues.count))
  }

  /// Runs a query on the connection that has least to do.
  func read<T>(_ query: (Database) throws -> T) throws -> T {
    let chosen = loads.withLock { loads in
      let chosen = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      loads[chosen] += 1
      return chosen
    }
    defer { loads.withLock { $0[chosen] -= 1 } }
    return try queues[chosen].read(query)
  }
}
