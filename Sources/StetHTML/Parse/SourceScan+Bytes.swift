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

  /// What there is in an attribute's value, as far as it matters here.
  enum ValueContent {
    case plain
    /// Character references of the kinds that `AttributeReference` decodes.
    case references
    /// References of other kinds, or controls of windows-1252 that `LegacyReference` mends.
    case other
  }

  /// What there is in the value of an attribute.
  @inline(__always)
  static func content(of value: ByteRange, _ bytes: UnsafeBufferPointer<UInt8>) -> ValueContent {
    let raw = UnsafeRawBufferPointer(bytes)
    let end = value.indices.upperBound
    var index = value.indices.lowerBound
    while index < end {
      // Eight bytes at once that are neither `&` nor 0xC2, which controls start with.
      while index + 8 <= end {
        if unsafe isSuspect(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) { break }
        index += 8
      }
      guard index < end else { break }
      // The last eight, some of them once more.
      if index + 8 > end, value.count >= 8 {
        if unsafe !isSuspect(raw.loadUnaligned(fromByteOffset: end - 8, as: UInt64.self)) { break }
      }
      let byte = unsafe bytes[index]
      if byte == 0x26 { return unsafe referencesContent(of: value.indices, bytes) }
      if byte == 0xC2, unsafe isControl(bytes, index) { return .other }
      index += 1
    }
    return .plain
  }

  /// Whether one of eight bytes is `&` or 0xC2.
  @inline(__always)
  private static func isSuspect(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (sign, lead) = (word ^ (ones &* 0x26), word ^ (ones &* 0xC2))
    return ((sign &- ones) & ~sign | (lead &- ones) & ~lead) & (ones &* 0x80) != 0
  }

  private static func referencesContent(of value: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> ValueContent {
    for index in value where unsafe bytes[index] == 0xC2 && isControl(bytes, index) { return .other }
    return unsafe AttributeReference.canDecode(bytes, value) ? .references : .other
  }

  private static func isControl(_ bytes: UnsafeBufferPointer<UInt8>, _ lead: Int) -> Bool {
    unsafe lead + 1 < bytes.count && bytes[lead + 1] < 0xA0
  }

  /// Whether there is a character that XML does not have: a control, U+FFFE or U+FFFF.
  @inline(__always)
  static func hasOddCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      if unsafe mayBeOdd(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        for place in index..<index + 8 where unsafe isOdd(bytes, place) { return true }
      }
      index += 8
    }
    // The last eight, some of them once more.
    if index < range.upperBound, range.count >= 8,
      unsafe !mayBeOdd(raw.loadUnaligned(fromByteOffset: range.upperBound - 8, as: UInt64.self))
    {
      return false
    }
    while index < range.upperBound {
      if unsafe isOdd(bytes, index) { return true }
      index += 1
    }
    return false
  }

  /// Whether one of eight bytes is a control or 0xEF.
  @inline(__always)
  private static func mayBeOdd(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let other = word ^ (ones &* 0xEF)
    return ((word &- ones &* 0x20) & ~word | (other &- ones) & ~other) & (ones &* 0x80) != 0
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
