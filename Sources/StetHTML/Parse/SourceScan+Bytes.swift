/// The small words of the language, as libxml2 reads them.
extension SourceScan {
  /// IS_ASCII_LETTER.
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// IS_BLANK_CH.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  /// htmlParseHTMLName, first byte.
  @inline(__always)
  static func startsName(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == 0x5F || byte == 0x3A || byte == 0x2E
  }

  /// htmlParseHTMLName, other bytes.
  @inline(__always)
  static func continuesName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x2E || byte == 0x5F
  }

  /// Whether the byte may belong to a character reference, rather than end it.
  @inline(__always)
  static func mayContinueReference(_ byte: UInt8) -> Bool { continuesName(byte) || byte == 0x23 || byte >= 0x80 }

  /// Whether a value is what libxml2 makes of it: without references, and without the controls of windows-1252 that
  /// `LegacyReference` mends.
  @inline(__always)
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ value: ByteRange) -> Bool {
    for index in value.indices {
      let byte = unsafe bytes[index]
      if byte == 0x26 { return false }
      if byte == 0xC2, unsafe index + 1 < bytes.count && bytes[index + 1] < 0xA0 { return false }
    }
    return true
  }

  /// Whether there is a character that XML does not have: a control, U+FFFE or U+FFFF.
  @inline(__always)
  static func hasOddCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let other = word ^ (ones &* 0xEF)
      let isSuspect = ((word &- ones &* 0x20) & ~word | (other &- ones) & ~other) & (ones &* 0x80)
      if isSuspect != 0 {
        for place in index..<index + 8 where unsafe isOdd(bytes, place) { return true }
      }
      index += 8
    }
    while index < range.upperBound {
      if unsafe isOdd(bytes, index) { return true }
      index += 1
    }
    return false
  }

  private static func isOdd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let byte = unsafe bytes[index]
    if byte < 0x20 { return byte != 0x0A && byte != 0x09 && byte != 0x0D }
    return unsafe byte == 0xEF && index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
  }

  /// Whether a lower-case word stands here, in either case.
  static func isWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ word: [UInt8]) -> Bool {
    guard start + word.count <= bytes.count else { return false }
    for offset in word.indices where unsafe bytes[start + offset] | 0x20 != word[offset] { return false }
    return true
  }

  /// Whether two stretches are the same name, whatever the case of their letters.
  static func isSame(_ bytes: UnsafeBufferPointer<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count {
      let (a, b) = unsafe (bytes[one.lowerBound + offset], bytes[other.lowerBound + offset])
      if a != b, !isLetter(a) || a | 0x20 != b | 0x20 { return false }
    }
    return true
  }

  /// Whether the name is that of an element whose content is not markup to libxml2.
  static func isRaw(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Bool {
    switch name.count {
    case 5: unsafe isWord(bytes, name.lowerBound, style)
    case 6: unsafe isWord(bytes, name.lowerBound, script)
    default: false
    }
  }

  private static let script = Array("script".utf8)
  private static let style = Array("style".utf8)
}
