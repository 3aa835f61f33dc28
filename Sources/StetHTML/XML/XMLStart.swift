/// Where an XML document begins: servers print warnings, comments and blank lines before it.
enum XMLStart {
  /// How far the XML declaration is looked for.
  static let maximumOffset = 1 << 16

  private static let declaration = Array("<?xml".utf8)

  /// The document without what stands before its XML declaration (XML 1.0, 2.8: nothing may). Without a declaration it
  /// stays as it is.
  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var from = 0
    while from < maximumOffset, let open = ByteSearch.first(0x3C, in: bytes, from: from) {
      let next = open + declaration.count
      // Not `<?xml-stylesheet`.
      if next < bytes.count, bytes[open..<next].elementsEqual(declaration), bytes[next] <= 0x20 {
        // A byte order mark alone is no rubbish, and tells the encoding.
        return open == 0 || (open == 3 && bytes[0] == 0xEF) ? bytes : Array(bytes[open...])
      }
      from = open + 1
    }
    return bytes
  }
}
