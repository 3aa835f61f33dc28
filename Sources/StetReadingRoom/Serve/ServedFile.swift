internal import Glibc

/// A file that is sent as it stands, piece by piece.
final class ServedFile: Sendable {
  private let descriptor: Int32
  /// In bytes, when it was opened.
  let size: Int
  /// Last change, in seconds since 1970.
  let modified: Int64
  /// Changes whenever the file does.
  let tag: String

  /// Opens a regular file; nil when there is none, or it may not be read.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    var facts = stat()
    guard descriptor >= 0, fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      if descriptor >= 0 { close(descriptor) }
      return nil
    }
    size = Int(facts.st_size)
    modified = Int64(facts.st_mtim.tv_sec)
    tag = "\"\(facts.st_ino)-\(facts.st_size)-\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec)\""
  }

  deinit { close(descriptor) }

  /// Bytes from an offset on; fewer than asked for at the file's end, none when it cannot be read.
  func bytes(from offset: Int, count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
    }
  }
}
