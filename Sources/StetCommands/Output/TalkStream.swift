internal import Glibc
internal import Synchronization

/// Standard error: lines of talk and, on a terminal, one status line that stays below them.
final class TalkStream: Sendable {
  /// Whether people are watching.
  let isTerminal: Bool
  private let descriptor: Int32
  private let status = Mutex("")

  init(descriptor: Int32 = STDERR_FILENO) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  /// Writes a line. Trouble with standard error has nobody to be told to.
  func line(_ text: String) {
    status.withLock { status in
      write(status.isEmpty ? text + "\n" : Self.clear + text + "\n" + status)
    }
  }

  /// Sets the status line, "" to remove it. Without effect when nobody is watching.
  func setStatus(_ text: String) {
    guard isTerminal else { return }
    status.withLock { status in
      guard status != text else { return }
      write(Self.clear + text)
      status = text
    }
  }

  /// Back to the first column and erase the line (ECMA-48, EL).
  private static let clear = "\r\u{1B}[K"

  private func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        bytes = bytes.dropFirst(written)
      } else if written == 0 || errno != EINTR {
        return
      }
    }
  }
}
