/// Signs that say the same in another dress: what a site's typographic filter, or its being switched off, changes in
/// every text without anyone having edited it.
///
/// Quotation marks, apostrophes and primes of all shapes become `"` and `'`; hyphens, dashes and the minus become `-`, and
/// several in a row one; an ellipsis becomes three full stops; the ligatures ff to st become their letters.
public enum Typography {
  /// The text in the plain dress. Texts whose folded forms are equal are typeset differently at most.
  public static func folded(_ text: String) -> String {
    var text = text
    let folded = text.withUTF8 { bytes in
      isPlain(bytes) ? nil : String(unsafeUninitializedCapacity: bytes.count) { write(bytes, to: $0) }
    }
    return folded ?? text
  }

  /// Whether the text stays as it is: ASCII without two dashes in a row does.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      if byte == hyphen && previous == hyphen || byte == UInt8(ascii: "`") { return false }
      if byte >= 0xC2, sign(bytes, at: index) != nil { return false }
      previous = byte
    }
    return true
  }

  /// Writes the folded text, which is never longer, and returns its length.
  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    func put(_ plain: StaticString) {
      plain.withUTF8Buffer { signs in
        for byte in signs where !(byte == hyphen && count > 0 && out[count - 1] == hyphen) {
          out[count] = byte
          count += 1
        }
      }
    }
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case hyphen: put("-")
      case UInt8(ascii: "`"): put("'")
      case 0xC2...:
        if let (plain, length) = sign(bytes, at: index) {
          put(plain)
          index += length
          continue
        }
        fallthrough
      default:
        out[count] = bytes[index]
        count += 1
      }
      index += 1
    }
    return count
  }

  private static let hyphen = UInt8(ascii: "-")

  /// The plain form of the sign that starts at a byte above 0x7F, and the bytes that it takes; nil for everything else.
  private static func sign(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (plain: StaticString, length: Int)? {
    switch bytes[index] {
    case 0xC2:
      switch bytes[index + 1] {
      case 0xAB, 0xBB: return ("\"", 2)  // « »
      case 0xB4: return ("'", 2)  // acute accent
      default: return nil
      }
    case 0xCA: return bytes[index + 1] == 0xBC ? ("'", 2) : nil  // modifier letter apostrophe
    case 0xE2:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0x80, 0x90...0x95), (0x88, 0x92): return ("-", 3)  // hyphens, dashes, bar, minus
      case (0x80, 0x98...0x9B), (0x80, 0xB2), (0x80, 0xB5), (0x80, 0xB9...0xBA): return ("'", 3)  // ‘ ’ ‚ ‛ ′ ‵ ‹ ›
      case (0x80, 0x9C...0x9F), (0x80, 0xB3), (0x80, 0xB6): return ("\"", 3)  // “ ” „ ‟ ″ ‶
      case (0x80, 0xA6): return ("...", 3)
      default: return nil
      }
    case 0xEF:
      switch (bytes[index + 1], bytes[index + 2]) {
      case (0xAC, 0x80): return ("ff", 3)
      case (0xAC, 0x81): return ("fi", 3)
      case (0xAC, 0x82): return ("fl", 3)
      case (0xAC, 0x83): return ("ffi", 3)
      case (0xAC, 0x84): return ("ffl", 3)
      case (0xAC, 0x85), (0xAC, 0x86): return ("st", 3)
      default: return nil
      }
    default: return nil
    }
  }
}
