/// An address reference that is in normal form already, as nearly all are that pages are written with: nothing in it has
/// to be encoded, lowered or resolved. It can be taken as it stands.
struct PlainReference {
  /// What the reference starts with.
  enum Start: Equatable {
    /// `http://` or `https://` and a host, which ends at this offset; then the port, unless it is the scheme's own.
    case host(start: Int, end: Int, port: Int?)
    /// One `/`.
    case root
    /// The first folder or file name.
    case name
  }

  let start: Start
  /// The offset at which the path starts.
  let pathStart: Int
  /// The offset at which the path ends.
  let pathEnd: Int
  /// The offset at which the query ends, its `?` at `pathEnd`; nil when there is none.
  let queryEnd: Int?
  /// The number of bytes.
  let count: Int

  /// Nil when the reference is not in normal form, or no reference of these kinds.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else { return nil }
    var index = 0
    if first == UInt8(ascii: "/") {
      if bytes.count > 1, bytes[1] == UInt8(ascii: "/") { return nil }
      start = .root
    } else if let host = Self.hostStart(bytes) {
      index = host
      while index < bytes.count, Self.isHost(bytes[index]) { index += 1 }
      if index == host { return nil }
      let end = index
      var port: Int?
      if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
        guard let number = Self.port(bytes, at: &index), number != (host == Self.secure.count ? 443 : 80) else {
          return nil
        }
        port = number
      }
      // A query or fragment right behind the host: the path between them is not written.
      if index < bytes.count, bytes[index] != UInt8(ascii: "/") { return nil }
      start = .host(start: host, end: end, port: port)
    } else {
      start = .name
    }
    pathStart = index
    guard let end = Self.pathEnd(bytes, from: index, isName: start == .name) else { return nil }
    pathEnd = end
    index = end
    if index < bytes.count, bytes[index] == UInt8(ascii: "?") {
      while index < bytes.count, bytes[index] != UInt8(ascii: "#") {
        if PercentEncoding.mustBeEncoded(bytes[index]) { return nil }
        index += 1
      }
      queryEnd = index
    } else {
      queryEnd = nil
    }
    while index < bytes.count {
      if PercentEncoding.mustBeEncoded(bytes[index]) { return nil }
      index += 1
    }
    count = bytes.count
  }

  /// The end of a path without dot segments; nil when it has some, or what has to be encoded.
  private static func pathEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isName: Bool) -> Int? {
    var index = start
    var opensSegment = true
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { break }
      // `.`, `..` and their spellings with `%2e`, among some that are none; a colon may end a scheme.
      if opensSegment, byte == UInt8(ascii: ".") || byte == UInt8(ascii: "%") { return nil }
      if PercentEncoding.mustBeEncoded(byte) || (isName && byte == UInt8(ascii: ":")) { return nil }
      opensSegment = byte == UInt8(ascii: "/")
      index += 1
    }
    // No path at all means the page's own.
    return isName && index == start ? nil : index
  }

  private static func hostStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for scheme in [secure, plain] where bytes.count > scheme.count && bytes.starts(with: scheme) { return scheme.count }
    return nil
  }

  /// The number behind the colon at an index, which is moved behind it; nil when it is not written as numbers are.
  private static func port(_ bytes: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Int? {
    let digits = bytes[(index + 1)...].prefix(while: ASCII.isDigit)
    guard let first = digits.first, first != UInt8(ascii: "0"), digits.count <= 5 else { return nil }
    index = digits.endIndex
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return number <= 65535 ? number : nil
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || ASCII.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static let secure = Array("https://".utf8)
  private static let plain = Array("http://".utf8)
}
