/// UTF-16 to UTF-8, with U+FFFD for each lone surrogate and for a last odd byte.
enum UTF16Decoding {
  static func utf8(_ bytes: [UInt8], bigEndian: Bool, _ undecodable: inout Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    let units = bytes.count / 2
    func unit(_ index: Int) -> UInt32 {
      let first = UInt32(bytes[index * 2])
      let second = UInt32(bytes[index * 2 + 1])
      return bigEndian ? first << 8 | second : second << 8 | first
    }
    var index = 0
    while index < units {
      var value = unit(index)
      index += 1
      if value & 0xFC00 == 0xD800, index < units, unit(index) & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + unit(index) & 0x3FF
        index += 1
      }
      if let scalar = Unicode.Scalar(value) {
        result.append(contentsOf: scalar.utf8)
      } else {
        result.append(contentsOf: UTF8Repair.replacement)
        undecodable += 2
      }
    }
    if bytes.count % 2 == 1 {
      result.append(contentsOf: UTF8Repair.replacement)
      undecodable += 1
    }
    return result
  }
}
