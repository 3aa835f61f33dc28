internal import Synchronization

/// Files whose fsync failed.
///
/// Linux reports such a failure once and then takes what it could not write for written: the next fsync succeeds though
/// the bytes are on no disk.
final class SuspectFiles: Sendable {
  private let paths = Mutex(Set<String>())

  func insert(_ path: String) { paths.withLock { _ = $0.insert(path) } }
  func remove(_ path: String) { paths.withLock { _ = $0.remove(path) } }
  func contains(_ path: String) -> Bool { paths.withLock { $0.contains(path) } }
}
