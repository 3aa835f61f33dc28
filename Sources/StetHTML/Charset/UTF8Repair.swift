/// UTF-8 with U+FFFD for each ill-formed sequence (Unicode standard, 3.9, substitution of maximal subparts).
enum UTF8Repair {
  /// U+FFFD.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  static func repaired(_ bytes: [UInt8], _ undecodable: inout Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 16)
    unsafe bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        let ascii = unsafe UTF8Survey.skipASCII(bytes, from: index)
        unsafe result.append(contentsOf: bytes[index..<ascii])
        index = ascii
        if index == bytes.count { break }
        let (length, isValid) = unsafe UTF8Survey.sequence(bytes, at: index)
        if isValid {
          unsafe result.append(contentsOf: bytes[index..<index + length])
        } else {
          result.append(contentsOf: replacement)
          undecodable += length
        }
        index += length
      }
    }
    return result
  }
}
