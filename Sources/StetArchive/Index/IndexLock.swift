internal import Glibc

/// The lock of whoever brings an index up to date: flock(2) on `state/index-lock`. Reading an index needs none.
struct IndexLock: ~Copyable {
  static let path = "\(ArchiveLayout.state)/index-lock"

  private let descriptor: Int32

  /// Takes the lock, waiting for another holder no longer than `patience`.
  /// - Returns: nil when somebody else kept it, or where nothing may be written.
  static func take(_ layout: ArchiveLayout, patience: Duration, calls: FileSystemCalls = .system) -> IndexLock? {
    let path = layout.absolute(Self.path)
    try? DurableFile(calls: calls).makeFolder(layout.absolute(ArchiveLayout.state))
    guard let descriptor = try? calls.openOwn(path, O_RDWR | O_CREAT, 0o666) else { return nil }
    let clock = ContinuousClock()
    let end = clock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, clock.now < end else {
        try? calls.close(descriptor)
        return nil
      }
      usleep(20_000)
    }
    return IndexLock(descriptor: descriptor)
  }

  consuming func release() {
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
