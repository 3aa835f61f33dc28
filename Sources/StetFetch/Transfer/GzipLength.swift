internal import StetModel

/// The end of a body as it comes over the wire: a gzip member ends with the length of what it inflates to (RFC 1952,
/// 2.3.1). libcurl takes a member that was cut short for a whole one, but lets nothing stand after it, so the last four
/// bytes tell.
struct GzipLength: Sendable {
  /// The last four bytes so far as a number, the last of them at the top: as the length is written.
  private var last: UInt32 = 0
  private var byteCount = 0

  /// Takes a piece as it came.
  mutating func receive(_ piece: UnsafeBufferPointer<UInt8>) {
    byteCount += piece.count
    for index in max(0, piece.count - 4)..<piece.count { last = last >> 8 | UInt32(unsafe piece[index]) << 24 }
  }

  /// Whether a response with these fields has a body that ends so: gzip, and nothing besides.
  static func isWritten(in fields: [HeaderField]) -> Bool {
    let encodings = fields.filter { $0.hasName("Content-Encoding") }.map { ASCII.lowercased($0.value) }
    return encodings == ["gzip"] || encodings == ["x-gzip"]
  }

  /// Whether the body was cut, as far as can be told.
  /// - Parameters:
  ///   - inflated: length of the body after decompression.
  ///   - received: its length before that, without what frames it: where more came, chunks for one, the last four bytes
  ///     are of something else, and nothing is said.
  func isCut(inflated: Int, received: Int, _ fields: [HeaderField]) -> Bool {
    guard Self.isWritten(in: fields), byteCount > 0, byteCount == received else { return false }
    return byteCount < 4 || last != UInt32(truncatingIfNeeded: inflated)
  }
}
