internal import Glibc

/// Reads a file of secrets: one that nobody but its owner may read. What stands in it appears in no message.
struct SecretFile {
  /// More than anybody's headers.
  private static let maximumBytes = 64 << 10

  /// The content.
  /// - Throws: `SecretFileError` when it is missing, not a file, too long, or others may read it.
  static func read(_ path: String) throws(SecretFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw SecretFileError(path, "\(String(cString: strerror(errno))). Write it, or take the key out")
    }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
      throw SecretFileError(path, "it is no plain file. Write one")
    }
    let mode = facts.st_mode & 0o777
    guard mode & 0o077 == 0 else {
      throw SecretFileError(
        path, "its mode is 0\(String(mode, radix: 8)), so that others can read it. Run 'chmod 600 \(path)'")
    }
    guard facts.st_size <= maximumBytes else {
      throw SecretFileError(path, "it is longer than \(maximumBytes >> 10) KiB. Is it the right file?")
    }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var length = 0
    while length < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: length), $0.count - length)
      }
      guard count > 0 || (count < 0 && errno == EINTR) else { break }
      if count > 0 { length += count }
    }
    return Array(bytes.prefix(length))
  }
}
