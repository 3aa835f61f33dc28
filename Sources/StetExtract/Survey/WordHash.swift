internal import StetModel

/// FNV-1a, 64 bits, over bytes with ASCII letters in lower case. Never 0, which marks a free slot.
enum WordHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(ASCII.lowercased(byte))) &* 0x0000_0100_0000_01B3
  }

  static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
    let hash = bytes.reduce(start) { adding($1, to: $0) }
    return hash == 0 ? 1 : hash
  }
}
