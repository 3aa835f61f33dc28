internal import StetModel

/// The head of a response, as libcurl hands it over line by line.
struct ResponseHead: Sendable {
  /// There is room for so many fields from the start.
  private static let usualFieldCount = 16

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
  mutating func receive(_ bytes: UnsafeBufferPointer<UInt8>) {
    byteCount += bytes.count
    switch unsafe HeadLine(bytes.span) {
    case .status(let version, let status, let reason) where !isComplete || (100..<200).contains(self.status):
      // A new head: after an interim response (RFC 9110, 15.2) the final one follows.
      (self.version, self.status, self.reason) = (version, status, reason)
      (fields, isComplete) = ([], false)
      fields.reserveCapacity(Self.usualFieldCount)
    case _ where isComplete: return
    case .end: isComplete = true
    case .field(let field): fields.append(field)
    case .folded(let text):
      // libcurl ends the transfer when it is the first.
      if !fields.isEmpty { fields[fields.count - 1].value += " " + text }
    case .status, .other: return
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
    return values.contains { $0 != first } || !first.allSatisfy(ASCII.isDigit)
      || Int(String(decoding: first, as: UTF8.self)) == nil
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes
  }
}
