internal import Glibc

extension ArchiveError {
  /// Puts a failed system call into words; the one place where error numbers are told apart.
  ///
  /// - Parameters:
  ///   - action: what failed, as in "Cannot store a snapshot in": the subject follows in quotes.
  ///   - remedy: what to do, where it is not what is right for the archive's own files.
  init(_ error: SystemCallError, action: String, subject: String, remedy own: String? = nil) {
    let (code, reason, usual) = Self.explain(error)
    let remedy = own ?? usual
    self.init(
      code: code, message: "\(action) '\(subject)': \(reason). \(remedy).", subject: subject, cause: error.number)
  }

  private static func explain(_ error: SystemCallError) -> (Code, reason: String, remedy: String) {
    switch error.number {
    case ENOSPC, EFBIG: (.noSpace, "no space is left on the disk", "Free some space, then run again")
    case EDQUOT: (.noSpace, "the disk quota is used up", "Free some space, then run again")
    case EROFS: (.cannotWrite, "the file system is read-only", "Mount it writable, or choose another --archive")
    case EACCES, EPERM:
      (.cannotWrite, "permission is denied", "Give this user access to the folder, or choose another --archive")
    case ENOENT: (.noArchive, "there is no such file or folder", "Check the path")
    case ENOTDIR:
      (.notAnArchive, "a file stands where a folder should be", "Check the path, or choose another --archive")
    case EEXIST:
      (.damaged, "a file of that name exists already and is never replaced", "Run 'stet verify' to see what it is")
    case EINVAL where error.call == "read":
      (.damaged, "it is not a regular file", "Run 'stet verify' to see what else is wrong")
    case ELOOP:
      (.damaged, "it is a symbolic link, and stet follows none", "Put what it leads to in its place")
    case EMFILE, ENFILE: (.inputOutput, "too many files are open", "Raise the limit (ulimit -n), then run again")
    default:
      (
        .inputOutput, "\(error.call) failed: \(text(error.number))",
        "Check the disk, then run again; 'stet verify' tells whether the archive is whole"
      )
    }
  }

  private static func text(_ number: Int32) -> String {
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}
