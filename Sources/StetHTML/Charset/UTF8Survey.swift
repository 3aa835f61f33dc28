/// How far bytes are valid UTF-8 (Unicode standard, table 3-7).
struct UTF8Survey {
  /// The number of well-formed sequences of two or more bytes.
  private(set) var sequences = 0
  /// The number of ill-formed sequences, each a maximal subpart.
  private(set) var faults = 0

  /// Whether all bytes are valid UTF-8.
  var isValid: Bool { faults == 0 }
  /// Whether no byte is above 0x7F.
  var isASCII: Bool { faults == 0 && sequences == 0 }
  /// Whether nearly no byte above 0x7F belongs to a well-formed sequence: the page is in another encoding.
  var isHardlyUTF8: Bool { faults > sequences * 10 }

  init(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe survey($0) }
  }

  private mutating func survey(_ bytes: UnsafeRawBufferPointer) {
    var index = 0
    let count = bytes.count
    while index < count {
      if unsafe bytes[index] < 0x80 {
        index = unsafe Self.skipASCII(bytes, from: index)
        continue
      }
      let (length, isValid) = unsafe Self.sequence(bytes, at: index)
      if isValid { sequences += 1 } else { faults += 1 }
      index += length
    }
  }

  /// The index of the first byte above 0x7F.
  @inline(__always)
  static func skipASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    while index + 64 <= bytes.count {
      // One answer for all eight words: each of its own would be taken out of the vector.
      let block = unsafe bytes.loadUnaligned(fromByteOffset: index, as: SIMD8<UInt64>.self)
      let half = block.lowHalf | block.highHalf
      let quarter = half.lowHalf | half.highHalf
      if (quarter[0] | quarter[1]) & 0x8080_8080_8080_8080 != 0 { break }
      index += 64
    }
    while index + 8 <= bytes.count {
      let word = unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let high = word & 0x8080_8080_8080_8080
      if high != 0 { return index + high.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, unsafe bytes[index] < 0x80 { index += 1 }
    return index
  }

  /// The length of the sequence that starts at a byte above 0x7F; of an ill-formed one the length of its maximal
  /// subpart, which one U+FFFD stands for.
  @inline(__always)
  static func sequence(_ bytes: UnsafeRawBufferPointer, at index: Int) -> (length: Int, isValid: Bool) {
    let lead = unsafe bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF } else if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF } else if lead == 0xF4 { second = 0x80...0x8F }
    default: return (1, false)
    }
    guard index + 1 < bytes.count, unsafe second.contains(bytes[index + 1]) else { return (1, false) }
    var next = 2
    while next < length {
      guard index + next < bytes.count, unsafe bytes[index + next] & 0xC0 == 0x80 else { return (next, false) }
      next += 1
    }
    return (length, true)
  }
}
