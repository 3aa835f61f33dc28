internal import Glibc

/// Standard output cannot be written.
struct OutputError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The system's error number.
  let errno: Int32

  /// Whether the reader has gone: `stet list | head -1`. That is success.
  var isClosedPipe: Bool { errno == EPIPE }

  /// One line for a person.
  var description: String {
    "Cannot write the output: \(String(cString: strerror(errno))). Free some space or write somewhere else."
  }
}
