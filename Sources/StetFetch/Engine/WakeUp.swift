internal import CCurl
internal import Glibc

/// Wakes the thread that waits for network traffic (eventfd(2)).
///
/// curl_multi_wakeup(3) would do the same, but it needs libcurl's handle, which belongs to that thread alone.
final class WakeUp: Sendable {
  /// What the waiting thread waits to read from.
  let descriptor: Int32

  /// Nil when the process has no more file descriptors.
  init?() {
    descriptor = stet_wake_up_open()
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// Wakes the thread, now or when it next waits.
  func signal() {
    var one: UInt64 = 1
    _ = unsafe write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Takes all signals so far.
  func clear() {
    var count: UInt64 = 0
    _ = unsafe read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
