internal import StetModel

/// The head of a response, as libcurl hands it over line by line.
struct ResponseHead: Sendable {
  /// The status; 0 before the status line.
  private(set) var status = 0
  /// The version of HTTP in the status line (`1.1`, `2`).
  private(set) var version = ""
  /// The words after the status.
  private(set) var reason = ""
  /// The fields in the order sent. The value of a folded field (RFC 9112, 5.2) is joined by a space.
  private(set) var fields: [HeaderField] = []
  /// Whether the empty line after the fields has come.
  private(set) var isComplete = false
  /// Length of all lines so far, those of interim responses and trailers included.
  private(set) var byteCount = 0

  /// Takes one line with its line end. Trailers, which come after the body, are counted and left out.
  mutating func receive(_ line: UnsafeBufferPointer<UInt8>) {
    byteCount += line.count
    var line = unsafe Array(line)
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    if line.starts(with: "HTTP/".utf8), !isComplete || (100..<200).contains(status) {
      // A new head: after an interim response (RFC 9110, 15.2) the final one follows.
      (fields, isComplete) = ([], false)
      readStatusLine(line)
    } else if isComplete {
      return
    } else if line.isEmpty {
      isComplete = true
    } else if let first = line.first, first == 0x20 || first == 0x09, !fields.isEmpty {
      fields[fields.count - 1].value += " " + Self.text(Self.trimmed(line[...]))
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      fields.append(
        HeaderField(name: Self.text(line[..<colon]), value: Self.text(Self.trimmed(line[(colon + 1)...]))))
    }
  }

  /// Where a redirect that stet follows leads to; nil for every other response. 300 and 304 are answers.
  var redirectTarget: String? {
    guard isComplete, [301, 302, 303, 307, 308].contains(status) else { return nil }
    return fields.first { $0.hasName("Location") && !$0.value.isEmpty }?.value
  }

  /// The body's length as announced; nil when it is not, or when the body is compressed.
  var plainLength: Int? {
    guard !fields.contains(where: { $0.hasName("Content-Encoding") }) else { return nil }
    return fields.last { $0.hasName("Content-Length") }.flatMap { Int($0.value) }
  }

  /// Whether nobody can tell where the body ends (RFC 9112, 6.3): Content-Length has values that differ, or one that is no
  /// number. libcurl takes one of them; another program on the way may have taken another.
  var hasInvalidLength: Bool {
    guard isComplete, status != 204, status != 304, !fields.contains(where: { $0.hasName("Transfer-Encoding") }) else {
      return false
    }
    let lengths = fields.filter { $0.hasName("Content-Length") }
    // As a rule there is one, of so few digits that it is a number.
    if lengths.count == 1, (1...18).contains(lengths[0].value.utf8.count),
      lengths[0].value.utf8.allSatisfy(ASCII.isDigit)
    {
      return false
    }
    let values = lengths.flatMap { $0.value.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) }
      .map { Self.trimmed(Array($0)[...]) }
    guard let first = values.first else { return false }
    return values.contains { $0 != first } || !first.allSatisfy(ASCII.isDigit) || Int(Self.text(first)) == nil
  }

  private mutating func readStatusLine(_ line: [UInt8]) {
    let words = line.split(separator: 0x20, maxSplits: 2)
    version = Self.text(words[0].dropFirst("HTTP/".utf8.count))
    status = words.count > 1 ? Int(Self.text(words[1])) ?? 0 : 0
    reason = words.count > 2 ? Self.text(words[2]) : ""
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes
  }

  /// UTF-8 where it is valid, else ISO 8859-1, in which every byte is a character (RFC 9110, 5.5).
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    // Nearly every field is ASCII, which takes no look at what it might be besides.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    return String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
