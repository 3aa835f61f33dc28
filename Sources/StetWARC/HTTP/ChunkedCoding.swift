internal import StetModel

/// The transfer coding `chunked` (RFC 9112, 7.1).
enum ChunkedCoding {
  /// The content of the chunks; nil when these are no chunks to the end: many writers leave the field and take the
  /// chunks away. Trailer fields are passed over, and a missing last chunk is forgiven when what there is ends with one.
  static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var content: [UInt8] = []
    var index = bytes.startIndex
    guard index < bytes.endIndex else { return nil }
    while index < bytes.endIndex {
      guard let length = size(bytes, &index) else { return nil }
      if length == 0 { return content }
      guard length <= bytes.endIndex - index else { return nil }
      content += bytes[index..<index + length]
      index += length
      guard skipLineEnd(bytes, &index) else { return nil }
    }
    return content
  }

  /// A line of a hexadecimal number, perhaps with an extension behind `;`.
  private static func size(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> Int? {
    var size = 0
    var digits = 0
    while index < bytes.endIndex, let digit = digit(bytes[index]) {
      guard digits < 15 else { return nil }
      size = size << 4 | digit
      digits += 1
      index += 1
    }
    guard digits > 0 else { return nil }
    while index < bytes.endIndex, bytes[index] == 0x20 { index += 1 }
    if index < bytes.endIndex, bytes[index] == UInt8(ascii: ";") {
      index = bytes[index...].prefix(4096).firstIndex { $0 == 0x0D || $0 == 0x0A } ?? bytes.endIndex
    }
    return skipLineEnd(bytes, &index) ? size : nil
  }

  private static func skipLineEnd(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> Bool {
    if index < bytes.endIndex, bytes[index] == 0x0D { index += 1 }
    guard index < bytes.endIndex, bytes[index] == 0x0A else { return index == bytes.endIndex }
    index += 1
    return true
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch ASCII.lowercased(byte) {
    case let byte where ASCII.isDigit(byte): Int(byte) - 0x30
    case let byte where (0x61...0x66).contains(byte): Int(byte) - 0x61 + 10
    default: nil
    }
  }
}
