/// The head of an HTTP/1.1 request (RFC 9112), read strictly: what could be read in two ways is refused.
struct RequestHead {
  /// Upper bounds of what is read; a browser stays far below.
  static let maximumBytes = 16_384
  static let maximumTarget = 8_192
  static let maximumFields = 100

  let method: String
  /// Percent-encoded, without the query.
  let path: String
  let query: [(name: String, value: String)]
  /// The query as sent; nil when there is none.
  let rawQuery: String?
  /// Names in lower case; several of one name are joined by commas.
  private(set) var fields: [String: String] = [:]
  /// What the client takes the server for, as sent (`127.0.0.1:8417`).
  let host: String
  /// Whether the client may send another request on this connection.
  let isKeptAlive: Bool
  /// Whether a body follows, which nobody reads.
  let hasBody: Bool

  /// Reads a head, without the empty line at its end.
  init(_ bytes: ArraySlice<UInt8>) throws(RequestFault) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }[...]
    guard let first = lines.popFirst() else { throw .malformed("no request line") }
    let words = first.split(separator: 0x20, omittingEmptySubsequences: false)
    guard words.count == 3, !words[0].isEmpty, words[0].allSatisfy(Self.isToken) else {
      throw .malformed("no request line")
    }
    guard words[2].starts(with: Array("HTTP/".utf8)) else { throw .malformed("no HTTP version") }
    guard [Array("HTTP/1.1".utf8), Array("HTTP/1.0".utf8)].contains(Array(words[2])) else {
      throw RequestFault(status: 505, message: "Only HTTP/1.1 is spoken here.")
    }
    guard words[1].count <= Self.maximumTarget else {
      throw RequestFault(status: 414, message: "This address is too long.")
    }
    guard words[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { throw .malformed("no address") }
    method = String(decoding: words[0], as: UTF8.self)
    guard lines.count <= Self.maximumFields else { throw .tooLarge }
    for line in lines { try Self.add(line, to: &fields) }
    let target = try RequestTarget(String(decoding: words[1], as: UTF8.self))
    (path, query, rawQuery) = (target.path, target.query, target.rawQuery)
    guard let host = target.host ?? fields["host"] else { throw .malformed("no Host field") }
    self.host = host
    let connection = fields["connection"]?.lowercased() ?? ""
    isKeptAlive = words[2].last == UInt8(ascii: "1") && !connection.contains("close")
    hasBody = try Self.hasBody(fields)
  }

  /// Whether a body follows (RFC 9112, 6.3). A request that does not say in one way where it ends is no request.
  private static func hasBody(_ fields: [String: String]) throws(RequestFault) -> Bool {
    let length = fields["content-length"]
    if let codings = fields["transfer-encoding"] {
      guard length == nil else { throw .malformed("both a length and a transfer coding") }
      // RFC 9112, 6.1.
      guard codings.lowercased() == "chunked" else {
        throw RequestFault(status: 501, message: "Of transfer codings only 'chunked' is known here.")
      }
      return true
    }
    guard let length else { return false }
    // With more digits it is longer than anything, and than an integer holds.
    guard (1...18).contains(length.utf8.count), length.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw .malformed("a Content-Length that is none")
    }
    return length.utf8.contains { $0 != 0x30 }
  }

  /// How far a head goes in these bytes, and where what follows it begins; nil when its end has not come yet.
  /// - Parameter start: where to begin to look; nothing before it is the end.
  static func end(in bytes: [UInt8], from start: Int) -> (head: Int, next: Int)? {
    var index = max(0, start)
    while let newline = bytes[index...].firstIndex(of: 0x0A) {
      if newline + 1 < bytes.count, bytes[newline + 1] == 0x0A { return (newline, newline + 2) }
      if newline + 2 < bytes.count, bytes[newline + 1] == 0x0D, bytes[newline + 2] == 0x0A {
        return (newline, newline + 3)
      }
      index = newline + 1
    }
    return nil
  }

  private static func add(_ line: ArraySlice<UInt8>, to fields: inout [String: String]) throws(RequestFault) {
    // Neither a line that goes on nor a space before the colon: RFC 9112, 5.1 and 5.2.
    guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex, line[..<colon].allSatisfy(isToken) else {
      throw .malformed("a field that is none")
    }
    let value = line[(colon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
    guard value.allSatisfy({ $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
      throw .malformed("a field with control characters")
    }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let length = value.lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? value.startIndex
    let text = String(decoding: value[value.startIndex..<length], as: UTF8.self)
    guard let before = fields[name] else {
      fields[name] = text
      return
    }
    guard name != "host", name != "content-length" else { throw .malformed("two \(name) fields") }
    fields[name] = "\(before), \(text)"
  }

  /// RFC 9110, 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension RequestFault {
  static let tooLarge = RequestFault(status: 431, message: "This request's header fields are too large.")
}
