internal import Glibc
internal import StetArchive

/// A file that gets its name only when it is whole: until `commit` it is a draft, which is removed when it is let go before.
/// What cannot be replaced (a pipe, a device, a file that this process has open) is written to directly.
final class OutputFile {
  private let path: String
  private let calls: FileSystemCalls
  /// nil for what is written to directly.
  private let draft: OutputDraft?
  private var descriptor: Int32?
  private var isCommitted = false
  private var buffer: [UInt8] = []
  private static let capacity = 256 * 1024

  /// - Throws: `ExportError`.
  init(_ path: String, calls: FileSystemCalls = .system) throws(ExportError) {
    self.calls = calls
    let place = try OutputPlace(path)
    // A link stays a link: what it leads to is replaced.
    self.path = place.path
    do throws(SystemCallError) {
      switch place.kind {
      case .nothing, .file:
        let draft = try OutputDraft.file(for: place.path, calls)
        self.draft = draft
        descriptor = try draft.opened()
      case .stream:
        draft = nil
        descriptor = try calls.open(path, O_WRONLY, 0)
      case .descriptor(let number):
        draft = nil
        descriptor = try Self.copy(of: number)
      case .folder: throw SystemCallError(call: "open", number: EISDIR)
      }
    } catch {
      throw ExportError(error, path)
    }
  }

  deinit {
    if let descriptor { try? calls.close(descriptor) }
    // Nothing half done stays behind.
    if !isCommitted { draft?.remove() }
  }

  /// Adds bytes.
  func write(_ bytes: some Collection<UInt8>) throws(ExportError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Makes the file durable and gives it its name, in the place of a file that has it.
  func commit() throws(ExportError) {
    try flush()
    guard let open = descriptor else { return }
    do throws(SystemCallError) {
      if draft != nil { try calls.fsync(open) }
      descriptor = nil
      try calls.close(open)
      guard let draft else { return }
      try calls.rename(draft.path, path)
      isCommitted = true
      let folder = try calls.open(OutputName.folder(of: path), O_RDONLY | O_DIRECTORY, 0)
      defer { try? calls.close(folder) }
      try calls.fsync(folder)
    } catch {
      throw ExportError(error, path)
    }
  }

  private static func copy(of descriptor: Int32) throws(SystemCallError) -> Int32 {
    // What the shell has open is inherited; what this program has opened itself is none of anybody's.
    guard descriptor <= STDERR_FILENO || fcntl(descriptor, F_GETFD) & FD_CLOEXEC == 0 else {
      throw SystemCallError(call: "fcntl", number: EBADF)
    }
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemCallError(call: "fcntl", number: errno) }
    return copy
  }

  private func flush() throws(ExportError) {
    guard let descriptor else { return }
    defer { buffer.removeAll(keepingCapacity: true) }
    var rest = buffer[...]
    while !rest.isEmpty {
      do throws(SystemCallError) {
        let written = try calls.write(descriptor, rest)
        guard written > 0 else { throw SystemCallError(call: "write", number: EIO) }
        rest = rest.dropFirst(written)
      } catch {
        throw ExportError(error, path)
      }
    }
  }
}
