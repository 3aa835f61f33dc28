internal import StetModel

/// What one line of the head of a request or response says.
enum HeadLine {
  /// A response begins (RFC 9112, 4): version, status, and the words after it; 0 for a status that is no number.
  case status(version: String, code: Int, reason: String)
  /// A field; its name as it stands, its value without space around it.
  case field(HeaderField)
  /// The line before goes on (RFC 9112, 5.2); without space around it.
  case folded(String)
  /// The head ends.
  case end
  /// Neither of these.
  case other

  /// Reads a line, with its end or without it.
  init(_ line: Span<UInt8>) {
    var end = line.count
    while end > 0, line[end - 1] == 0x0A || line[end - 1] == 0x0D { end -= 1 }
    if end == 0 {
      self = .end
    } else if Self.isSpace(line[0]) {
      self = .folded(Self.trimmed(line, 0, end))
    } else if end >= Self.version.count, Self.version.indices.allSatisfy({ line[$0] == Self.version[$0] }) {
      let version = Self.space(line, Self.version.count, end)
      let code = Self.space(line, min(version + 1, end), end)
      self = .status(
        version: Self.text(line, Self.version.count, version),
        code: Int(Self.text(line, min(version + 1, end), code)) ?? 0,
        reason: Self.text(line, min(code + 1, end), end))
    } else if let colon = (0..<end).first(where: { line[$0] == UInt8(ascii: ":") }) {
      self = .field(HeaderField(name: Self.text(line, 0, colon), value: Self.trimmed(line, colon + 1, end)))
    } else {
      self = .other
    }
  }

  /// What a status line starts with.
  private static let version = Array("HTTP/".utf8)

  /// The index of the next space; else the end.
  private static func space(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    (start..<end).first { line[$0] == 0x20 } ?? end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func trimmed(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    var (start, end) = (start, end)
    while start < end, isSpace(line[start]) { start += 1 }
    while start < end, isSpace(line[end - 1]) { end -= 1 }
    return text(line, start, end)
  }

  /// UTF-8 where it is valid, else ISO 8859-1, in which every byte is a character (RFC 9110, 5.5).
  private static func text(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> String {
    if let valid = try? UTF8Span(validating: line.extracting(start..<end)) { return String(copying: valid) }
    var text = ""
    for index in start..<end { text.unicodeScalars.append(Unicode.Scalar(line[index])) }
    return text
  }
}
