extension Digest {
  /// A UUID made of the digest, `urn:uuid:…`, the same for the same digest: version 8, made by a rule of our own (RFC 9562,
  /// 5.8), which is to take the first 16 bytes.
  public var uuid: String {
    var digits = Array(hexadecimal.utf8.prefix(32))
    digits[12] = UInt8(ascii: "8")
    // The variant is two bits, 10.
    let nibble = ASCII.isDigit(digits[16]) ? digits[16] - UInt8(ascii: "0") : digits[16] - UInt8(ascii: "a") + 10
    digits[16] = Array("89ab".utf8)[Int(nibble & 3)]
    let text = String(decoding: digits, as: UTF8.self)
    func part(_ start: Int, _ count: Int) -> Substring { text.dropFirst(start).prefix(count) }
    return "urn:uuid:\(part(0, 8))-\(part(8, 4))-\(part(12, 4))-\(part(16, 4))-\(part(20, 12))"
  }
}
