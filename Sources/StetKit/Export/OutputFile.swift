internal import Glibc
internal import StetArchive

/// A file that gets its name only when it is whole: until `commit` it is a draft, which is removed when it is let go before.
/// What is no regular file (a pipe, a device) is written to directly.
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
    var facts = stat()
    let exists = stat(path, &facts) == 0
    if exists, facts.st_mode & S_IFMT == S_IFDIR {
      throw ExportError(
        code: .occupied, message: "Cannot write '\(path)': it is a folder. Name a file.", subject: path)
    }
    // A link stays a link: what it leads to is replaced.
    self.path = exists ? Archive.real(path) ?? path : path
    let isRegular = !exists || facts.st_mode & S_IFMT == S_IFREG
    do throws(SystemCallError) {
      draft = isRegular ? try OutputDraft.file(for: self.path, calls) : nil
      if let draft { descriptor = try draft.opened() } else { descriptor = try calls.open(path, O_WRONLY, 0) }
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
