internal import Glibc

/// A WARC file on disk, or a part of a file that is one, open for reading. May be read by several threads at once.
public final class WARCFile: Sendable {
  private static let pieceBytes = 64 * 1024

  /// The path that it was opened by.
  public let path: String
  private let descriptor: Int32
  private let range: Range<Int>

  /// Opens a file.
  /// - Parameter range: where in the file the WARC file stands; nil for all of it.
  /// - Throws: `WARCError.Code.noSuchFile` or `.cannotRead`.
  public init(_ path: String, range: Range<Int>? = nil) throws(WARCError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.fault(path, errno) }
    self.path = path
    self.descriptor = descriptor
    self.range = range ?? 0..<Self.length(of: descriptor)
    guard self.range.upperBound > 0 || !Self.isFolder(descriptor) else { throw Self.fault(path, EISDIR) }
  }

  /// A plain copy, in a temporary file without a name, of a file whose records cannot be read one by one because they
  /// share gzip members.
  /// - Throws: `WARCError`, as a reader of the file.
  public func unpacked() throws(WARCError) -> WARCFile {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/stet-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Self.fault(folder, errno) }
    // Nobody else needs the name, and the system clears the file away whatever becomes of this process.
    unlink(name)
    var length = 0
    let reader = reader()
    do throws(WARCError) {
      while let piece = try reader.rawPiece() {
        try Self.write(piece, to: descriptor, folder)
        length += piece.count
      }
    } catch {
      // The rest is lost; the error comes again where the copy ends in the middle of a record.
      guard [.truncated, .damaged, .garbage].contains(error.code) else {
        close(descriptor)
        throw error
      }
    }
    return WARCFile(path: path, descriptor: descriptor, range: 0..<length)
  }

  private init(path: String, descriptor: Int32, range: Range<Int>) {
    self.path = path
    self.descriptor = descriptor
    self.range = range
  }

  deinit { close(descriptor) }

  /// The length in bytes; 0 when it has none, as a pipe.
  public var length: Int { range.count }

  /// A reader of the records from an offset on: the start of the file, or of a record.
  public func reader(from offset: Int = 0) -> WARCReader {
    var position = offset
    return WARCReader(offset: offset) { () throws(WARCError) -> [UInt8] in
      let piece = try self.read(Self.pieceBytes, at: position)
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

  /// Some bytes from an offset on; fewer at the end, none behind it.
  /// - Throws: `WARCError.Code.cannotRead`.
  public func read(_ count: Int, at offset: Int) throws(WARCError) -> [UInt8] {
    // A pipe has no length and no positions: it is read as it comes.
    let isStream = range.isEmpty
    let count = isStream ? count : min(count, range.count - offset)
    guard count > 0, offset >= 0 else { return [] }
    var failure: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var result: Int
      repeat {
        result =
          isStream
          ? Glibc.read(descriptor, buffer.baseAddress, count)
          : pread(descriptor, buffer.baseAddress, count, range.lowerBound + offset)
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      filled = max(result, 0)
    }
    guard failure == 0 else { throw Self.fault(path, failure) }
    return piece
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32, _ folder: String) throws(WARCError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { throw fault(folder, errno) }
      rest = rest.dropFirst(max(count, 0))
    }
  }

  private static func length(of descriptor: Int32) -> Int {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG ? Int(facts.st_size) : 0
  }

  private static func isFolder(_ descriptor: Int32) -> Bool {
    var facts = stat()
    return fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  private static func fault(_ path: String, _ number: Int32) -> WARCError {
    number == ENOENT || number == ENOTDIR
      ? WARCError(.noSuchFile, "Cannot read '\(path)': there is no such file. Check the path.", cause: number)
      : WARCError(
        .cannotRead, "Cannot read '\(path)': \(String(cString: strerror(number))). Check its permissions and the disk.",
        cause: number)
  }
}
