internal import Glibc
internal import StetArchive

extension ExportError {
  /// A system call that failed on the output.
  init(_ error: SystemCallError, _ path: String) {
    var reason = String(cString: strerror(error.number))
    let remedy: String
    switch error.number {
    case ENOSPC, EDQUOT, EFBIG: remedy = "Free some space, or write somewhere else."
    case ENOENT, ENOTDIR: remedy = "Make the folder first, or name another place."
    case EISDIR: (reason, remedy) = ("it is a folder", "Name a file.")
    case ENOTEMPTY, EEXIST: remedy = "Name a folder that does not exist yet, or remove it first."
    default: remedy = "Write somewhere else."
    }
    self.init(
      code: [EISDIR, ENOTEMPTY, EEXIST].contains(error.number) ? .occupied : .cannotWrite,
      message: "Cannot write '\(path)': \(reason). \(remedy)", subject: path)
  }
}
