internal import StetModel

/// The lines of a record's head, as they come.
struct HeadLines {
  private let offset: Int
  private var version: String?
  private var fields: [HeaderField] = []
  private var count = 0

  /// - Parameter offset: where the record starts, for messages.
  init(offset: Int) { self.offset = offset }

  /// Whether no line has come.
  var isEmpty: Bool { version == nil }

  /// The head, once it is whole.
  var head: WARCHead { WARCHead(version: version ?? "", fields: fields) }

  /// Takes a line; false when it is the empty one behind the fields.
  mutating func add(_ line: ArraySlice<UInt8>) throws(WARCError) -> Bool {
    count += line.count + 2
    guard count <= WARCReader.maximumHeadBytes else { throw tooLong }
    guard version != nil else {
      version = Self.text(Self.trimmed(line.dropFirst(5)))
      return true
    }
    guard let first = line.first else { return false }
    if ASCII.isSpace(first) {
      // A folded field (WARC 1.1, 4).
      guard let last = fields.indices.last else { throw malformed("its first line is indented") }
      fields[last].value += " " + Self.text(Self.trimmed(line))
      return true
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { throw malformed("a line of it has no colon") }
    fields.append(
      HeaderField(
        name: Self.text(Self.trimmed(line[..<colon])), value: Self.text(Self.trimmed(line[(colon + 1)...]))))
    return true
  }

  /// The error for a head that cannot be read.
  func malformed(_ reason: String) -> WARCError {
    WARCError(
      .malformedHead, "Cannot read the head of the record at byte \(offset): \(reason). Get the file again.",
      offset: offset)
  }

  /// The error for a head that does not end.
  var tooLong: WARCError {
    WARCError(
      .headTooLong,
      "Cannot read the head of the record at byte \(offset): it is longer than "
        + "\(WARCReader.maximumHeadBytes >> 20) MiB. Check that the file is what its name says.", offset: offset)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes.drop(while: ASCII.isSpace)
    while let last = bytes.last, ASCII.isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
