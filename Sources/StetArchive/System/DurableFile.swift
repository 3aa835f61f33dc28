internal import Glibc

/// The one way in which anything is written into an archive.
///
/// A new file is written under a temporary name in its own folder, synced, and only then given its name, which must
/// be free; then the folder is synced. When a call returns, what it wrote survives a crash of the machine.
struct DurableFile: Sendable {
  let calls: FileSystemCalls

  /// Creates a file that is never replaced.
  /// - Throws: `SystemCallError`, EEXIST when the name is taken.
  func create(_ name: String, in folder: String, bytes: [UInt8]) throws(SystemCallError) {
    let temporary = "\(folder)/\(TemporaryName.random())"
    do throws(SystemCallError) {
      let descriptor = try calls.open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      try closing(descriptor) { () throws(SystemCallError) in
        try write(bytes, to: descriptor)
        try calls.fsync(descriptor)
      }
      try giveName("\(folder)/\(name)", to: temporary)
    } catch {
      // Best effort: the name marks the file as a leftover, which the next write clears.
      try? calls.unlink(temporary)
      throw error
    }
    try syncFolder(folder)
  }

  /// Appends bytes at `length`, the end of what counts in the file: what stands behind it is the remains of a crash
  /// and is cut off. When it fails, the file is cut back to `length`.
  func append(_ bytes: [UInt8], to path: String, at length: Int) throws(SystemCallError) {
    let descriptor = try calls.open(path, O_WRONLY | O_CREAT | O_APPEND, 0o666)
    try closing(descriptor) { () throws(SystemCallError) in
      do throws(SystemCallError) {
        try calls.truncate(descriptor, length)
        try write(bytes, to: descriptor)
        try calls.fsync(descriptor)
      } catch {
        // Best effort: a line that is only half there has no newline and is cut off by the next write.
        try? calls.truncate(descriptor, length)
        throw error
      }
    }
  }

  /// Makes an empty file where there is none; its name becomes durable with `syncFolder`.
  func touch(_ path: String) throws(SystemCallError) {
    try calls.close(try calls.open(path, O_WRONLY | O_CREAT, 0o666))
  }

  /// Replaces the content of an open file; for the lock, whose content is no part of the archive's promise.
  func overwrite(_ descriptor: Int32, with bytes: [UInt8]) throws(SystemCallError) {
    try calls.truncate(descriptor, 0)
    try write(bytes, to: descriptor)
    try calls.fsync(descriptor)
  }

  /// Makes a folder; one that exists is fine.
  func makeFolder(_ path: String) throws(SystemCallError) {
    do throws(SystemCallError) {
      try calls.mkdir(path)
    } catch  where error.number == EEXIST {}
  }

  /// Makes the entries of a folder durable.
  func syncFolder(_ path: String) throws(SystemCallError) {
    try syncFile(path, flags: O_RDONLY | O_DIRECTORY)
  }

  /// Makes a file's content durable that somebody else may have written.
  func syncFile(_ path: String, flags: Int32 = O_RDONLY) throws(SystemCallError) {
    let descriptor = try calls.open(path, flags, 0)
    try closing(descriptor) { () throws(SystemCallError) in try calls.fsync(descriptor) }
  }

  /// Removes a file that nothing refers to; one that is gone already is fine.
  func remove(_ path: String) throws(SystemCallError) {
    do throws(SystemCallError) {
      try calls.unlink(path)
    } catch  where error.number == ENOENT {}
  }

  private func giveName(_ path: String, to temporary: String) throws(SystemCallError) {
    do throws(SystemCallError) {
      try calls.link(temporary, path)
    } catch  where [EPERM, ENOTSUP, ENOSYS].contains(error.number) {
      // A file system without hard links (FAT, some network shares). The lock keeps other runs out between the two.
      guard !FileReading.exists(path) else { throw SystemCallError(call: "rename", number: EEXIST) }
      try calls.rename(temporary, path)
      return
    }
    try calls.unlink(temporary)
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemCallError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = try calls.write(descriptor, rest)
      guard written > 0 else { throw SystemCallError(call: "write", number: EIO) }
      rest = rest.dropFirst(written)
    }
  }

  /// Runs the body and closes the descriptor; a failure of close(2) counts, since it may be the only report of lost data.
  private func closing(_ descriptor: Int32, _ body: () throws(SystemCallError) -> Void) throws(SystemCallError) {
    do throws(SystemCallError) {
      try body()
    } catch {
      try? calls.close(descriptor)
      throw error
    }
    try calls.close(descriptor)
  }
}
