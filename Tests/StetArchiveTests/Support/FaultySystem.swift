import Glibc
import StetArchive
import Synchronization

/// System calls that fail or end the run at a chosen moment, and can lose what was not synced, as a power cut does.
final class FaultySystem: Sendable {
  enum Fault: Sendable {
    /// Nothing happens: counts the calls.
    case none
    /// One call fails with an error number and does nothing; a write is done by half.
    case failure(Int32)
    /// The call is not made, nor any after it.
    case crashBefore
    /// The call is made, and none after it.
    case crashAfter
  }

  private struct State {
    var calls = 0
    var counts: [String: Int] = [:]
    var isDead = false
    var paths: [Int32: String] = [:]
    var syncedLengths: [String: Int] = [:]
    var dirty: Set<String> = []
    /// Files whose fsync failed, with the length that is on the disk: what was to follow never gets there, whatever a
    /// later fsync says.
    var lost: [String: Int] = [:]
    /// Names whose folder has not been synced since they were made.
    var freshNames: [String: [String]] = [:]
  }

  private let state = Mutex(State())
  private let fault: Fault
  private let moment: Int

  init(_ fault: Fault, at moment: Int = 0) {
    self.fault = fault
    self.moment = moment
  }

  var callCount: Int { state.withLock(\.calls) }

  func count(of name: String) -> Int { state.withLock { $0.counts[name] ?? 0 } }

  /// Whether the chosen moment came.
  var hasStruck: Bool { callCount >= moment }

  /// What a machine whose power is cut may have lost: everything that was not synced.
  func cutPower() {
    state.withLock { state in
      for path in state.dirty { truncate(path, off_t(state.syncedLengths[path] ?? 0)) }
      for path in state.freshNames.values.joined() {
        if unlink(path) != 0 { removeTree(path) }
      }
    }
  }

  private func gate<T>(
    _ name: String, _ call: (_ halfOnly: Bool) throws(SystemCallError) -> T
  ) throws(SystemCallError) -> T {
    let dead = SystemCallError(call: name, number: EIO)
    let turn = state.withLock { state -> Int? in
      if state.isDead { return nil }
      state.calls += 1
      state.counts[name, default: 0] += 1
      return state.calls
    }
    guard let turn else { throw dead }
    guard turn == moment else { return try call(false) }
    switch fault {
    case .none: return try call(false)
    case .failure(let number):
      if name == "write" { return try call(true) }
      throw SystemCallError(call: name, number: number)
    case .crashBefore:
      state.withLock { $0.isDead = true }
      throw dead
    case .crashAfter:
      defer { state.withLock { $0.isDead = true } }
      _ = try call(false)
      throw dead
    }
  }

  private func noteName(_ path: String) {
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    state.withLock { $0.freshNames["/" + folder, default: []].append(path) }
  }

  private func forget(_ path: String) {
    state.withLock { state in
      for folder in state.freshNames.keys { state.freshNames[folder]?.removeAll { $0 == path } }
      state.dirty.remove(path)
      state.lost[path] = nil
    }
  }

  /// A second name for a file, which is as durable as the first.
  private func noteContent(of new: String, as old: String) {
    state.withLock { state in
      state.lost[new] = state.lost[old]
      state.syncedLengths[new] = state.syncedLengths[old]
      if state.dirty.contains(old) { state.dirty.insert(new) } else { state.dirty.remove(new) }
    }
  }

  private func noteFailedSync(_ descriptor: Int32) {
    state.withLock { state in
      guard let path = state.paths[descriptor], state.dirty.contains(path), state.lost[path] == nil else { return }
      state.lost[path] = state.syncedLengths[path] ?? 0
    }
  }

