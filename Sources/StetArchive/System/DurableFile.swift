internal import Glibc

/// The one way in which anything is written into an archive.
///
/// A new file is written under a temporary name in its own folder, synced, and only then given its name, which must
/// be free; then the folder is synced. When a call returns, what it wrote survives a crash of the machine.
struct DurableFile: Sendable {
  let calls: FileSystemCalls
  private let suspects = SuspectFiles()

  init(calls: FileSystemCalls) { self.calls = calls }

  /// Creates a file that is never replaced.
  /// - Throws: `SystemCallError`, EEXIST when the name is taken.
  func create(_ name: String, in folder: String, bytes: [UInt8]) throws(SystemCallError) {
    let new = try begin(in: folder, bytes: bytes)
    do throws(SystemCallError) {
      try finish(new, sync([new])[0])
      try giveName("\(folder)/\(name)", to: new.path)
    } catch {
      discard(new)
      throw error
    }
    try syncFolder(folder)
  }

  /// Puts a file in the place of another, which need not exist: at any moment one of the two stands there, whole.
  func replace(_ name: String, in folder: String, bytes: [UInt8]) throws(SystemCallError) {
    try replace(name, in: folder, by: try begin(in: folder, bytes: bytes))
  }

  /// The same with a new file that `begin` began, written to its end by now.
  func replace(_ name: String, in folder: String, by new: UnsyncedFile) throws(SystemCallError) {
    do throws(SystemCallError) {
      try finish(new, sync([new])[0])
      try calls.rename(new.path, "\(folder)/\(name)")
    } catch {
      discard(new)
      throw error
    }
    try syncFolder(folder)
  }

  /// Appends bytes at `length`, the end of what counts in the file: what stands behind it is the remains of a crash
  /// and is cut off. When it fails, the file is cut back to `length`.
  func append(_ bytes: [UInt8], to path: String, at length: Int) throws(SystemCallError) {
    let appended = try beginAppending(bytes, to: path, at: length)
    do throws(SystemCallError) {
      if let error = sync([appended])[0] { throw error }
    } catch {
      cutBack(appended, to: length)
      throw error
    }
    try calls.close(appended.descriptor)
  }

  /// Appends bytes that may be lost: they can be had from elsewhere.
  func appendLoosely(_ bytes: [UInt8], to path: String) throws(SystemCallError) {
    let descriptor = try calls.openOwn(path, O_WRONLY | O_CREAT | O_APPEND, 0o666)
    try closing(descriptor) { () throws(SystemCallError) in try write(bytes, to: descriptor) }
  }

  // MARK: In steps, for several files that share the wait for the disk

  /// Writes a new file under a temporary name.
  func begin(in folder: String, bytes: [UInt8]) throws(SystemCallError) -> UnsyncedFile {
    let path = "\(folder)/\(TemporaryName.random())"
    let file = UnsyncedFile(descriptor: try calls.openOwn(path, O_WRONLY | O_CREAT | O_EXCL, 0o666), path: path)
    do throws(SystemCallError) {
      try write(bytes, to: file.descriptor)
    } catch {
      try? calls.close(file.descriptor)
      discard(file)
      throw error
    }
    return file
  }

  /// Writes behind `length`, as `append` does.
  func beginAppending(_ bytes: [UInt8], to path: String, at length: Int) throws(SystemCallError) -> UnsyncedFile {
    if suspects.contains(path) {
      // What stands in it may be on no disk, and no fsync would tell: it is written anew, into another file.
      try renew(path, length: length)
      suspects.remove(path)
    }
    let file = UnsyncedFile(descriptor: try calls.openOwn(path, O_WRONLY | O_CREAT | O_APPEND, 0o666), path: path)
    do throws(SystemCallError) {
      try calls.truncate(file.descriptor, length)
      try write(bytes, to: file.descriptor)
    } catch {
      cutBack(file, to: length)
      throw error
    }
    return file
  }

  /// Makes the content of several files durable.
  /// - Returns: for each file its error, nil when it is durable. After an error the system may have dropped what it
  ///   could not write and take it for written: a second fsync proves nothing.
  func sync(_ files: [UnsyncedFile]) -> [SystemCallError?] {
    let errors = SyncThreads.sync(files.map(\.descriptor), threads: calls.syncThreads, calls: calls)
    for (file, error) in zip(files, errors) where error != nil { suspects.insert(file.path) }
    return errors
  }

