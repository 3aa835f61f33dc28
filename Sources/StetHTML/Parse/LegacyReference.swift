/// Numeric character references that mean windows-1252: `&#146;` is a right quotation mark, not a control character
/// (HTML standard, 13.2.5.80, numeric character reference end state).
enum LegacyReference {
  /// U+0080 to U+009F; nil where windows-1252 has nothing.
  private static let table: [Unicode.Scalar?] = [
    "\u{20AC}", nil, "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}", "\u{02C6}", "\u{2030}",
    "\u{0160}", "\u{2039}", "\u{0152}", nil, "\u{017D}", nil, nil, "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
    "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}", "\u{0153}", nil, "\u{017E}",
    "\u{0178}",
  ]

  /// What windows-1252 has at a byte from 0x80 to 0x9F; nil for nothing.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar? { table[Int(byte) - 0x80] }

  /// What stands for the UTF-8 bytes of one C1 control character; nil for all other bytes.
  static func replacement(for bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count == 2, unsafe bytes[0] == 0xC2, unsafe bytes[1] < 0xA0 else { return nil }
    return unsafe table[Int(bytes[1]) - 0x80].map { String($0) }
  }

  /// Replaces the UTF-8 of C1 control characters at the end of a buffer, where attribute values come with their
  /// references resolved.
  static func replaceControls(in values: inout [UInt8], from start: Int) {
    guard var index = ByteSearch.first(0xC2, in: values, from: start) else { return }
    let old = Array(values[index...])
    values.removeSubrange(index...)
    index = 0
    while index < old.count {
      if old[index] == 0xC2, index + 1 < old.count, old[index + 1] < 0xA0, let scalar = scalar(old[index + 1]) {
        values.append(contentsOf: scalar.utf8)
        index += 2
      } else {
        values.append(old[index])
        index += 1
      }
    }
  }
}
