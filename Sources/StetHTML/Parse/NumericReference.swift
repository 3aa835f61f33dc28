/// Numeric character references, `&#8217;` and `&#x2019;`, that libxml2 cannot read.
enum NumericReference {
  /// What to change in the reference at an index; nil when libxml2 reads it rightly.
  static func edit(_ bytes: UnsafeBufferPointer<UInt8>, at ampersand: Int) -> SourceEdit? {
    let (value, end, hasDigits) = unsafe parts(bytes, at: ampersand)
    // `?a&#top` is an address with a fragment.
    if !hasDigits { return SourceEdit(range: ampersand + 1..<ampersand + 1, replacement: .ampersandName) }
    switch value {
    case 0, 0xD800...0xDFFF, 0x11_0000...: return SourceEdit(range: ampersand..<end, replacement: .unknownCharacter)
    case 1...8, 0xB, 0xC, 0xE...0x1F, 0xFFFE, 0xFFFF: return SourceEdit(range: ampersand..<end, replacement: .nothing)
    default: return nil
    }
  }

  /// The number of the reference at an index, and the index after it.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at ampersand: Int) -> (value: UInt32, end: Int) {
    let (value, end, _) = unsafe parts(bytes, at: ampersand)
    return (value, end)
  }

  private static func parts(_ bytes: UnsafeBufferPointer<UInt8>, at ampersand: Int)
    -> (value: UInt32, end: Int, hasDigits: Bool)
  {
    var index = ampersand + 2
    let isHexadecimal = unsafe index < bytes.count && bytes[index] | 0x20 == 0x78
    if isHexadecimal { index += 1 }
    let start = index
    var value: UInt32 = 0
    while index < bytes.count, let digit = unsafe digit(bytes[index], isHexadecimal: isHexadecimal) {
      value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
      index += 1
    }
    let hasDigits = index > start
    if unsafe hasDigits && index < bytes.count && bytes[index] == 0x3B { index += 1 }
    return (value, index, hasDigits)
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46 where isHexadecimal: UInt32(byte) - 0x37
    case 0x61...0x66 where isHexadecimal: UInt32(byte) - 0x57
    default: nil
    }
  }
}