  /// Makes the entries of several folders durable.
  /// - Returns: for each folder its error, nil when it is durable.
  func syncFolders(_ paths: [String]) -> [SystemCallError?] {
    var errors = [SystemCallError?](repeating: nil, count: paths.count)
    var open: [(index: Int, folder: UnsyncedFile)] = []
    for (index, path) in paths.enumerated() {
      do throws(SystemCallError) {
        open.append((index, UnsyncedFile(descriptor: try calls.open(path, O_RDONLY | O_DIRECTORY, 0), path: path)))
      } catch {
        errors[index] = error
      }
    }
    for (found, error) in zip(open, sync(open.map(\.folder))) {
      do throws(SystemCallError) {
        try finish(found.folder, error)
      } catch {
        errors[found.index] = error
      }
    }
    return errors
  }

  /// Closes a file after its fsync; a failure of close(2) counts, since it may be the only report of lost data.
  /// - Parameter error: what the fsync answered.
  func finish(_ file: UnsyncedFile, _ error: SystemCallError?) throws(SystemCallError) {
    if let error {
      try? calls.close(file.descriptor)
      throw error
    }
    try calls.close(file.descriptor)
  }

  /// Removes a new file that has not got its name.
  func discard(_ file: UnsyncedFile) {
    suspects.remove(file.path)
    // Best effort: the name marks the file as a leftover, which the next write clears.
    try? calls.unlink(file.path)
  }

  /// Closes a file that was appended to and takes back what was written.
  func cutBack(_ file: UnsyncedFile, to length: Int) {
    // Best effort: a line that is only half there has no newline and is cut off by the next write.
    try? calls.truncate(file.descriptor, length)
    try? calls.close(file.descriptor)
  }

  /// Makes an empty file where there is none; its name becomes durable with `syncFolder`.
  func touch(_ path: String) throws(SystemCallError) {
    try calls.close(try calls.openOwn(path, O_WRONLY | O_CREAT, 0o666))
  }

  /// Replaces the content of a file that was just opened, or empties it; for the lock.
  ///
  /// The file is never empty in between: an empty lock says that the last run ended well.
  func overwrite(_ descriptor: Int32, with bytes: [UInt8]) throws(SystemCallError) {
    try write(bytes, to: descriptor)
    try calls.truncate(descriptor, bytes.count)
    try calls.fsync(descriptor)
  }

  /// Makes a folder; one that exists is fine.
  func makeFolder(_ path: String) throws(SystemCallError) {
    do throws(SystemCallError) {
      try calls.mkdir(path)
    } catch  where error.number == EEXIST {}
  }

  /// Makes a folder below an archive's root and those above it. Those at the archive's top may be links, what is below
  /// them may not.
  func makeFolders(_ folder: String, below layout: ArchiveLayout) throws(SystemCallError) {
    for (depth, path) in ArchiveLayout.withAncestors(folder).dropLast().reversed().enumerated() {
      let path = layout.absolute(path)
      if depth > 0, FileReading.isLink(path) { throw SystemCallError(call: "mkdir", number: ELOOP) }
      try makeFolder(path)
    }
  }

  /// Makes the entries of a folder durable.
  func syncFolder(_ path: String) throws(SystemCallError) {
    // The archive's own folder may be a link, and so may those at its top.
    try syncAndClose(try calls.open(path, O_RDONLY | O_DIRECTORY, 0))
  }

  /// Makes a file's content durable that somebody else may have written.
  func syncFile(_ path: String) throws(SystemCallError) { try syncAndClose(try calls.openOwn(path, O_RDONLY)) }

  private func syncAndClose(_ descriptor: Int32) throws(SystemCallError) {
    try closing(descriptor) { () throws(SystemCallError) in try calls.fsync(descriptor) }
  }

  /// Removes a file that nothing refers to; one that is gone already is fine.
  func remove(_ path: String) throws(SystemCallError) {
    do throws(SystemCallError) {
      try calls.unlink(path)
    } catch  where error.number == ENOENT {}
  }

  /// Gives a new file its name, which must be free; durable with the next `syncFolder`.
  func giveName(_ path: String, to temporary: String) throws(SystemCallError) {
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

  private func renew(_ path: String, length: Int) throws(SystemCallError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let bytes = try FileReading.bytes(of: path).prefix(length)
    try replace(String(parts.last ?? ""), in: parts.dropLast().joined(separator: "/"), bytes: Array(bytes))
  }

  /// Writes behind what was written before.
  func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemCallError) {
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
