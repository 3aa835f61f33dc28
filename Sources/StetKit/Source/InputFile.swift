internal import Glibc
internal import StetGzip

/// Reads a page's bytes from a file or standard input.
public struct InputFile: Sendable {
  /// The longest content, after decompression, that is read.
  public let maximumBytes: Int

  private static let chunk = 64 * 1024

  /// A reader with a limit in bytes.
  public init(maximumBytes: Int = 16 << 20) { self.maximumBytes = maximumBytes }

  /// The content of a file, decompressed when it is gzip, whatever its name.
  /// - Throws: `InputError`; never returns a part of the content.
  public func content(of path: String) throws(InputError) -> [UInt8] {
    let name = "file '\(path)'"
    guard !path.hasSuffix(".warc") && !path.hasSuffix(".warc.gz") || access(path, R_OK) != 0 else {
      throw webArchive(name, path)
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.cannotOpen(path, errno) }
    defer { close(descriptor) }
    return try content(of: descriptor, name: name, subject: path)
  }

  /// The content of standard input, decompressed when it is gzip.
  /// - Throws: `InputError`.
  public func standardInput() throws(InputError) -> [UInt8] {
    try content(of: STDIN_FILENO, name: "standard input", subject: "-")
  }

  /// All bytes of a file that is no page: a manifest, a profile, a snapshot.
  /// - Throws: `InputError`.
  public func bytes(of path: String) throws(InputError) -> [UInt8] {
    if path == "-" { return try bytes(of: STDIN_FILENO, name: "standard input", subject: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.cannotOpen(path, errno) }
    defer { close(descriptor) }
    return try bytes(of: descriptor, name: "file '\(path)'", subject: path)
  }

  private func content(of descriptor: Int32, name: String, subject: String) throws(InputError) -> [UInt8] {
    var bytes = try bytes(of: descriptor, name: name, subject: subject)
    if Gzip.isGzip(bytes) {
      do throws(GzipError) {
        bytes = try Gzip.decompress(bytes, maximumBytes: maximumBytes)
      } catch  where error.code == .tooLarge {
        throw tooLarge(name, subject)
      } catch {
        throw InputError(.damaged, "Cannot decompress the \(name): \(error)", subject: subject)
      }
    }
    guard !bytes.starts(with: "WARC/".utf8) else { throw webArchive(name, subject) }
    return bytes
  }

  private func bytes(of descriptor: Int32, name: String, subject: String) throws(InputError) -> [UInt8] {
    var facts = stat()
    var bytes: [UInt8] = []
    var room = Self.chunk
    if fstat(descriptor, &facts) == 0 {
      guard facts.st_mode & S_IFMT != S_IFDIR else { throw Self.cannotOpen(subject, EISDIR) }
      if facts.st_mode & S_IFMT == S_IFREG {
        guard facts.st_size <= maximumBytes else { throw tooLarge(name, subject) }
        // One more, so that the end of the file shows.
        room = max(room, Int(facts.st_size) + 1)
      }
    }
    while true {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: room))
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress?.advanced(by: start), room) }
      let error = errno
      bytes.removeLast(room - max(count, 0))
      if count == 0 { return bytes }
      guard count > 0 || error == EINTR else { throw Self.cannotOpen(subject, error) }
      guard bytes.count <= maximumBytes else { throw tooLarge(name, subject) }
      // What is left of the file is short, and a pipe hands over little at a time.
      room = Self.chunk
    }
  }

  private func tooLarge(_ name: String, _ subject: String) -> InputError {
    InputError(
      .tooLarge,
      "Cannot read the \(name): it holds more than \(maximumBytes >> 20) MiB, the most that is read of it. "
        + "Check that it is the right one.", subject: subject)
  }

  private func webArchive(_ name: String, _ subject: String) -> InputError {
    InputError(
      .webArchive,
      "Cannot read the \(name) as a page: it is a WARC file, which may hold many. "
        + "Name the file itself to 'stet extract' or 'stet import'.", subject: subject)
  }

  private static func cannotOpen(_ path: String, _ number: Int32) -> InputError {
    switch number {
    case ENOENT, ENOTDIR:
      InputError(
        .noSuchFile,
        "Cannot read '\(path)': there is no such file. Check the path, or write a web address with its https://.",
        subject: path, cause: number)
    case EISDIR:
      InputError(
        .isFolder, "Cannot read '\(path)': it is a folder. Name the files in it.", subject: path, cause: number)
    default:
      InputError(
        .cannotRead, "Cannot read '\(path)': \(String(cString: strerror(number))). Check its permissions and the disk.",
        subject: path, cause: number)
    }
  }
}
