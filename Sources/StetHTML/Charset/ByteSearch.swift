internal import Glibc

/// Fast searches in arrays of bytes.
enum ByteSearch {
  /// The index of the first such byte at or after an index; nil when there is none.
  static func first(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { unsafe first(byte, in: $0, from: start) }
  }

  /// The index of the first such byte at or after an index; nil when there is none.
  @inline(__always)
  static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    guard let found = unsafe memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
