/// An address reference cut into its five parts (RFC 3986, 4.1), with the leniency of browsers.
struct AddressReference {
  var scheme: String?
  var authority: String?
  var path = ""
  var query: String?
  var fragment: String?

  init(_ text: String) {
    var bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
    while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }

    if let hash = bytes.firstIndex(of: UInt8(ascii: "#")) {
      fragment = Self.text(bytes[(hash + 1)...])
      bytes = bytes[..<hash]
    }
    if let mark = bytes.firstIndex(of: UInt8(ascii: "?")) {
      query = Self.text(bytes[(mark + 1)...])
      bytes = bytes[..<mark]
    }
    if let end = Self.schemeEnd(bytes) {
      scheme = ASCII.lowercased(Self.text(bytes[..<end]))
      bytes = bytes[(end + 1)...]
    }
    if scheme == nil || scheme == "http" || scheme == "https" {
      bytes = bytes.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }[...]
    }
    if bytes.starts(with: "//".utf8) {
      bytes = bytes.dropFirst(2)
      let end = bytes.firstIndex(of: UInt8(ascii: "/")) ?? bytes.endIndex
      authority = Self.text(bytes[..<end])
      bytes = bytes[end...]
    }
    path = Self.text(bytes)
  }

  /// The index of the colon that ends a scheme.
  private static func schemeEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first, ASCII.isLetter(first), let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else {
      return nil
    }
    let marks = Array("+-.".utf8)
    let isScheme = bytes[..<colon].allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || marks.contains($0) }
    return isScheme ? colon : nil
  }

  private static func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
