internal import Glibc
internal import StetArchive

/// A file that gets its name only when it is whole: until `commit` it stands beside it under a temporary name, and is
/// removed when it is let go before. What is no regular file (a pipe, a device) is written to directly.
final class OutputFile {
  private let path: String
  private let calls: FileSystemCalls
  private let temporary: String?
  private var descriptor: Int32?
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
    self.path = exists ? OutputFile.resolved(path) : path
    let isRegular = !exists || facts.st_mode & S_IFMT == S_IFREG
    temporary = isRegular ? OutputName.temporary(in: OutputName.folder(of: self.path)) : nil
    do throws(SystemCallError) {
      if let temporary {
        descriptor = try calls.open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
      } else {
        descriptor = try calls.open(path, O_WRONLY, 0)
      }
    } catch {
      throw ExportError(error, path)
    }
  }

  deinit {
    if let descriptor { try? calls.close(descriptor) }
    // Nothing half done stays behind.
    if let temporary { try? calls.unlink(temporary) }
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
      if temporary != nil { try calls.fsync(open) }
      descriptor = nil
      try calls.close(open)
      guard let temporary else { return }
      try calls.rename(temporary, path)
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

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