  var calls: FileSystemCalls {
    let system = FileSystemCalls.system
    var calls = system
    // One after the other: the order of the calls, and so the moment, is the same in every run.
    calls.syncThreads = 1
    calls.open = { (path, flags, mode) throws(SystemCallError) in
      try self.gate("open") { (_) throws(SystemCallError) in
        let isNew = flags & O_CREAT != 0 && !exists(path)
        let descriptor = try system.open(path, flags, mode)
        if isNew { self.noteName(path) }
        let length = Int(lseek(descriptor, 0, SEEK_END))
        lseek(descriptor, 0, SEEK_SET)
        self.state.withLock { state in
          state.paths[descriptor] = path
          if !state.dirty.contains(path) { state.syncedLengths[path] = isNew ? 0 : length }
        }
        return descriptor
      }
    }
    calls.write = { (descriptor, bytes) throws(SystemCallError) in
      let result = try self.gate("write") { (halfOnly) throws(SystemCallError) -> (Int, Bool) in
        self.touch(descriptor)
        let part = halfOnly ? bytes.prefix(bytes.count / 2) : bytes
        return (part.isEmpty ? 0 : try system.write(descriptor, part), halfOnly)
      }
      if result.1, case .failure(let number) = self.fault { throw SystemCallError(call: "write", number: number) }
      return result.0
    }
    // The test's disk need not be slow: what counts is what was synced.
    calls.fsync = { (descriptor) throws(SystemCallError) in
      do throws(SystemCallError) {
        try self.gate("fsync") { (_) throws(SystemCallError) in self.noteSync(descriptor) }
      } catch {
        self.noteFailedSync(descriptor)
        throw error
      }
    }
    calls.close = { (descriptor) throws(SystemCallError) in
      // The system closes the files of a dead process.
      try system.close(descriptor)
      try self.gate("close") { (_) throws(SystemCallError) in () }
    }
    calls.link = { (old, new) throws(SystemCallError) in
      try self.gate("link") { (_) throws(SystemCallError) in
        try system.link(old, new)
        self.noteName(new)
        self.noteContent(of: new, as: old)
      }
    }
    calls.rename = { (old, new) throws(SystemCallError) in
      try self.gate("rename") { (_) throws(SystemCallError) in
        // Of a file that is replaced the old one or the new one is there after a power cut; here it is the new one.
        let isNew = !exists(new)
        try system.rename(old, new)
        if isNew { self.noteName(new) }
        self.noteContent(of: new, as: old)
        self.forget(old)
      }
    }
    calls.unlink = { (path) throws(SystemCallError) in
      try self.gate("unlink") { (_) throws(SystemCallError) in
        try system.unlink(path)
        self.forget(path)
      }
    }
    calls.mkdir = { (path) throws(SystemCallError) in
      try self.gate("mkdir") { (_) throws(SystemCallError) in
        try system.mkdir(path)
        self.noteName(path)
      }
    }
    calls.rmdir = { (path) throws(SystemCallError) in
      try self.gate("rmdir") { (_) throws(SystemCallError) in
        try system.rmdir(path)
        self.forget(path)
      }
    }
    calls.truncate = { (descriptor, length) throws(SystemCallError) in
      try self.gate("ftruncate") { (_) throws(SystemCallError) in
        self.touch(descriptor)
        try system.truncate(descriptor, length)
      }
    }
    return calls
  }

  private func touch(_ descriptor: Int32) {
    state.withLock { state in
      if let path = state.paths[descriptor] { state.dirty.insert(path) }
    }
  }

  private func noteSync(_ descriptor: Int32) {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { return }
    let isFolder = facts.st_mode & S_IFMT == S_IFDIR
    let length = Int(facts.st_size)
    state.withLock { state in
      guard let path = state.paths[descriptor] else { return }
      if isFolder {
        state.freshNames[path] = nil
      } else if let onDisk = state.lost[path] {
        state.dirty.insert(path)
        state.syncedLengths[path] = onDisk
      } else {
        state.dirty.remove(path)
        state.syncedLengths[path] = length
      }
    }
  }
}
