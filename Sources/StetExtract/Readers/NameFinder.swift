internal import StetModel

/// Tells texts that may hold one of some names from texts that certainly do not.
///
/// Letters outside ASCII are all taken for one another: case is not looked up.
struct NameFinder {
  private let names: [[UInt8]]

  init(_ names: [String]) {
    self.names = names.map { $0.utf8.map(Self.folded) }.filter { !$0.isEmpty }
  }

  /// Whether one of the names may stand in the bytes.
  func mayStand(in bytes: some Collection<UInt8>) -> Bool {
    let found = bytes.withContiguousStorageIfAvailable { buffer in names.contains { Self.find($0, in: buffer) } }
    return found ?? true
  }

  private static func find(_ name: [UInt8], in buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    guard buffer.count >= name.count else { return false }
    let first = name[0]
    search: for start in 0...(buffer.count - name.count) where folded(buffer[start]) == first {
      for offset in 1..<max(name.count, 1) where folded(buffer[start + offset]) != name[offset] {
        // White space in the source may be of any length.
        if name[offset] == 0x20, ASCII.isSpace(buffer[start + offset]) { return true }
        continue search
      }
      return true
    }
    return false
  }

  private static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x80 ? 0x80 : ASCII.lowercased(byte) }
}
