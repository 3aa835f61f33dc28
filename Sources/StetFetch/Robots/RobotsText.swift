internal import StetModel

/// The bytes of a robots.txt, cut into lines.
struct RobotsText {
  /// What is read of a file, in bytes; the rest is ignored (RFC 9309, 2.5: at least 500 KiB).
  static let maximumBytes = 500 << 10

  /// UTF-8, without byte order mark and what is over the limit.
  let bytes: [UInt8]

  /// The text of a file. UTF-16 is told by its byte order mark (RFC 9309, 2.2.2: mismatches may be bridged).
  init(_ file: [UInt8]) {
    // A line that the limit cuts is left out: half a path would be another rule.
    if file.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes = Array(Self.limited(file[3...]))
    } else if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
      bytes = Array(Self.limited(Self.utf8(file)[...]))
    } else {
      bytes = Array(Self.limited(file[...]))
    }
  }

  /// Calls `body` with each line that holds something, and its number: without its end, its comment and the space around
  /// it. A line ends with CR, LF or both (RFC 9309, 2.2).
  func forEachLine(_ body: (_ line: Range<Int>, _ number: Int) -> Void) {
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let comment = bytes[start..<end].firstIndex(of: UInt8(ascii: "#")) ?? end
      let line = Self.trimmed(start..<comment, in: bytes)
      if !line.isEmpty { body(line, number) }
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
  }

  /// The range without white space at its ends.
  static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, ASCII.isSpace(bytes[start]) { start += 1 }
    while start < end, ASCII.isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func limited(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count > maximumBytes else { return bytes }
    let limit = bytes.startIndex + maximumBytes
    if bytes[limit] == 0x0A || bytes[limit] == 0x0D { return bytes[..<limit] }
    let end = bytes[..<limit].lastIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.startIndex
    return bytes[..<end]
  }

  private static func utf8(_ file: [UInt8]) -> [UInt8] {
    let isLittleEndian = file[0] == 0xFF
    let count = min(file.count, 2 * maximumBytes + 4)
    let units = stride(from: 2, to: count - 1, by: 2).map { index in
      isLittleEndian
        ? UInt16(file[index]) | UInt16(file[index + 1]) << 8 : UInt16(file[index]) << 8 | UInt16(file[index + 1])
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
