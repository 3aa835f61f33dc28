internal import Glibc

/// Standard output with errors noticed: a full disk must not look like a short page.
///
/// Buffered; one owner, not for use by several threads at once.
final class StandardOutput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let capacity = 64 * 1024

  init(descriptor: Int32 = STDOUT_FILENO) { self.descriptor = descriptor }

  /// Whether people are reading.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Adds bytes.
  func write(_ bytes: some Collection<UInt8>) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Adds text.
  func write(_ text: String) throws(OutputError) { try write(text.utf8) }

  /// Adds a line of text.
  func line(_ text: String = "") throws(OutputError) {
    try write(text.utf8)
    try write(CollectionOfOne(UInt8(ascii: "\n")))
  }

  /// Hands everything to the system.
  func flush() throws(OutputError) {
    var start = 0
    // What could not be written is dropped: it would fail again.
    defer { buffer.removeAll(keepingCapacity: true) }
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        Glibc.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        throw OutputError(errno: errno)
      }
    }
  }
}
