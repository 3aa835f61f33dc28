/// Writes the links of one page of the room: relative, so that they hold wherever the room stands, in a folder too.
struct RoomLinks: Sendable {
  /// Whether the pages become files: a folder's address then names the file in it.
  let isSite: Bool
  /// How many folders down the links stand.
  private let depth: Int

  /// Links that stand at a place of the room.
  init(isSite: Bool, place: RoomAddress) {
    self.isSite = isSite
    let (names, isFolder) = place.parts
    depth = names.count - (isFolder ? 0 : 1)
  }

  /// Links of an answer to a request for this path, as it was sent: a browser goes by it, whatever is found there.
  init(from path: String) {
    isSite = false
    depth = max(0, path.utf8.count { $0 == UInt8(ascii: "/") } - 1)
  }

  /// The link's value, percent-encoded, not yet escaped for HTML.
  func callAsFunction(_ target: RoomAddress, query: [(name: String, value: String)] = [], fragment: String = "")
    -> String
  {
    let (names, isFolder) = target.parts
    var link = String(repeating: "../", count: depth) + names.map(Self.encoded).joined(separator: "/")
    if isFolder {
      if !names.isEmpty { link += "/" }
      link += isSite ? "index.html" : ""
    }
    if link.isEmpty { link = "./" }
    if !query.isEmpty {
      link += "?" + query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }
    return fragment.isEmpty ? link : "\(link)#\(Self.encoded(fragment))"
  }

  /// RFC 3986's unreserved characters stay, everything else becomes %XX.
  static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
