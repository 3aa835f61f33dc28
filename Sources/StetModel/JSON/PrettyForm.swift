/// Bytes held against the layout that canonical JSON has for people, without making that.
struct PrettyForm {
  private let bytes: UnsafeRawBufferPointer
  private let canonical: UnsafeRawBufferPointer
  private var place = 0
  private var depth = 0

  init(bytes: UnsafeRawBufferPointer, canonical: UnsafeRawBufferPointer) {
    self.bytes = bytes
    self.canonical = canonical
  }

  /// Whether they are the same, to the last byte.
  consuming func fits() -> Bool {
    var index = 0
    while index < canonical.count {
      let byte = canonical[index]
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfString(from: index)
        guard has(canonical[index..<end]) else { return false }
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        // "{" and "}", "[" and "]" are two apart.
        if index + 1 < canonical.count, canonical[index + 1] == byte + 2 {
          guard has(byte), has(byte + 2) else { return false }
          index += 2
          continue
        }
        depth += 1
        guard has(byte), hasNewline() else { return false }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        guard hasNewline(), has(byte) else { return false }
      case UInt8(ascii: ","): guard has(byte), hasNewline() else { return false }
      case UInt8(ascii: ":"): guard has(byte), has(UInt8(ascii: " ")) else { return false }
      default: guard has(byte) else { return false }
      }
      index += 1
    }
    return has(UInt8(ascii: "\n")) && place == bytes.count
  }

  /// Behind the closing quotation mark.
  private func endOfString(from start: Int) -> Int {
    var index = start + 1
    while let found = JSONText.escapedByte(canonical, from: index) {
      if canonical[found] == UInt8(ascii: "\"") { return found + 1 }
      // A backslash, and what it escapes.
      index = found + 2
    }
    return canonical.count
  }

  private mutating func has(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func hasNewline() -> Bool {
    guard has(UInt8(ascii: "\n")) else { return false }
    for _ in 0..<2 * depth { guard has(UInt8(ascii: " ")) else { return false } }
    return true
  }

  private mutating func has(_ text: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard text.count <= bytes.count - place else { return false }
    let found = UnsafeRawBufferPointer(rebasing: bytes[place..<place + text.count])
    let text = UnsafeRawBufferPointer(rebasing: text)
    place += text.count
    var index = 0
    while index + 8 <= text.count {
      guard
        found.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index += 8
    }
    while index < text.count {
      guard found[index] == text[index] else { return false }
      index += 1
    }
    return true
  }
}
