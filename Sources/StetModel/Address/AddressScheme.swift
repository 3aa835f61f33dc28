/// The word before the colon of an address (RFC 3986, 3.1).
enum AddressScheme {
  /// Whether a reference names a scheme other than http and https: `mailto:`, `javascript:`, `data:`.
  static func isForeign(_ reference: String) -> Bool {
    var length = 0
    for byte in reference.utf8 {
      if byte == UInt8(ascii: ":") {
        if length == 0 { return false }
        let scheme = ASCII.lowercased(String(reference.utf8.prefix(length)) ?? "")
        return scheme != "http" && scheme != "https"
      }
      let isMark = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard ASCII.isLetter(byte) || (length > 0 && (ASCII.isDigit(byte) || isMark)) else { return false }
      length += 1
    }
    return false
  }
}
