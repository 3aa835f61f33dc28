/// A WARC file, or something in it, that cannot be read.
public struct WARCError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  public enum Code: String, Sendable, Hashable {
    /// The file does not start with a record.
    case notWARC
    /// There is no such file.
    case noSuchFile
    /// No permission, or the disk failed.
    case cannotRead
    /// The file ends in the middle of a record.
    case truncated
    /// The gzip around the records is damaged.
    case damaged
    /// What stands behind a record is no record.
    case garbage
    /// The head of a record cannot be read.
    case malformedHead
    /// The head of a record is longer than the limit.
    case headTooLong
    /// The block of a record is longer than the limit. Reading can go on with the next record.
    case blockTooLong
    /// A line of an index cannot be read.
    case malformedIndex
    /// A record holds no HTTP response.
    case notHTTP
    /// A content is in a coding that is not read here.
    case unknownCoding
    /// A content does not decode.
    case damagedContent
    /// A content is longer than the limit after decoding.
    case contentTooLong
  }

  /// What is wrong.
  public let code: Code
  /// What is wrong, for a person, and what to do.
  public let message: String
  /// Where in the file, in bytes: the start of the record or member that is not whole, so that everything before it is;
  /// nil when the error is about no place in a file.
  public let offset: Int?
  /// The system's error number, when a system call failed.
  public let cause: Int32?

  init(_ code: Code, _ message: String, offset: Int? = nil, cause: Int32? = nil) {
    self.code = code
    self.message = message
    self.offset = offset
    self.cause = cause
  }

  /// The error for a WARC file that ZIP has compressed.
  public static func compressedMember(_ name: String, of path: String) -> WARCError {
    WARCError(
      .damaged,
      "Cannot read '\(name)' in '\(path)': it is compressed once more by ZIP, which WACZ forbids. "
        + "Unpack the file, and name what is in it.")
  }

  /// The error for a record whose block is not what its digest says.
  public static func brokenDigest(at offset: Int) -> WARCError {
    WARCError(
      .damaged,
      "Cannot read the record at byte \(offset): it does not have the digest that it names. "
        + "Get the file again.", offset: offset)
  }

  /// The message.
  public var description: String { message }
}
