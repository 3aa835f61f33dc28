internal import Glibc
internal import StetArchive

/// A folder that gets its name only when everything is in it: until `commit` it stands beside it under a temporary name,
/// and is removed when it is let go before.
final class OutputFolder {
  private let path: String
  private let calls: FileSystemCalls
  private let temporary: String
  /// Folders made below it, and files written, by path below it; needed to take everything back.
  private var folders: Set<String> = []
  private var isCommitted = false

  /// - Throws: `ExportError`, `occupied` when there is anything in the folder already.
  init(_ path: String, calls: FileSystemCalls = .system) throws(ExportError) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.calls = calls
    temporary = OutputName.temporary(in: OutputName.folder(of: path))
    var facts = stat()
    if stat(path, &facts) == 0 {
      guard facts.st_mode & S_IFMT == S_IFDIR else {
        isCommitted = true
        throw ExportError(
          code: .occupied, message: "Cannot write '\(path)': it is a file. Name a folder.", subject: path)
      }
      guard Self.names(in: path).isEmpty else {
        isCommitted = true
        throw ExportError(SystemCallError(call: "rename", number: ENOTEMPTY), path)
      }
    }
    do throws(SystemCallError) {
      try calls.mkdir(temporary)
    } catch {
      isCommitted = true
      throw ExportError(error, path)
    }
  }

  deinit { if !isCommitted { Self.remove(temporary, calls) } }

  /// Writes a file, at most one folder down.
  func write(_ name: String, _ bytes: [UInt8]) throws(ExportError) {
    do throws(SystemCallError) {
      if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
        let folder = String(name[..<slash])
        if folders.insert(folder).inserted { try calls.mkdir("\(temporary)/\(folder)") }
      }
      let descriptor = try calls.open("\(temporary)/\(name)", O_WRONLY | O_CREAT | O_EXCL, 0o666)
      do throws(SystemCallError) {
        var rest = bytes[...]
        while !rest.isEmpty {
          let written = try calls.write(descriptor, rest)
          guard written > 0 else { throw SystemCallError(call: "write", number: EIO) }
          rest = rest.dropFirst(written)
        }
      } catch {
        try? calls.close(descriptor)
        throw error
      }
      try calls.close(descriptor)
    } catch {
      throw ExportError(error, path)
    }
  }

  /// Gives the folder its name, in the place of an empty one that has it.
  func commit() throws(ExportError) {
    do throws(SystemCallError) {
      // Everything at once, which is far faster than file after file. On Linux sync(2) waits for the disks.
      sync()
      try calls.rename(temporary, path)
      isCommitted = true
    } catch {
      throw ExportError(error, path)
    }
  }

  private static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes what this export has made: files, and folders one step down.
  private static func remove(_ path: String, _ calls: FileSystemCalls) {
    for name in names(in: path) {
      let inner = "\(path)/\(name)"
      for file in names(in: inner) { try? calls.unlink("\(inner)/\(file)") }
      try? calls.rmdir(inner)
      try? calls.unlink(inner)
    }
    try? calls.rmdir(path)
  }
}
