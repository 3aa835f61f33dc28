/// HTTP's content coding `deflate` (RFC 9110, 8.4.1.2), by zlib.
public enum Deflate {
  /// The content of bytes in the zlib format, or without any wrapping, as some servers send them.
  /// - Parameter maximumBytes: the longest content that is accepted.
  /// - Throws: `GzipError`; never returns a part of the content.
  public static func decompress(_ bytes: [UInt8], maximumBytes: Int) throws(GzipError) -> [UInt8] {
    // RFC 1950, 2.2: the method is 8, and the first two bytes are a multiple of 31.
    let isWrapped = bytes.count > 1 && bytes[0] & 15 == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    let stream = try InflateStream(isWrapped ? .zlib : .raw)
    var content: [UInt8] = []
    let length = try stream.member(bytes, from: 0, into: &content, maximumBytes: maximumBytes)
    guard length == bytes.count else {
      throw GzipError(.corrupt, "\(bytes.count - length) bytes after the deflated content do not belong to it.")
    }
    return content
  }
}
