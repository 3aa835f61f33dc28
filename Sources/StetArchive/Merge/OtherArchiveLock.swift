internal import Glibc

/// Keeps runs of stet from writing to an archive that is read as a whole. Nothing is written for it.
///
/// The lock is a shared one on the file on which a writer holds an exclusive one: readers share it, a writer is refused
/// with it and refuses it.
struct OtherArchiveLock: ~Copyable {
  private let descriptor: Int32?

  /// Takes the lock or fails at once.
  /// - Throws: `locked` when a run writes there, here or on another machine.
  init(_ layout: ArchiveLayout, calls: FileSystemCalls) throws(ArchiveError) {
    let path = layout.absolute(ArchiveLock.path)
    let found: Int32
    do throws(SystemCallError) {
      found = try FileReading.descriptor(of: path)
    } catch  where error.isMissing {
      // An archive that nobody has written to since it came here: there is nothing to wait for.
      descriptor = nil
      return
    } catch {
      throw ArchiveError(error, action: "Cannot lock", subject: path)
    }
    let holder = LockHolder.read(path)
    guard flock(found, LOCK_SH | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(found)
      throw Self.locked(layout, holder)
    }
    if let holder, !holder.isHere, calls.isShared(found) {
      close(found)
      throw Self.locked(layout, holder)
    }
    descriptor = found
  }

  /// Gives the lock back.
  func release() {
    guard let descriptor else { return }
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  private static func locked(_ layout: ArchiveLayout, _ holder: LockHolder?) -> ArchiveError {
    let name = holder.map { " (\($0))" } ?? ""
    return ArchiveError(
      code: .locked,
      message: "Cannot read '\(layout.root)' as a whole: a stet run\(name) is writing there. "
        + "Wait for it to finish, then run again.", subject: layout.root)
  }
}
