internal import Glibc

/// A temporary file without a name, in `TMPDIR` or /tmp.
final class SpillFile: Sendable {
  let descriptor: Int32

  static var folder: String { unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp" }

  /// Nil when none can be made.
  init?() {
    var name = Array("\(Self.folder)/stet-XXXXXX".utf8CString)
    descriptor = unsafe mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    // Nobody else needs the name, and the system clears the file away whatever becomes of this process.
    unsafe unlink(name)
  }

  deinit { close(descriptor) }

  /// Writes a run behind the others.
  /// - Returns: where it stands; nil when it could not be written.
  func write(_ items: PackedBytes) -> Range<Int>? {
    let start = Int(lseek(descriptor, 0, SEEK_END))
    var end = start
    let isWritten = items.pieces { piece in
      var rest = piece
      while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 || errno == EINTR else { return false }
        rest = rest.dropFirst(max(count, 0))
        end += max(count, 0)
      }
      return true
    }
    guard isWritten else {
      // What was written of it is no run, and must not be counted into the next.
      _ = ftruncate(descriptor, off_t(start))
      return nil
    }
    return start..<end
  }
}
