/// An encoding in which each byte is a character: the UTF-8 of the bytes above 0x7F.
struct SingleByteTable {
  /// One character in up to three bytes, low byte first, and its length.
  private struct Character {
    var bytes: UInt32
    var length: UInt8
    var isKnown = true
  }

  private let characters: [Character]

  /// The table of an encoding by its WHATWG name; nil when it is not a single-byte one.
  init?(_ name: String) {
    if name == "windows-1252" {
      self = Self.windows1252
      return
    }
    guard !CharsetLabel.isMultiByte(name), let converter = IconvConverter(CharsetLabel.iconvName(name)) else {
      return nil
    }
    characters = (UInt8(0x80)...0xFF).map { byte in
      var converted: [UInt8] = []
      _ = converter.convert([byte], from: 0, into: &converted)
      guard (1...3).contains(converted.count) else { return Character(bytes: 0xBDBFEF, length: 3, isKnown: false) }
      return Self.character(converted)
    }
  }

  private init(_ scalars: [Unicode.Scalar]) {
    characters = scalars.map { Self.character(Array($0.utf8)) }
  }

  private static func character(_ utf8: [UInt8]) -> Character {
    Character(bytes: utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }, length: UInt8(utf8.count))
  }

  /// The table of the Encoding Standard: what Microsoft left open is a C1 control character.
  private static let windows1252 = SingleByteTable(
    (UInt8(0x80)...0xFF).map { byte in
      byte < 0xA0 ? LegacyReference.scalar(byte) ?? Unicode.Scalar(byte) : Unicode.Scalar(byte)
    })

  /// The bytes as UTF-8, with U+FFFD for each that the encoding does not have.
  func utf8(_ bytes: [UInt8], _ undecodable: inout Int) -> [UInt8] {
    var unknown = 0
    // At most three bytes for one, and one byte more that the last store may touch.
    let result = unsafe [UInt8](unsafeUninitializedCapacity: bytes.count * 3 + 4) { output, count in
      guard let base = unsafe output.baseAddress.map({ UnsafeMutableRawPointer($0) }) else { return }
      unsafe bytes.withUnsafeBytes { bytes in
        var index = 0
        while index < bytes.count {
          let byte = unsafe bytes[index]
          if byte < 0x80 {
            let end = unsafe UTF8Survey.skipASCII(bytes, from: index)
            unsafe UnsafeMutableRawBufferPointer(start: base + count, count: end - index)
              .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[index..<end]))
            count += end - index
            index = end
            continue
          }
          let character = characters[Int(byte) - 0x80]
          unsafe (base + count).storeBytes(of: character.bytes.littleEndian, as: UInt32.self)
          count += Int(character.length)
          if !character.isKnown { unknown += 1 }
          index += 1
        }
      }
    }
    undecodable += unknown
    return result
  }
}
