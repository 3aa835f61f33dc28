/// The words of a line as `ReadingText.normalized` gives them, from bytes.
enum LineText {
  /// White space of all kinds collapsed, what is not seen left out.
  static func normalized(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { out in
      var count = 0
      var isPending = false
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        var length = 1
        var isSpace = byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
        if byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF {
          let mark = mark(bytes, at: index)
          length = mark.length
          isSpace = mark.isSpace
          if mark.isInvisible {
            index += length
            continue
          }
        }
        if isSpace {
          isPending = count > 0
        } else {
          if isPending {
            out[count] = 0x20
            count += 1
            isPending = false
          }
          out[count] = byte
          count += 1
          length = 1
        }
        index += length
      }
      return count
    }
  }

  /// What a character of several bytes is: a space, a mark that is not seen, or any other.
  private static func mark(_ bytes: [UInt8], at index: Int) -> (length: Int, isSpace: Bool, isInvisible: Bool) {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    if bytes[index] == 0xC2 { return (2, second == 0xA0 || second == 0x85, second == 0xAD) }
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    switch (bytes[index], second, third) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return (3, true, false)
    case (0xE2, 0x80, 0x8B), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return (3, false, true)
    default: return (3, false, false)
    }
  }
}
