internal import Glibc

/// Byte strings one behind the other in one array, each with its length before it.
struct PackedBytes: Sendable {
  private var bytes: [UInt8] = []
  /// Where each starts, its length included.
  private var starts: [Int] = []

  var count: Int { starts.count }
  var isEmpty: Bool { starts.isEmpty }

  /// How much memory they take.
  var byteCount: Int { bytes.count + starts.count * MemoryLayout<Int>.stride }

  /// Adds one.
  mutating func append(_ item: [UInt8]) {
    starts.append(bytes.count)
    unsafe withUnsafeBytes(of: UInt32(item.count).littleEndian) { unsafe bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: item)
  }

  /// Puts them in the order of their bytes.
  mutating func sort() {
    unsafe bytes.withUnsafeBytes { bytes in
      func content(_ start: Int) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: bytes[Self.content(bytes, start)])
      }
      starts.sort { left, right in
        let (left, right) = unsafe (content(left), content(right))
        guard let one = left.baseAddress, let other = right.baseAddress else { return left.count < right.count }
        let order = unsafe memcmp(one, other, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }

  /// One of them, without its length.
  subscript(place: Int) -> ArraySlice<UInt8> {
    unsafe bytes[bytes.withUnsafeBytes { unsafe Self.content($0, starts[place]) }]
  }

  /// Hands over pieces that hold them in order, with their lengths.
  func pieces(_ body: (ArraySlice<UInt8>) -> Bool) -> Bool {
    var piece: [UInt8] = []
    for start in starts {
      let end = unsafe bytes.withUnsafeBytes { unsafe Self.content($0, start).upperBound }
      piece.append(contentsOf: bytes[start..<end])
      if piece.count >= 1 << 16 {
        guard body(piece[...]) else { return false }
        piece.removeAll(keepingCapacity: true)
      }
    }
    return body(piece[...])
  }

  private static func content(_ bytes: UnsafeRawBufferPointer, _ start: Int) -> Range<Int> {
    let length = unsafe UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self))
    return start + 4..<start + 4 + Int(length)
  }
}
