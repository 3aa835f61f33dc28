internal import Glibc

/// A pipe between a test and a process. Both ends close on exec: only what is duplicated on purpose is inherited.
///
/// `ProcessSpawn` makes pipes under a lock: between `pipe` and `fcntl` no other process may be started, which would
/// inherit the ends and keep them open. (`pipe2` needs no lock, but Swift's Glibc module does not show it.)
struct Pipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemFailure("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  /// Writes everything, then closes the write end. Blocks; ends early when the reader has gone.
  func send(_ bytes: [UInt8]) {
    defer { close(writeEnd) }
    // A reader that has gone is no reason to end the tests: the signal stays with this thread, which ends here.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(writeEnd, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Reads until the last writer has gone, then closes the read end. Blocks.
  func receive(_ take: (ArraySlice<UInt8>) -> Void) {
    defer { close(readEnd) }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(readEnd, &chunk, chunk.count)
      guard count > 0 else { return }
      take(chunk[..<count])
    }
  }
}
