/// User, host and port of an address (RFC 3986, 3.2).
struct AddressAuthority {
  var userInfo: String?
  var host: String
  var port: Int?

  /// Nil when there is no host, or the host or port cannot be one.
  init?(_ text: String, scheme: String) {
    var bytes = Array(text.utf8)[...]
    if let at = bytes.lastIndex(of: UInt8(ascii: "@")) {
      let user = PercentEncoding.encode(String(decoding: bytes[..<at], as: UTF8.self))
      userInfo = user.isEmpty ? nil : user
      bytes = bytes[(at + 1)...]
    }
    let searchStart = bytes.lastIndex(of: UInt8(ascii: "]")) ?? bytes.startIndex
    if let colon = bytes[searchStart...].firstIndex(of: UInt8(ascii: ":")) {
      let digits = bytes[(colon + 1)...]
      bytes = bytes[..<colon]
      if !digits.isEmpty {
        guard digits.allSatisfy(ASCII.isDigit), let number = Int(String(decoding: digits, as: UTF8.self)),
          number <= 65535
        else { return nil }
        port = number == (scheme == "https" ? 443 : 80) ? nil : number
      }
    }
    guard !bytes.isEmpty, bytes.allSatisfy(Self.mayStandInHost) else { return nil }
    host = String(decoding: bytes, as: UTF8.self).lowercased()
  }

  private static func mayStandInHost(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && !"\"#/<>?@\\^`{|}".utf8.contains(byte)
  }
}
