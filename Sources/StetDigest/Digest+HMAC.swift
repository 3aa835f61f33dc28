public import StetModel

extension Digest {
  /// The HMAC-SHA256 of bytes under a key (RFC 2104, RFC 4231): who has the key can tell that they come from somebody who has
  /// it too.
  public static func hmacSHA256(key: [UInt8], of bytes: [UInt8]) -> Digest {
    let block = 64
    var padded = key.count > block ? sha256(of: key).bytes : key
    padded += [UInt8](repeating: 0, count: block - padded.count)
    let inner = sha256(of: padded.map { $0 ^ 0x36 } + bytes)
    return sha256(of: padded.map { $0 ^ 0x5C } + inner.bytes)
  }

  /// The 32 bytes.
  private var bytes: [UInt8] {
    let digits = Array(hexadecimal.utf8)
    func value(_ digit: UInt8) -> UInt8 {
      digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
    }
    return stride(from: 0, to: digits.count - 1, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
  }
}
