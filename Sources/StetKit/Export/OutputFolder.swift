internal import Glibc
package import StetArchive

/// A folder that gets its name only when everything is in it: until `commit` it is a draft, which is removed when it is let
/// go before.
package final class OutputFolder {
  /// As it was named.
  private let path: String
  /// Where it is to stand: where a link leads.
  private let place: String
  private let calls: FileSystemCalls
  private let draft: OutputDraft
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
    let found = try OutputPlace(path)
    switch found.kind {
    case .nothing: break
    case .folder:
      guard OutputName.all(in: path).isEmpty else {
        throw ExportError(SystemCallError(call: "rename", number: ENOTEMPTY), path)
      }
    case .file, .stream, .descriptor:
      throw ExportError(
        code: .occupied, message: "Cannot write '\(path)': it is a file. Name a folder.", subject: path)
    }
    // A link stays a link.
    place = found.path
    do throws(SystemCallError) {
      draft = try OutputDraft.folder(for: place, calls)
    } catch {
      throw ExportError(error, path)
    }
  }

  deinit { if !isCommitted { draft.remove() } }

  /// Writes a file; the folders that its name has are made.
  package func write(_ name: String, _ bytes: [UInt8]) throws(ExportError) {
    do throws(SystemCallError) {
      if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) { try makeFolder(name[..<slash]) }
      let descriptor = try calls.open("\(draft.path)/\(name)", O_WRONLY | O_CREAT | O_EXCL, 0o666)
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
      try calls.mkdir("\(draft.path)/\(name)")
    } catch  where error.number == EEXIST {}
    lastFolder = String(name)
  }

  /// Gives the folder its name, in the place of an empty one that has it.
  package func commit() throws(ExportError) {
    do throws(SystemCallError) {
      // Everything at once, which is far faster than file after file. On Linux sync(2) waits for the disks.
      sync()
      try calls.rename(draft.path, place)
      isCommitted = true
    } catch {
      throw ExportError(error, path)
    }
  }
}
