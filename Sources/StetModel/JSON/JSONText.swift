/// How scalars are spelled, the same in every rendering: RFC 8785, 3.2.2.
enum JSONText {
  static func writeScalar(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .null, .array, .object: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let number): out.append(contentsOf: spell(number).utf8)
    case .string(let text): write(text, to: &out)
    }
  }

  static func write(_ text: String, to out: inout [UInt8]) {
    var text = text
    out.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var copied = 0
      while let index = escapedByte(bytes, from: copied) {
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied..<index]))
        writeEscape(bytes[index], to: &out)
        copied = index + 1
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[copied...]))
    }
    out.append(UInt8(ascii: "\""))
  }

  /// The index of the first byte that may not stand in a string: a quotation mark, a backslash, a control.
  static func escapedByte(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    escapedByte(UnsafeRawBufferPointer(bytes), from: start)
  }

  /// The same.
  static func escapedByte(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    // Eight bytes at once: the high bit of a byte of the sum is set by a byte that is 0 in `word ^ x`, or below 0x20.
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      let hits =
        (word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash
      if hits & (ones &* 0x80) != 0 { break }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return index }
      index += 1
    }
    return nil
  }

  private static func writeEscape(_ byte: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: out.append(UInt8(ascii: "b"))
    case 0x09: out.append(UInt8(ascii: "t"))
    case 0x0A: out.append(UInt8(ascii: "n"))
    case 0x0C: out.append(UInt8(ascii: "f"))
    case 0x0D: out.append(UInt8(ascii: "r"))
    case 0..<0x20:
      out.append(contentsOf: "u00".utf8)
      out.append(hexadecimal[Int(byte >> 4)])
      out.append(hexadecimal[Int(byte & 15)])
    default: out.append(byte)
    }
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  /// A number as ECMAScript's Number::toString spells it. JSON has no infinities: they become null.
  static func spell(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == 0 { return "0" }
    if let whole = Int64(exactly: number), whole.magnitude < 1 << 53 { return String(whole) }
    // Swift prints the same shortest digits as ECMAScript, only laid out differently.
    var digits: [UInt8] = []
    var exponent = 0
    var point: Int?
    let printed = Array(number.magnitude.description.utf8)
    let mantissaEnd = printed.firstIndex(of: UInt8(ascii: "e")) ?? printed.count
    for byte in printed[..<mantissaEnd] {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    if mantissaEnd < printed.count {
      exponent = Int(String(decoding: printed[(mantissaEnd + 1)...], as: UTF8.self)) ?? 0
    }
    // The value is 0.DIGITS × 10^scale.
    var scale = (point ?? digits.count) + exponent
    while digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      scale -= 1
    }
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (number < 0 ? "-" : "") + layOut(digits, scale: scale)
  }

  private static func layOut(_ digits: [UInt8], scale: Int) -> String {
    let text = String(decoding: digits, as: UTF8.self)
    let count = digits.count
    switch scale {
    case 1...21 where scale >= count: return text + String(repeating: "0", count: scale - count)
    case 1...21:
      let split = text.utf8.index(text.startIndex, offsetBy: scale)
      return "\(text[..<split]).\(text[split...])"
    case -5...0: return "0." + String(repeating: "0", count: -scale) + text
    default:
      let power = scale - 1
      let sign = power < 0 ? "-" : "+"
      let head = text.prefix(1)
      let tail = text.dropFirst()
      return "\(head)\(tail.isEmpty ? "" : ".\(tail)")e\(sign)\(abs(power))"
    }
  }
}
