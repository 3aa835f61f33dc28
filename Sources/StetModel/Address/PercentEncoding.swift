/// Percent-encoding in addresses (RFC 3986, 2).
public enum PercentEncoding {
  /// Encodes what may not stand in an address: controls, space, non-ASCII and `"<>\^`{|}`. Existing triplets are kept.
  static func encode(_ text: String) -> String {
    if text.utf8.allSatisfy({ !mustBeEncoded($0) }) { return text }
    var out: [UInt8] = []
    for byte in text.utf8 {
      if mustBeEncoded(byte) { append(byte, to: &out) } else { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// RFC 3986, 6.2.2: hexadecimal digits in upper case, triplets of unreserved characters decoded. A `%` that starts
  /// no triplet becomes `%25`: left alone, it could form one with what is decoded behind it.
  public static func normalize(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = ASCII.hexDigit(bytes[index + 1]),
        let low = ASCII.hexDigit(bytes[index + 2])
      {
        let byte = high << 4 | low
        if isUnreserved(byte) { out.append(byte) } else { append(byte, to: &out) }
        index += 3
      } else {
        if bytes[index] == UInt8(ascii: "%") { append(bytes[index], to: &out) } else { out.append(bytes[index]) }
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether a byte may not stand in an address.
  @inline(__always)
  public static func mustBeEncoded(_ byte: UInt8) -> Bool {
    if byte <= 0x20 || byte >= 0x7F { return true }
    // " < > in the first word of bits, \ ^ ` { | } in the second.
    let bits: UInt64 = byte < 64 ? 0x5000_0004_0000_0000 : 0x3800_0001_5000_0000
    return bits >> UInt64(byte & 63) & 1 != 0
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || "-._~".utf8.contains(byte)
  }

  private static func append(_ byte: UInt8, to out: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    out.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
