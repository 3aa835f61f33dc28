internal import StetModel

/// The scheme of an address or reference (RFC 3986, 3.1).
enum AddressScheme {
  /// The scheme in lower case; nil when there is none. `example.org:8080/x` and `localhost:8080` have none: what
  /// stands before the colon is a host, after it a port.
  static func of(_ text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return nil }
    let name = text[..<colon]
    let marks = Array("+-".utf8)
    guard name.utf8.first.map(ASCII.isLetter) == true,
      name.utf8.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || marks.contains($0) })
    else { return nil }
    let rest = text[text.utf8.index(after: colon)...].utf8
    if let next = rest.first, ASCII.isDigit(next) { return nil }
    return ASCII.lowercased(String(name))
  }
}
