internal import CZlib

/// The checksum of gzip and ZIP (RFC 1952, 8), of bytes that come in pieces.
public struct CRC32: Sendable {
  private var state: UInt = 0

  /// Of no bytes.
  public init() {}

  /// Takes in bytes.
  public mutating func update(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // zlib counts in 32 bits.
      let piece = rest.prefix(1 << 30)
      state = unsafe piece.withUnsafeBufferPointer { unsafe crc32(state, $0.baseAddress, UInt32($0.count)) }
      rest = rest.dropFirst(piece.count)
    }
  }

  /// The checksum so far.
  public var value: UInt32 { UInt32(truncatingIfNeeded: state) }
}
