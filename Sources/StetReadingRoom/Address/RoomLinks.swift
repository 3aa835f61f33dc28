/// Writes the links of one page of the room: relative, so that they hold wherever the room stands, in a folder too.
struct RoomLinks: Sendable {
  /// Whether the pages become files: a folder's address then names the file in it.
  let isSite: Bool
  /// Where the links stand.
  let place: RoomAddress
  /// How many folders lie between them and the front.
  private let depth: Int

  init(isSite: Bool, place: RoomAddress) {
    self.isSite = isSite
    self.place = place
    let (names, isFolder) = place.parts
    depth = names.count - (isFolder ? 0 : 1)
  }

  /// For a page that is shown at another place's path, as that of trouble is.
  init(isSite: Bool, place: RoomAddress, path: String) {
    self.isSite = isSite
    self.place = place
    depth = max(0, path.utf8.count { $0 == 0x2F } - 1)
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
