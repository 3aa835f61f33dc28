/// Bytes to UTF-8 by glibc's iconv, with U+FFFD where it stops.
enum IconvDecoding {
  static func utf8(_ bytes: [UInt8], _ encoding: String, _ undecodable: inout Int) -> [UInt8] {
    guard let converter = IconvConverter(encoding) else { return UTF8Repair.repaired(bytes, &undecodable) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 2)
    var index = 0
    while index < bytes.count {
      let fault: Int
      switch converter.convert(bytes, from: index, into: &result) {
      case .end: return result
      case .invalid(let at), .incomplete(let at): fault = at
      }
      let length = faultyLength(bytes, at: fault)
      result.append(contentsOf: UTF8Repair.replacement)
      undecodable += length
      index = fault + length
    }
    return result
  }

  /// A lead byte and a wrong trail byte go together, unless the second is ASCII: it may be the `<` of the next tag.
  private static func faultyLength(_ bytes: [UInt8], at index: Int) -> Int {
    guard index + 1 < bytes.count, bytes[index] > 0x80, bytes[index] < 0xFF else { return 1 }
    return bytes[index + 1] >= 0x80 ? 2 : 1
  }
}
