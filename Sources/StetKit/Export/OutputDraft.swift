internal import Glibc
internal import StetArchive

/// What an export has not finished: a file or a folder beside its place, under a name that tells what it is to become.
///
/// It is locked for as long as the export lives. So what a killed one left can be told from what another is at work on: the
/// next export to the same place removes it. Where the file system knows no locks, nothing is removed.
final class OutputDraft {
  /// Where it stands.
  let path: String
  private let calls: FileSystemCalls
  /// Open for as long as it is locked.
  private let descriptor: Int32

  /// A new file, open for writing.
  static func file(for place: String, _ calls: FileSystemCalls) throws(SystemCallError) -> OutputDraft {
    try OutputDraft(place, calls) { path throws(SystemCallError) in
      try calls.open(path, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    }
  }

  /// A new folder.
  static func folder(for place: String, _ calls: FileSystemCalls) throws(SystemCallError) -> OutputDraft {
    try OutputDraft(place, calls) { path throws(SystemCallError) in
      try calls.mkdir(path)
      do throws(SystemCallError) {
        return try calls.open(path, O_RDONLY | O_DIRECTORY, 0)
      } catch {
        try? calls.rmdir(path)
        throw error
      }
    }
  }

  private init(
    _ place: String, _ calls: FileSystemCalls, _ make: (_ path: String) throws(SystemCallError) -> Int32
  ) throws(SystemCallError) {
    self.calls = calls
    Self.clear(place, calls)
    while true {
      let path = OutputName.draft(of: place)
      let descriptor = try make(path)
      // Another export may have taken it for a leftover before it was locked.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK, Self.isOpen(descriptor, at: path) {
        (self.path, self.descriptor) = (path, descriptor)
        return
      }
      try? calls.close(descriptor)
    }
  }

  deinit { try? calls.close(descriptor) }

  /// The file once more, to be written to and closed before it gets its name: the lock lasts beyond that.
  func opened() throws(SystemCallError) -> Int32 {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else {
      let error = SystemCallError(call: "fcntl", number: errno)
      remove()
      throw error
    }
    return copy
  }

  /// Removes it, whatever is in it.
  func remove() { Self.remove(path, calls) }

  /// Removes what exports to a place have left that are no more.
  private static func clear(_ place: String, _ calls: FileSystemCalls) {
    let folder = OutputName.folder(of: place)
    for name in OutputName.all(in: folder) where OutputName.isDraft(name, of: place) {
      let path = "\(folder)/\(name)"
      var facts = stat()
      guard lstat(path, &facts) == 0, facts.st_uid == geteuid(),
        let descriptor = try? calls.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, 0)
      else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isOpen(descriptor, at: path) { remove(path, calls) }
      try? calls.close(descriptor)
    }
  }

  /// Whether what is open is what stands at a path.
  private static func isOpen(_ descriptor: Int32, at path: String) -> Bool {
    var (open, found) = (stat(), stat())
    return fstat(descriptor, &open) == 0 && lstat(path, &found) == 0 && open.st_ino == found.st_ino
      && open.st_dev == found.st_dev
  }

  private static func remove(_ path: String, _ calls: FileSystemCalls) {
    // What is no folder goes at once; a link is never followed.
    if (try? calls.unlink(path)) != nil { return }
    for name in OutputName.all(in: path) { remove("\(path)/\(name)", calls) }
    try? calls.rmdir(path)
  }
}
