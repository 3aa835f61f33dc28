internal import Synchronization

/// How many pages of each host have failed in a row.
final class HostHealth: Sendable {
  private let limit: Int
  /// Hosts whose last page failed.
  private let failures = Mutex<[HostKey: Int]>([:])

  init(limit: Int) { self.limit = limit }

  func succeeded(_ host: HostKey) { failures.withLock { $0[host] = nil } }

  func failed(_ host: HostKey) { failures.withLock { $0[host, default: 0] += 1 } }

  /// Whether the host is left alone.
  func isSetAside(_ host: HostKey) -> Bool { failures.withLock { $0[host] ?? 0 } >= limit }

  /// The hosts that are left alone, by name.
  var setAside: [HostKey] { failures.withLock { $0 }.filter { $0.value >= limit }.keys.sorted() }
}
