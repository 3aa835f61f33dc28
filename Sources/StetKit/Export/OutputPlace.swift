internal import Glibc

/// Where an output is to go: what stands there, and where a link leads.
struct OutputPlace {
  enum Kind {
    case nothing, file, folder
    /// What takes bytes and cannot be replaced: a pipe, a device.
    case stream
    /// A file that this process has open: `/dev/stdout`, or `/dev/fd/63`, as a shell names `>(…)`.
    case descriptor(Int32)
  }

  let kind: Kind
  /// Without symbolic links; as it was named where nothing stands.
  let path: String

  /// - Throws: `ExportError`, `occupied` for a link that leads nowhere: what was written to it would take its place.
  init(_ path: String) throws(ExportError) {
    if let number = Self.descriptor(path) {
      (kind, self.path) = (.descriptor(number), path)
      return
    }
    var facts = stat()
    guard stat(path, &facts) == 0 else {
      guard lstat(path, &facts) != 0 else {
        throw ExportError(
          code: .occupied,
          message:
            "Cannot write '\(path)': it is a link that leads nowhere. Make what it leads to, or name another place.",
          subject: path)
      }
      (kind, self.path) = (.nothing, path)
      return
    }
    kind =
      switch facts.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .stream
      }
    self.path = RealPath.of(path) ?? path
  }

  /// The number of the open file that a path stands for. It is used as it is: opened by its path a file would be written from
  /// its start, whatever `>>` says, and a socket not at all.
  private static func descriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
      return folder.flatMap { Int32(path.dropFirst($0.utf8.count)) }.flatMap { $0 < 0 ? nil : $0 }
    }
  }
}
