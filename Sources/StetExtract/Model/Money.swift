internal import StetHTML

/// Sums of money in the words of blocks: what a page of things for sale is full of.
enum Money {
  /// How many signs of a currency (dollar, pound, yen, euro, rupee, rouble) stand in a block's own text.
  static func count(in block: Int, _ survey: PageSurvey) -> Int32 {
    let document = survey.document
    guard survey.ownWeight[block] < 400 else { return 0 }
    let end = document.end(block)
    var found: Int32 = 0
    var index = block
    while index < end {
      if document.tag(index) == .text {
        if Int(survey.block[index]) == block, survey.weight[index] > 0 {
          found += count(in: document.text[document.textRange(index)])
        }
        index += 1
      } else if index != block, Int(survey.block[index]) != block {
        index = document.end(index)
      } else {
        index += 1
      }
    }
    return found
  }

  private static func count(in text: ArraySlice<UInt8>) -> Int32 {
    text.withUnsafeBufferPointer { bytes in
      var found: Int32 = 0
      var index = 0
      while index < bytes.count {
        // Eight bytes at once, where none is a dollar sign or beyond ASCII.
        while index + 8 <= bytes.count, Self.isPlain(UnsafeRawBufferPointer(bytes), index) { index += 8 }
        guard index < bytes.count else { break }
        defer { index += 1 }
        switch bytes[index] {
        case UInt8(ascii: "$"): found += 1
        case 0xC2 where index + 1 < bytes.count && (bytes[index + 1] == 0xA3 || bytes[index + 1] == 0xA5): found += 1
        // U+20A0 to U+20BF
        case 0xE2 where index + 1 < bytes.count && bytes[index + 1] == 0x82: found += 1
        default: break
        }
      }
      return found
    }
  }

  @inline(__always)
  private static func isPlain(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let dollars = word ^ 0x2424_2424_2424_2424
    // The high bit is set where a byte is 0x80 or more, or, at the latest where the first one is, a dollar sign.
    return (word | (dollars &- 0x0101_0101_0101_0101) & ~dollars) & 0x8080_8080_8080_8080 == 0
  }
}
