internal import StetModel

/// The head of a stored HTTP response (RFC 9112, 2 to 5), read as leniently as browsers read it.
struct HTTPHead {
  /// The version as written after `HTTP/`.
  let version: String
  /// The status code; 0 when the status line has none.
  let status: Int
  /// The words after the status code.
  let reason: String
  /// The fields, in order; a folded one is joined by a space.
  let fields: [HeaderField]
  /// Where the content starts.
  let end: Int

  /// Reads the head of a response; nil when the block starts with no status line. Interim responses (1xx) before the
  /// final one are passed over.
  init?(_ block: [UInt8]) {
    var start = 0
    while true {
      guard block[start...].starts(with: "HTTP/".utf8), let end = Self.end(in: block, from: start) else { return nil }
      var lines = Self.lines(block[start..<end])
      let words = lines.removeFirst().split(separator: 0x20, maxSplits: 2)
      let status = words.count > 1 ? Int(Self.text(words[1])) ?? 0 : 0
      if (100..<200).contains(status), status != 101, block[end...].starts(with: "HTTP/".utf8) {
        start = end
        continue
      }
      version = Self.text(words[0].dropFirst(5))
      self.status = (0..<1000).contains(status) ? status : 0
      reason = words.count > 2 ? Self.text(words[2]) : ""
      fields = Self.fields(lines)
      self.end = end
      return
    }
  }

  /// The value of the last field with this name; nil when there is none.
  func field(_ name: String) -> String? { fields.last { $0.hasName(name) }?.value }

  /// Where the content behind a head starts: after the first empty line, or at the end when the head has none. Nil when
  /// the block is empty.
  static func end(in block: [UInt8], from start: Int = 0) -> Int? {
    guard start < block.count else { return nil }
    var index = start
    while let feed = block[index...].firstIndex(of: 0x0A) {
      index = feed + 1
      if index < block.count, block[index] == 0x0A { return index + 1 }
      if index + 1 < block.count, block[index] == 0x0D, block[index + 1] == 0x0A { return index + 2 }
    }
    return block.count
  }

  /// The fields in the lines of a head, its first line left off.
  static func fields(in lines: ArraySlice<UInt8>) -> [HeaderField] { fields(self.lines(lines)) }

  private static func lines(_ head: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    head.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }

  private static func fields(_ lines: [ArraySlice<UInt8>]) -> [HeaderField] {
    var fields: [HeaderField] = []
    for line in lines where !line.isEmpty {
      if let first = line.first, first == 0x20 || first == 0x09 {
        let more = text(trimmed(line))
        if let last = fields.indices.last, !more.isEmpty { fields[last].value += " " + more }
        continue
      }
      // A line without a colon says nothing.
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      fields.append(
        HeaderField(name: text(trimmed(line[..<colon])), value: text(trimmed(line[(colon + 1)...]))))
    }
    return fields
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: ASCII.isSpace)
    while let last = bytes.last, ASCII.isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
