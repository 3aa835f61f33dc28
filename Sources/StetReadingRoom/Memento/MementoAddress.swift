/// The addresses of Memento (RFC 7089), in which the address of a page stands as it is, slashes and all:
/// `/timegate/http://reviews.example/film?id=3`.
///
/// The same wholly percent-encoded, as links are written here, means the same.
enum MementoAddress {
  /// The place; nil when the path is none of these.
  /// - Parameter path: as sent.
  static func place(_ path: String) -> RoomAddress? {
    if let rest = rest(path, behind: "/timegate/") { return original(rest).map(RoomAddress.timegate) }
    for form in TimeMapForm.allCases {
      guard var rest = rest(path, behind: "/timemap/\(form.rawValue)/") else { continue }
      var part = 1
      // An address begins with its scheme, so that a number in front is that of a part.
      if let slash = rest.firstIndex(of: "/"), let number = RoomAddress.number(rest[..<slash]) {
        part = number
        rest = rest[rest.index(after: slash)...]
      }
      return original(rest).map { .timemap(form, $0, part: part) }
    }
    return nil
  }

  /// An address as it stands behind the room's own in a header field or a document: nothing in it can end what it stands in.
  static func safe(_ address: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in address.utf8 {
      let mayStand =
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        // RFC 3986, 2: reserved and unreserved, and what is encoded already.
        default: ":/?#[]@!$&'()*+,;=-._~%".utf8.contains(byte)
        }
      if mayStand { bytes.append(byte) } else { bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func rest(_ path: String, behind start: String) -> Substring? {
    path.hasPrefix(start) ? path.dropFirst(start.count) : nil
  }

  /// The page's address; nil when there is none.
  private static func original(_ text: Substring) -> String? {
    guard !text.isEmpty else { return nil }
    let lower = text.prefix(12).lowercased()
    guard lower.hasPrefix("http%3a") || lower.hasPrefix("https%3a") else { return String(text) }
    return RoomAddress.decoded(text)
  }
}
