internal import StetWARC

/// Holds the index beside a WARC file against the captures in it, in 16 bytes for each of them.
struct IndexVerification {
  enum Outcome: Sendable {
    case same
    /// Lines are missing, or not in order.
    case incomplete
    /// Lines are there that the file does not have.
    case other
  }

  /// A line longer than this is none that stet wrote.
  private static let maximumLineBytes = 1 << 20
  private static let pieceBytes = 1 << 16

  private var expected: [Int] = []

  var isEmpty: Bool { expected.isEmpty }

  /// Notes a capture that is there.
  mutating func expect(_ line: CDXJLine) { expected.append(Self.hash(Array(line.text.utf8)[...])) }

  /// Reads the index.
  mutating func compare(_ path: String) throws(SystemCallError) -> Outcome {
    let file = try OpenFile(path)
    var found: [Int] = []
    var isInOrder = true
    var offset = 0
    var rest: [UInt8] = []
    var last: [UInt8] = []
    while case let piece = try file.bytes(at: offset, count: Self.pieceBytes), !piece.isEmpty {
      offset += piece.count
      rest += piece
      var start = 0
      while let end = rest[start...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = rest[start...end]
        if line.lexicographicallyPrecedes(last) { isInOrder = false }
        last = Array(line)
        found.append(Self.hash(line))
        start = end + 1
      }
      rest.removeSubrange(..<start)
      guard rest.count <= Self.maximumLineBytes else { return .other }
    }
    guard rest.isEmpty else { return .other }
    found.sort()
    expected.sort()
    if found == expected { return isInOrder ? .same : .incomplete }
    let known = Set(expected)
    return found.allSatisfy(known.contains) ? .incomplete : .other
  }

  /// Enough to tell accidents from what was written.
  private static func hash(_ line: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    unsafe line.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
