/// How much a run of text says, counted on its bytes.
struct TextMeasure {
  /// Letters and other marks; white space does not count, letters of scripts written without spaces count twice.
  private(set) var weight: Int32 = 0
  /// Commas, full stops, question and exclamation marks, in Latin and East Asian forms.
  private(set) var punctuation: Int32 = 0

  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      let raw = UnsafeRawBufferPointer(buffer)
      var index = 0
      while index < buffer.count {
        // Eight letters and spaces at once; punctuation stands before A.
        if index + 8 <= buffer.count,
          let letters = Self.letters(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        {
          weight += letters
          index += 8
          continue
        }
        let byte = buffer[index]
        index += 1
        if byte < 0x80 {
          if byte > 0x20 {
            weight += 1
            // , . ! ? ;
            if byte == 0x2C || byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3B { punctuation += 1 }
          }
        } else if byte >= 0xE3, byte < 0xF0, index + 1 < buffer.count {
          weight += 2
          // U+3001, U+3002 and the full-width forms U+FF01, U+FF0C, U+FF1F
          let second = buffer[index]
          let third = buffer[index + 1]
          if byte == 0xE3, second == 0x80, third == 0x81 || third == 0x82 { punctuation += 1 }
          if byte == 0xEF, second == 0xBC, third == 0x81 || third == 0x8C || third == 0x9F { punctuation += 1 }
        } else if byte >= 0xC0 {
          weight += 1
          // U+060C, U+061F, U+06D4: Arabic
          if byte == 0xD8, index < buffer.count, buffer[index] == 0x8C || buffer[index] == 0x9F { punctuation += 1 }
        }
      }
    }
  }

  /// How many of eight bytes are no space or control; nil unless all others are from A to DEL.
  @inline(__always)
  private static func letters(_ word: UInt64) -> Int32? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    guard word & high == 0 else { return nil }
    // The high bit of each byte: above 0x20, and above 0x3F.
    let marks = (word &+ ones &* 0x5F) & high
    let letters = (word &+ ones &* 0x40) & high
    return marks == letters ? Int32(truncatingIfNeeded: marks.nonzeroBitCount) : nil
  }
}
