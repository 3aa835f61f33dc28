/// What a request is for (RFC 9112, 3.2): a path and a query, or a whole address.
struct RequestTarget {
  /// Percent-encoded.
  let path: String
  /// Names and values in order, decoded.
  let query: [(name: String, value: String)]
  /// The query as sent; nil when there is none.
  let rawQuery: String?
  /// Host and port of a whole address, which then counts for more than the Host field; else nil.
  let host: String?

  private static let maximumParameters = 100

  init(_ text: String) throws(RequestFault) {
    var rest = text[...]
    if rest.lowercased().hasPrefix("http://") {
      rest = rest.dropFirst(7)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      host = String(rest[..<end])
      rest = rest[end...]
    } else {
      guard rest.hasPrefix("/") else { throw .malformed("no address") }
      host = nil
    }
    let mark = rest.firstIndex(of: "?") ?? rest.endIndex
    path = mark == rest.startIndex ? "/" : String(rest[..<mark])
    rawQuery = mark == rest.endIndex ? nil : String(rest[mark...].dropFirst())
    let pairs = rest[mark...].dropFirst().split(separator: "&")
    guard pairs.count <= Self.maximumParameters else { throw .malformed("too many parameters") }
    query = pairs.map { pair in
      let sign = pair.firstIndex(of: "=") ?? pair.endIndex
      return (Self.decoded(pair[..<sign]), Self.decoded(pair[sign...].dropFirst()))
    }
  }

  /// As forms write it: `+` is a space. What is no percent-encoding stays as it stands.
  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index] == 0x2B ? 0x20 : bytes[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
