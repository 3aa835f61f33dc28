internal import Glibc
public import StetWARC

/// A file of captures: WARC, plain or gzip, or WACZ, a ZIP archive of them.
public struct WebArchive: Sendable {
  /// The file's path.
  public let path: String
  /// The WARC files in it, in order.
  public let files: [WARCFile]

  /// Opens a file.
  /// - Throws: `InputError`: `noSuchFile`, `isFolder`, `cannotRead`, for a pipe or a device, too; `damaged` for a ZIP archive that is not whole or holds
  ///   WARC files in a form that cannot be read.
  public init(_ path: String) throws(InputError) {
    self.path = path
    // A device may never end, and what is read more than once cannot come out of a pipe.
    var status = stat()
    if stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      throw InputError(
        .cannotRead,
        "Cannot read '\(path)': it is no regular file, and captures are read more than once. "
          + "Save them to a file first.", subject: path, cause: nil)
    }
    do throws(WARCError) {
      let whole = try WARCFile(path)
      guard let directory = try ZIPDirectory(whole) else {
        files = [whole]
        return
      }
      files = try Self.members(of: directory, path)
    } catch {
      throw Self.inputError(error, path)
    }
  }

  /// Whether a file is one of captures, by its name or its first bytes.
  public static func isOne(_ path: String) -> Bool {
    let endings = [".warc", ".warc.gz", ".wacz"]
    if endings.contains(where: path.hasSuffix) { return access(path, F_OK) == 0 }
    guard let file = try? WARCFile(path), file.length > 0, let start = try? file.read(4, at: 0) else { return false }
    // Reading the first head is cheap, but most files need not even that.
    guard start.starts(with: [0x1F, 0x8B]) || start == Array("WARC".utf8) else { return false }
    return (try? file.reader().next()) != nil
  }

  /// An error of a file as one of an input.
  static func inputError(_ error: WARCError, _ path: String) -> InputError {
    let code: InputError.Code =
      switch error.code {
      case .noSuchFile: .noSuchFile
      case .cannotRead: error.cause == EISDIR ? .isFolder : .cannotRead
      default: .damaged
      }
    let message = error.message.contains(path) ? error.message : "In '\(path)': \(error.message)"
    return InputError(code, message, subject: path, cause: error.cause)
  }

  private static func members(of directory: ZIPDirectory, _ path: String) throws(WARCError) -> [WARCFile] {
    var files: [WARCFile] = []
    for entry in directory.entries where [".warc", ".warc.gz"].contains(where: entry.name.hasSuffix) {
      // WACZ 1.1.1, 5.1: WARC files are stored, so that they can be read in place.
      guard let range = entry.range else { throw WARCError.compressedMember(entry.name, of: path) }
      files.append(try WARCFile(path, range: range))
    }
    return files
  }
}
