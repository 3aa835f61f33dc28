internal import Glibc

/// Every system call that changes an archive, as a value: tests put failures and crashes in their place.
package struct FileSystemCalls: Sendable {
  /// open(2): path, flags, mode → descriptor.
  package var open: @Sendable (String, Int32, UInt32) throws(SystemCallError) -> Int32
  /// write(2): descriptor, bytes → how many were written.
  package var write: @Sendable (Int32, ArraySlice<UInt8>) throws(SystemCallError) -> Int
  /// fsync(2).
  package var fsync: @Sendable (Int32) throws(SystemCallError) -> Void
  /// close(2).
  package var close: @Sendable (Int32) throws(SystemCallError) -> Void
  /// link(2): existing name, new name. Fails when the new name exists, which rename(2) does not.
  package var link: @Sendable (String, String) throws(SystemCallError) -> Void
  /// rename(2), for file systems without hard links.
  package var rename: @Sendable (String, String) throws(SystemCallError) -> Void
  /// unlink(2).
  package var unlink: @Sendable (String) throws(SystemCallError) -> Void
  /// mkdir(2) with mode 0777 less the umask.
  package var mkdir: @Sendable (String) throws(SystemCallError) -> Void
  /// rmdir(2).
  package var rmdir: @Sendable (String) throws(SystemCallError) -> Void
  /// ftruncate(2).
  package var truncate: @Sendable (Int32, Int) throws(SystemCallError) -> Void
  /// How many fsyncs wait for the disk at the same time.
  package var syncThreads = SyncThreads.maximum
  /// Whether an open file is on a file system that other machines may use at the same time.
  package var isShared: @Sendable (Int32) -> Bool = { SharedFileSystem.holds($0) }

  /// The calls of the system.
  package static let system = FileSystemCalls(
    open: { (path, flags, mode) throws(SystemCallError) in
      try check("open") { unsafe Glibc.open(path, flags | O_CLOEXEC, mode) }
    },
    write: { (descriptor, bytes) throws(SystemCallError) in
      try check("write") { unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) } }
    },
    fsync: { (descriptor) throws(SystemCallError) in _ = try check("fsync") { Glibc.fsync(descriptor) } },
    // Linux closes the descriptor whatever close(2) answers, so it must not be called again on EINTR.
    close: { (descriptor) throws(SystemCallError) in
      if Glibc.close(descriptor) != 0, errno != EINTR { throw SystemCallError(call: "close", number: errno) }
    },
    link: { (old, new) throws(SystemCallError) in _ = try check("link") { unsafe Glibc.link(old, new) } },
    rename: { (old, new) throws(SystemCallError) in _ = try check("rename") { unsafe Glibc.rename(old, new) } },
    unlink: { (path) throws(SystemCallError) in _ = try check("unlink") { unsafe Glibc.unlink(path) } },
    mkdir: { (path) throws(SystemCallError) in _ = try check("mkdir") { unsafe Glibc.mkdir(path, 0o777) } },
    rmdir: { (path) throws(SystemCallError) in _ = try check("rmdir") { unsafe Glibc.rmdir(path) } },
    truncate: { (descriptor, length) throws(SystemCallError) in
      _ = try check("ftruncate") { Glibc.ftruncate(descriptor, off_t(length)) }
    })

  /// Opens one of an archive's own files. A link in its place, which would lead what is written out of the archive, is not
  /// followed, and a pipe there is not waited for.
  /// - Throws: ELOOP for a symbolic link.
  func openOwn(_ path: String, _ flags: Int32, _ mode: UInt32 = 0) throws(SystemCallError) -> Int32 {
    // O_NONBLOCK means nothing to a regular file.
    try open(path, flags | O_NOFOLLOW | O_NONBLOCK, mode)
  }

  /// Repeats the call while a signal interrupts it.
  private static func check<Number: BinaryInteger>(
    _ name: String, _ call: () -> Number
  ) throws(SystemCallError) -> Number {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemCallError(call: name, number: errno) }
    }
  }
}
