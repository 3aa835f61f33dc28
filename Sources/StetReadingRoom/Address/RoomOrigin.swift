/// Where a client found the room: what absolute addresses begin with.
///
/// The Host field is the only thing that tells it. The server has checked that it names this room; here only its form is
/// looked at, so that no other text gets into an address.
struct RoomOrigin: Sendable, Hashable {
  /// `http://127.0.0.1:8417`.
  let text: String

  /// nil when the request has no Host field, or one that is none (RFC 3986, 3.2.2).
  init?(_ request: RoomRequest) {
    guard let host = request.headers["host"], Self.isHost(host) else { return nil }
    text = "http://\(host)"
  }

  /// The absolute address of a place.
  func callAsFunction(_ place: RoomAddress, query: [(name: String, value: String)] = []) -> String {
    let link = RoomLinks(isSite: false, place: .front)(place, query: query)
    return "\(text)/\(link.hasPrefix("./") ? String(link.dropFirst(2)) : link)"
  }

  /// A name, an IPv4 address or an IPv6 one in brackets; a port or none.
  private static func isHost(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    if let colon = rest.lastIndex(of: UInt8(ascii: ":")), rest[(colon + 1)...].allSatisfy(isDigit), rest.last != 0x5D {
      guard (1...5).contains(rest.count - (colon - rest.startIndex) - 1) else { return false }
      rest = rest[..<colon]
    }
    guard (1...255).contains(rest.count) else { return false }
    if rest.first == 0x5B {
      return rest.last == 0x5D && rest.count > 3
        && rest.dropFirst().dropLast().allSatisfy { isDigit($0) || isHexLetter($0) || $0 == 0x3A || $0 == 0x2E }
    }
    return rest.allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isHexLetter(_ byte: UInt8) -> Bool { (0x61...0x66).contains(byte | 0x20) }
}
