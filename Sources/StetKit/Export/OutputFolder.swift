internal import Glibc
package import StetArchive

/// A folder that gets its name only when everything is in it: until `commit` it stands beside it under a temporary name,
/// and is removed when it is let go before.
package final class OutputFolder {
  private let path: String
  private let calls: FileSystemCalls
  private let temporary: String
  /// The folder that was made last, below it: the next file is likely to go there too. Not all of them are kept, so that
  /// a large export takes no more memory than a small one.
  private var lastFolder = ""
  private var isCommitted = false

  /// - Throws: `ExportError`, `occupied` when there is anything in the folder already.
  package init(_ path: String, calls: FileSystemCalls = .system) throws(ExportError) {
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

  /// Writes a file; the folders that its name has are made.
  package func write(_ name: String, _ bytes: [UInt8]) throws(ExportError) {
    do throws(SystemCallError) {
      if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeFolder(name[..<slash]) }
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

  private func makeFolder(_ name: Substring) throws(SystemCallError) {
    guard lastFolder != name else { return }
    if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeFolder(name[..<slash]) }
    do throws(SystemCallError) {
      try calls.mkdir("\(temporary)/\(name)")
    } catch  where error.number == EEXIST {}
    lastFolder = String(name)
  }

  /// Gives the folder its name, in the place of an empty one that has it.
  package func commit() throws(ExportError) {
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

  /// Removes what this export has made. Nobody else knows the name, so that nothing else is in it.
  private static func remove(_ path: String, _ calls: FileSystemCalls) {
    for name in names(in: path) {
      let inner = "\(path)/\(name)"
      // What is no folder goes at once; a link is never followed.
      if (try? calls.unlink(inner)) == nil { remove(inner, calls) }
    }
    try? calls.rmdir(path)
  }
}
