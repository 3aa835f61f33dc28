internal import Glibc

/// A WARC file on disk, open for reading.
public final class WARCFile {
  private static let pieceBytes = 64 * 1024

  private let descriptor: Int32
  private let path: String

  /// Opens a file.
  /// - Throws: `WARCError.Code.noSuchFile` or `.cannotRead`.
  public init(_ path: String) throws(WARCError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.fault(path, errno) }
  }

  deinit { close(descriptor) }

  /// The length of the file in bytes; nil when it has none, a pipe for one.
  public var length: Int? {
    var facts = stat()
    guard fstat(descriptor, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(facts.st_size)
  }

  /// A reader of the records from an offset on: the start of the file, or of a record.
  public func reader(from offset: Int = 0) -> WARCReader {
    var position = offset
    // A pipe has no positions: it is read as it comes.
    let isRegular = length != nil
    return WARCReader(offset: offset) { () throws(WARCError) -> [UInt8] in
      let piece = try self.read(Self.pieceBytes, at: isRegular ? position : nil)
      position += piece.count
      return piece
    }
  }

  /// The record at an offset, as an index names it.
  /// - Throws: `WARCError`: as `WARCReader.record(maximumBlockBytes:)`; `truncated` when the file ends before.
  public func record(at offset: Int, maximumBlockBytes: Int) throws(WARCError) -> StoredWARCRecord {
    if let record = try reader(from: offset).record(maximumBlockBytes: maximumBlockBytes) { return record }
    throw WARCError(
      .truncated, "Cannot read the record at byte \(offset) of '\(path)': the file ends before. Get the file again.",
      offset: offset)
  }

  private func read(_ count: Int, at position: Int?) throws(WARCError) -> [UInt8] {
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result: Int
      repeat {
        result =
          position.map { pread(descriptor, buffer.baseAddress, count, $0) }
          ?? Glibc.read(descriptor, buffer.baseAddress, count)
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      filled = max(result, 0)
    }
    guard failure == 0 else { throw Self.fault(path, failure) }
    return piece
  }

  private static func fault(_ path: String, _ number: Int32) -> WARCError {
    number == ENOENT || number == ENOTDIR
      ? WARCError(.noSuchFile, "Cannot read '\(path)': there is no such file. Check the path.", cause: number)
      : WARCError(
        .cannotRead, "Cannot read '\(path)': \(String(cString: strerror(number))). Check its permissions and the disk.",
        cause: number)
  }
}
