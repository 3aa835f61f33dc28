internal import CLibXML2

/// Character references in XML that may be none.
enum XMLReference {
  /// The longest name of an entity of HTML 4 (`thetasym`).
  private static let longestName = 8

  /// The text with its references resolved: numbers (those of windows-1252 as in HTML), the five names of XML and the
  /// names of HTML 4. What is no reference stays as it is: `?a=1&b=2`.
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(0x26) else { return Array(text) }
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    unsafe text.withUnsafeBufferPointer { bytes in
      var from = 0
      while let mark = unsafe ByteSearch.first(0x26, in: bytes, from: from) {
        unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<mark]))
        if let (scalar, end) = unsafe reference(bytes, at: mark) {
          out.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
          from = end
        } else {
          out.append(0x26)
          from = mark + 1
        }
      }
      unsafe out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from...]))
    }
    return out
  }

  private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, at mark: Int) -> (Unicode.Scalar, Int)? {
    guard mark + 2 < bytes.count else { return nil }
    if unsafe bytes[mark + 1] == 0x23 {
      let (value, end) = unsafe NumericReference.read(bytes, at: mark)
      guard end > mark + 2, unsafe bytes[end - 1] == 0x3B else { return nil }
      if (0x80...0x9F).contains(value) { return LegacyReference.scalar(UInt8(value)).map { ($0, end) } }
      guard value >= 0x20 || value == 0x09 || value == 0x0A || value == 0x0D else { return nil }
      return Unicode.Scalar(value).map { ($0, end) }
    }
    var end = mark + 1
    var name: [UInt8] = []
    while end < bytes.count, name.count <= longestName, unsafe bytes[end] != 0x3B {
      let byte = unsafe bytes[end]
      guard (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) else { return nil }
      name.append(byte)
      end += 1
    }
    guard end < bytes.count, unsafe bytes[end] == 0x3B, !name.isEmpty else { return nil }
    if name == Array("apos".utf8) { return ("'", end + 1) }
    name.append(0)
    guard let entity = unsafe htmlEntityLookup(name) else { return nil }
    return unsafe Unicode.Scalar(entity.pointee.value).map { ($0, end + 1) }
  }
}
