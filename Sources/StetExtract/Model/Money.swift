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
      for index in bytes.indices {
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
}
