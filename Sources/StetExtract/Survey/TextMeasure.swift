/// How much a run of text says, counted on its bytes.
struct TextMeasure {
  /// Letters and other marks; white space does not count, letters of scripts written without spaces count twice.
  private(set) var weight: Int32 = 0
  /// Commas, full stops, question and exclamation marks, in Latin and East Asian forms.
  private(set) var punctuation: Int32 = 0

  init(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { raw in
      var index = 0
      while index < raw.count {
        // Eight bytes of ASCII at once.
        if index + 8 <= raw.count {
          let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          if word & Self.high == 0 {
            count(word)
            index += 8
            continue
          }
        }
        // The last eight without those that are counted already: no byte of zero counts.
        if index > 0, raw.count >= 8, raw.count - index < 8 {
          let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: raw.count - 8, as: UInt64.self))
          let rest = word &>> UInt64(8 * (8 - (raw.count - index)))
          if rest & Self.high == 0 {
            count(rest)
            return
          }
        }
        let byte = raw[index]
        index += 1
        if byte < 0x80 {
          if byte > 0x20 {
            weight += 1
            // , . ! ? ;
            if byte == 0x2C || byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3B { punctuation += 1 }
          }
        } else if byte >= 0xE3, byte < 0xF0, index + 1 < raw.count {
          weight += 2
          // U+3001, U+3002 and the full-width forms U+FF01, U+FF0C, U+FF1F
          let second = raw[index]
          let third = raw[index + 1]
          if byte == 0xE3, second == 0x80, third == 0x81 || third == 0x82 { punctuation += 1 }
          if byte == 0xEF, second == 0xBC, third == 0x81 || third == 0x8C || third == 0x9F { punctuation += 1 }
        } else if byte >= 0xC0 {
          weight += 1
          // U+060C, U+061F, U+06D4: Arabic
          if byte == 0xD8, index < raw.count, raw[index] == 0x8C || raw[index] == 0x9F { punctuation += 1 }
        }
      }
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Counts eight bytes below 0x80.
  @inline(__always)
  private mutating func count(_ word: UInt64) {
    // The high bit of each byte: above 0x20, and above 0x3F. Punctuation stands between.
    let marks = (word &+ Self.ones &* 0x5F) & Self.high
    let letters = (word &+ Self.ones &* 0x40) & Self.high
    weight += Int32(truncatingIfNeeded: marks.nonzeroBitCount)
    guard marks != letters else { return }
    let signs =
      Self.equal(word, 0x2C) | Self.equal(word, 0x2E) | Self.equal(word, 0x21) | Self.equal(word, 0x3F)
      | Self.equal(word, 0x3B)
    punctuation += Int32(truncatingIfNeeded: signs.nonzeroBitCount)
  }

  /// The high bit of each byte below 0x80 that is this one.
  @inline(__always)
  private static func equal(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    ~((word ^ ones &* byte) &+ ones &* 0x7F) & high
  }
}
