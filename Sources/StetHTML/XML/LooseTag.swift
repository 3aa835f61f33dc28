/// The rest of a start tag, behind its name, however badly it is written.
struct LooseTag {
  private let bytes: [UInt8]
  private var index: Int

  /// The attributes, in order.
  private(set) var attributes: [XMLAttribute] = []
  /// Whether the tag ends with `/>`.
  private(set) var isEmpty = false
  /// Whether the tag ends at all.
  private(set) var isClosed = false
  /// The index behind the tag.
  var end: Int { index }

  init(_ bytes: [UInt8], at index: Int) {
    self.bytes = bytes
    self.index = index
  }

  /// Reads up to the end of the tag, or to the `<` of the next.
  mutating func read() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x3E:
        isClosed = true
        index += 1
        return
      case 0x3C:
        // `<item <title>`: the `>` is missing.
        isClosed = true
        return
      case 0x2F:
        isEmpty = index + 1 < bytes.count && bytes[index + 1] == 0x3E
        index += 1
      case let byte where LooseXML.startsName(byte): attribute()
      default: index += 1
      }
    }
  }

  private mutating func attribute() {
    let nameStart = index
    while index < bytes.count, LooseXML.continuesName(bytes[index]) { index += 1 }
    let name = bytes[nameStart..<index]
    let behindName = index
    skipSpace()
    var value: ArraySlice<UInt8> = []
    if index < bytes.count, bytes[index] == 0x3D {
      index += 1
      skipSpace()
      value = self.value()
    } else {
      index = behindName
    }
    let parts = name.split(separator: 0x3A, maxSplits: 1, omittingEmptySubsequences: false)
    attributes.append(
      XMLAttribute(
        local: String(decoding: parts[parts.count - 1], as: UTF8.self),
        prefix: parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : nil,
        value: String(decoding: XMLReference.decoded(value), as: UTF8.self)))
  }

  private mutating func value() -> ArraySlice<UInt8> {
    guard index < bytes.count else { return [] }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27 {
      let start = index + 1
      // No value holds a `<`: one that seems to is not closed.
      var at = start
      while at < bytes.count, bytes[at] != quote, bytes[at] != 0x3C { at += 1 }
      if at < bytes.count, bytes[at] == quote {
        index = at + 1
        return bytes[start..<at]
      }
      index = start
    }
    let start = index
    while index < bytes.count, bytes[index] > 0x20, bytes[index] != 0x3E, bytes[index] != 0x3C {
      // `<link href=http://host/>`
      if bytes[index] == 0x2F, index + 1 < bytes.count, bytes[index + 1] == 0x3E { break }
      index += 1
    }
    return bytes[start..<index]
  }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index] <= 0x20 { index += 1 }
  }
}
