/// The one normalisation under which texts are compared: by the change test, by the diff and wherever a reader should
/// not care.
///
/// Runs of white space (no-break spaces too) become one space, space at both ends goes, soft hyphens, zero-width
/// spaces, word joiners and byte order marks go. Zero-width joiners and non-joiners stay: they shape words and emoji. Unicode normal forms need no work: Swift compares strings by canonical equivalence.
public enum ReadingText {
  /// The text under the normalisation.
  public static func normalized(_ text: String) -> String {
    var text = text
    let normalized = text.withUTF8 { bytes in
      isNormal(bytes) ? nil : String(unsafeUninitializedCapacity: bytes.count) { write(bytes, to: $0) }
    }
    return normalized ?? text
  }

  /// Whether the text stays as it is: most texts do.
  private static func isNormal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previousIsSpace = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 {
        if previousIsSpace { return false }
        previousIsSpace = true
      } else {
        // Space other than U+0020, and what cannot be seen.
        if byte < 0x20 ? (byte >= 0x09 && byte <= 0x0D) : byte >= 0x80 && mark(bytes, at: index) != nil { return false }
        previousIsSpace = false
      }
      index += 1
    }
    return !previousIsSpace || bytes.isEmpty
  }

  /// Writes the normal text, which is not longer, and returns its length.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var pendingSpace = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isASCIISpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
      if isASCIISpace {
        pendingSpace = count > 0
        index += 1
      } else if byte >= 0x80, let mark = mark(bytes, at: index) {
        if mark.isSpace { pendingSpace = count > 0 }
        index += mark.length
      } else {
        if pendingSpace {
          out[count] = 0x20
          count += 1
          pendingSpace = false
        }
        out[count] = byte
        count += 1
        index += 1
      }
    }
    return count
  }

  /// What starts at a byte above 0x7F: white space (U+0085, U+00A0, U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F,
  /// U+205F, U+3000), or what cannot be seen (U+00AD, U+200B, U+2060, U+FEFF); nil for everything else.
  @inline(__always)
  package static func mark(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (isSpace: Bool, length: Int)? {
    switch bytes[index] {
    case 0xC2:
      switch bytes[index + 1] {
      case 0x85, 0xA0: return (true, 2)
      case 0xAD: return (false, 2)
      default: return nil
      }
    case 0xE1: return bytes[index + 1] == 0x9A && bytes[index + 2] == 0x80 ? (true, 3) : nil
    case 0xE2:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x80...0x8A), (0x80, 0xA8), (0x80, 0xA9), (0x80, 0xAF), (0x81, 0x9F): return (true, 3)
      case (0x80, 0x8B), (0x81, 0xA0): return (false, 3)
      default: return nil
      }
    case 0xE3: return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? (true, 3) : nil
    case 0xEF: return bytes[index + 1] == 0xBB && bytes[index + 2] == 0xBF ? (false, 3) : nil
    default: return nil
    }
  }
}
