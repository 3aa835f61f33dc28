internal import StetModel

/// The marks that set the parts of a byline apart: bars, bullets, ends of lines, and dashes with space on both sides.
enum SegmentMark {
  /// The number of bytes of the mark that stands at an index; 0 when none does.
  static func length(_ bytes: [UInt8], at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: ";"), 0x0A, 0x0D: return 1
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "~"): return isSpaced(bytes, index, 1) ? 1 : 0
      default: return 0
      }
    }
    if byte == 0xC2 { return matches(bytes, index, twoByteMarks) }
    guard byte == 0xE2 || byte == 0xEF else { return 0 }
    let length = matches(bytes, index, threeByteMarks)
    return length > 0 ? length : (isSpaced(bytes, index, 3) ? matches(bytes, index, dashes) : 0)
  }

  private static let twoByteMarks = ["·", "»"].map { Array($0.utf8) }
  private static let threeByteMarks = ["｜", "•", "›", "；", "\u{2028}", "■", "▪", "●"].map { Array($0.utf8) }
  private static let dashes = ["—", "–"].map { Array($0.utf8) }

  private static func matches(_ bytes: [UInt8], _ index: Int, _ marks: [[UInt8]]) -> Int {
    marks.first { bytes[index...].starts(with: $0) }?.count ?? 0
  }

  private static func isSpaced(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Bool {
    let isAfterSpace = index == 0 || ASCII.isSpace(bytes[index - 1])
    return isAfterSpace && (index + length >= bytes.count || ASCII.isSpace(bytes[index + length]))
  }
}
