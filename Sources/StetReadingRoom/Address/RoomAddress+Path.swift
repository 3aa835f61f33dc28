extension RoomAddress {
  /// The place with this percent-encoded path; nil when there is none.
  init?(path: String) {
    guard path.hasPrefix("/") else { return nil }
    if let place = MementoAddress.place(path) {
      self = place
      return
    }
    var names: [String] = []
    for part in path.split(separator: "/") {
      guard let name = Self.decoded(part), name != ".", name != ".." else { return nil }
      names.append(name)
    }
    self.init(names, isFolder: path.hasSuffix("/"))
  }

  /// Percent-decoding; nil for what is no UTF-8, or has a zero byte.
  static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
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
