internal import Glibc
internal import Synchronization

/// Notes which pages a writer is about to change, so that an index finds out without looking at every page.
///
/// A line is written before the page's first file is touched, and is as safe as the machine is; only the first one of a
/// run is synced. A journal that cannot be written fails nothing: it is removed, and the next reader of the index looks
/// at every page.
final class ChangeJournal: Sendable {
  /// How large a journal grows before a new one takes its place.
  static let maximumLength = 1 << 20

  private struct State {
    var descriptor: Int32?
    /// Folders noted since all had settled.
    var noted: Set<String> = []
    /// Whether a change may have gone by without a line.
    var missedSome = false
  }

  private let layout: ArchiveLayout
  private let calls: FileSystemCalls
  private let state = Mutex(State())

  init(layout: ArchiveLayout, calls: FileSystemCalls) {
    self.layout = layout
    self.calls = calls
  }

  /// How many pages were noted since all had settled.
  var unsettledCount: Int { state.withLock { $0.noted.count } }

  /// Whether this run has written anything.
  var hasBegun: Bool { state.withLock { $0.descriptor != nil || $0.missedSome } }

  /// System calls that note a page before anything in its folder is made, renamed or removed: whoever writes through
  /// them cannot forget to.
  func watching(_ calls: FileSystemCalls) -> FileSystemCalls {
    var watched = calls
    watched.open = { (path, flags, mode) throws(SystemCallError) in
      if flags & (O_WRONLY | O_RDWR | O_CREAT) != 0 { self.note(path) }
      return try calls.open(path, flags, mode)
    }
    watched.link = { (old, new) throws(SystemCallError) in
      self.note(new)
      try calls.link(old, new)
    }
    watched.rename = { (old, new) throws(SystemCallError) in
      self.note(old)
      self.note(new)
      try calls.rename(old, new)
    }
    watched.unlink = { (path) throws(SystemCallError) in
      self.note(path)
      try calls.unlink(path)
    }
    return watched
  }

  /// Notes that everything noted so far has come to its end: nothing of it changes any more until it is noted again.
  func settle() {
    state.withLock { state in
      guard !state.noted.isEmpty else { return }
      state.noted = []
      append(JournalText.settled, &state)
    }
  }

  /// Ends the run.
  func end() {
    state.withLock { state in
      if state.missedSome { append("", &state) }
      guard state.descriptor != nil else { return }
      append(JournalText.end, &state)
      if let descriptor = state.descriptor { try? calls.close(descriptor) }
      state = State()
    }
  }

  /// Notes the page in whose folder a path stands; other paths are no page's.
  private func note(_ path: String) {
    guard let folder = pageFolder(of: path) else { return }
    state.withLock { state in
      if state.noted.insert(folder).inserted { append(JournalText.note(folder), &state) }
    }
  }

  /// `pages/<host>/<page>` of a path in it.
  private func pageFolder(of path: String) -> String? {
    let root = layout.absolute("")
    guard path.hasPrefix(root) else { return nil }
    let steps = path.dropFirst(root.count).split(separator: "/")
    // The folder itself, which may get its name when all is in it, or a file in it.
    guard (3...4).contains(steps.count), steps[0] == ArchiveLayout.pages, FolderName.isPageFolder(String(steps[2]))
    else {
      return nil
    }
    return steps.prefix(3).joined(separator: "/")
  }

  private func append(_ text: String, _ state: inout State) {
    do throws(SystemCallError) {
      if let descriptor = state.descriptor { return try write(text, to: descriptor) }
      let descriptor = try open()
      do throws(SystemCallError) {
        try write(JournalText.begin() + (state.missedSome ? JournalText.everything : "") + text, to: descriptor)
        // After a power cut the open run is what says that lines may be missing.
        try calls.fsync(descriptor)
      } catch {
        try? calls.close(descriptor)
        throw error
      }
      state.descriptor = descriptor
      state.missedSome = false
    } catch {
      if let descriptor = state.descriptor { try? calls.close(descriptor) }
      state.descriptor = nil
      state.missedSome = true
      // Without a journal a reader trusts nothing.
      try? calls.unlink(layout.absolute(JournalText.path))
    }
  }

  /// Opens the journal for appending, a new one where there is none that can be used.
  private func open() throws(SystemCallError) -> Int32 {
    let path = layout.absolute(JournalText.path)
    let bytes = try? FileReading.bytes(of: path)
    let isUsable = bytes.map { JournalText.identifier(of: $0) != nil && $0.count < Self.maximumLength } ?? false
    if !isUsable {
      try Self.create(layout, calls: calls, replacing: bytes != nil)
    } else if let bytes, bytes.last != UInt8(ascii: "\n") {
      // A line that a crash cut short must not run into the next one.
      let descriptor = try calls.openOwn(path, O_WRONLY | O_APPEND)
      try write("\n", to: descriptor)
      return descriptor
    }
    return try calls.openOwn(path, O_WRONLY | O_APPEND)
  }

  /// Makes a journal. Of two that do so at once one fails with EEXIST.
  static func create(
    _ layout: ArchiveLayout, calls: FileSystemCalls, replacing: Bool = false
  ) throws(SystemCallError) {
    let file = DurableFile(calls: calls)
    try file.makeFolder(layout.absolute(ArchiveLayout.state))
    if replacing { try file.remove(layout.absolute(JournalText.path)) }
    try file.create(
      JournalText.name, in: layout.absolute(ArchiveLayout.state), bytes: Array(JournalText.newHeader().utf8))
  }

  private func write(_ text: String, to descriptor: Int32) throws(SystemCallError) {
    let bytes = Array(text.utf8)
    // One call, so that another process never reads half a line that is still being written.
    let written = bytes.isEmpty ? 0 : try calls.write(descriptor, bytes[...])
    guard written == bytes.count else { throw SystemCallError(call: "write", number: ENOSPC) }
  }
}
