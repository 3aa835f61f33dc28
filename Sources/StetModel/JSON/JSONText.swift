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
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0x08: out.append(contentsOf: "\\b".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x0C: out.append(contentsOf: "\\f".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        out.append(contentsOf: "\\u00".utf8)
        out.append(digits[Int(byte >> 4)])
        out.append(digits[Int(byte & 15)])
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }

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
