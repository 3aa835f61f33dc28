internal import Glibc

/// What of a page's folder shows, without reading it, that something changed there. Times in nanoseconds since 1970.
struct PageSignature: Hashable {
  /// Bytes of the visit log; -1 when there is none.
  var logSize: Int64
  var logTime: Int64
  /// When a name was last made or removed in the folder.
  var folderTime: Int64

  /// Nil when there is no such folder.
  static func of(_ folder: String, in layout: ArchiveLayout) -> PageSignature? {
    var facts = stat()
    guard unsafe lstat(layout.absolute(folder), &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return nil }
    var signature = PageSignature(logSize: -1, logTime: 0, folderTime: nanoseconds(facts.st_mtim))
    if unsafe lstat(layout.absolute("\(folder)/\(ArchiveLayout.visitLog)"), &facts) == 0 {
      signature.logSize = Int64(facts.st_size)
      signature.logTime = nanoseconds(facts.st_mtim)
    }
    return signature
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
