internal import Glibc
internal import StetModel

/// The lock that one writing run holds: flock(2) on `state/lock`.
///
/// The file names the holder while it runs and is empty when the last holder ended well: what stands in it at the
/// start is the mark of a crash, and so is its absence: the archive was never opened whole, or came from elsewhere.
struct ArchiveLock: ~Copyable {
  static let path = "\(ArchiveLayout.state)/lock"

  /// Whether the holder before this one did not end well, as far as can be told.
  let isSweepDue: Bool

  private let descriptor: Int32
  private let file: DurableFile

  /// Takes the lock or fails at once.
  /// - Throws: `locked`, naming the holder.
  static func take(_ layout: ArchiveLayout, calls: FileSystemCalls) throws(ArchiveError) -> ArchiveLock {
    let file = DurableFile(calls: calls)
    let path = layout.absolute(Self.path)
    do throws(SystemCallError) {
      try file.makeFolder(layout.absolute(ArchiveLayout.state))
      let isNew = !FileReading.exists(path)
      let descriptor = try calls.openOwn(path, O_RDWR | O_CREAT, 0o666)
      do throws(SystemCallError) {
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw SystemCallError(call: "flock", number: errno) }
        let isMarked = !(try FileReading.bytes(of: path)).isEmpty
        if isMarked, calls.isShared(descriptor), let holder = LockHolder.read(path), !holder.isHere {
          // The lock of one machine need not be seen by the others.
          throw SystemCallError(call: "lock", number: EADDRINUSE)
        }
        try file.overwrite(descriptor, with: holderLine())
        try file.syncFolder(layout.absolute(ArchiveLayout.state))
        return ArchiveLock(isSweepDue: isNew || isMarked, descriptor: descriptor, file: file)
      } catch {
        Self.unlock(descriptor, calls)
        throw error
      }
    } catch  where error.number == EWOULDBLOCK {
      throw locked(layout)
    } catch  where error.number == EADDRINUSE {
      throw lockedElsewhere(layout)
    } catch {
      throw ArchiveError(error, action: "Cannot lock", subject: path)
    }
  }

  /// Ends the run: the lock is free. `isClean` tells that nothing was left half done.
  consuming func release(isClean: Bool) {
    // A mark that cannot be removed only makes the next run look for leftovers.
    if isClean { try? file.overwrite(descriptor, with: []) }
    Self.unlock(descriptor, file.calls)
  }

  /// Gives the lock back outright: a process that is being started may hold a copy of the descriptor for a moment longer,
  /// and closing ours would leave it locked.
  private static func unlock(_ descriptor: Int32, _ calls: FileSystemCalls) {
    _ = flock(descriptor, LOCK_UN)
    try? calls.close(descriptor)
  }

  private init(isSweepDue: Bool, descriptor: Int32, file: DurableFile) {
    self.isSweepDue = isSweepDue
    self.descriptor = descriptor
    self.file = file
  }

  private static func holderLine() -> [UInt8] {
    CompactJSON.bytes(LockHolder.here().json) + [UInt8(ascii: "\n")]
  }

  private static func locked(_ layout: ArchiveLayout) -> ArchiveError {
    // The holder may be about to write its name: then the message does without.
    let holder = LockHolder.read(layout.absolute(path)).map { " (\($0))" } ?? ""
    return ArchiveError(
      code: .locked,
      message: "Cannot store in '\(layout.root)': another stet run\(holder) holds the lock. "
        + "Wait for it to finish, then run again.", subject: layout.root)
  }

  private static func lockedElsewhere(_ layout: ArchiveLayout) -> ArchiveError {
    let holder = LockHolder.read(layout.absolute(path)).map { " (\($0))" } ?? ""
    return ArchiveError(
      code: .locked,
      message:
        "Cannot store in '\(layout.root)': a stet run on another machine\(holder) holds the lock, or ended without "
        + "giving it back. Wait for it to finish; if it runs no more, remove '\(layout.absolute(path))' and run again.",
      subject: layout.root)
  }
}
