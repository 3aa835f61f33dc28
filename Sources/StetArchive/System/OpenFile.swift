internal import Glibc

/// A file open for reading at any place.
final class OpenFile {
  /// Its length when it was opened, in bytes.
  let length: Int
  private let descriptor: Int32

  /// Opens a file.
  init(_ path: String) throws(SystemCallError) {
    descriptor = try FileReading.descriptor(of: path)
    length = Int(lseek(descriptor, 0, SEEK_END))
  }

  deinit { close(descriptor) }

  /// What stands at an offset: `count` bytes, or fewer at the end of the file.
  func bytes(at offset: Int, count: Int) throws(SystemCallError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let result = unsafe bytes.withUnsafeMutableBytes {
        unsafe pread(descriptor, $0.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
      }
      if result == 0 { break }
      if result > 0 {
        filled += result
      } else if errno != EINTR {
        throw SystemCallError(call: "read", number: errno)
      }
    }
    return Array(bytes.prefix(filled))
  }
}
