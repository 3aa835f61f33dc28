/// Gzip in memory (RFC 1952), by zlib.
public enum Gzip {
  /// Whether the bytes start as a gzip member does: its two magic bytes and the one method there is, deflate.
  public static func isGzip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B, 0x08]) }

  /// The content of all members, one after the other (RFC 1952, 2.2). Zero bytes after the last member are padding.
  /// - Parameters:
  ///   - bytes: one or more whole members.
  ///   - maximumBytes: the longest content that is accepted; memory stays within it, whatever the bytes inflate to.
  /// - Throws: `GzipError`; never returns a part of the content.
  public static func decompress(_ bytes: [UInt8], maximumBytes: Int) throws(GzipError) -> [UInt8] {
    let magic: [UInt8] = [0x1F, 0x8B, 0x08]
    guard isGzip(bytes) || magic.starts(with: bytes) else {
      throw GzipError(.notGzip, "the bytes are not gzip. Check that the file is what its name says.")
    }
    let stream = try InflateStream()
    var content: [UInt8] = []
    var start = 0
    repeat {
      start += try stream.member(bytes, from: start, into: &content, maximumBytes: maximumBytes)
      if bytes[start...].allSatisfy({ $0 == 0 }) { return content }
    } while bytes[start...].starts(with: magic)
    throw GzipError(.corrupt, "\(bytes.count - start) bytes after the gzip content are not gzip. Get the file again.")
  }

  /// The bytes as one gzip member, without name and time: the same bytes always give the same member.
  /// - Parameter level: 0 (stored) to 9 (smallest); out of range counts as the nearest.
  /// - Throws: `GzipError.Code.outOfMemory`.
  public static func compress(_ bytes: [UInt8], level: Int = 6) throws(GzipError) -> [UInt8] {
    try DeflateStream(level: min(max(level, 0), 9)).member(bytes)
  }
}
