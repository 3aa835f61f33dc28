internal import Glibc

/// Reading files and folders; never changes anything.
enum FileReading {
  /// What stands in a folder.
  enum Kind: Sendable { case file, folder, other }

  /// One entry of a folder.
  struct Entry: Sendable {
    let name: String
    let kind: Kind
  }

  /// The bytes of a regular file, from an offset on.
  /// - Throws: ENOENT when there is none, EINVAL when it is no regular file.
  static func bytes(of path: String, from offset: Int = 0) throws(SystemCallError) -> [UInt8] {
    // O_NONBLOCK: a named pipe in the place of a file must not hang the reader.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemCallError(call: "open", number: errno) }
    defer { close(descriptor) }
    var facts = stat()
    guard fstat(descriptor, &facts) == 0 else { throw SystemCallError(call: "fstat", number: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw SystemCallError(call: "read", number: EINVAL) }

    lseek(descriptor, off_t(offset), SEEK_SET)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(max(0, Int(facts.st_size) - offset) + 1)
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes.append(contentsOf: chunk[..<count])
      } else if errno != EINTR {
        throw SystemCallError(call: "read", number: errno)
      }
    }
  }

  /// The entries of a folder, sorted by the bytes of their names.
  /// - Throws: ENOENT when there is none, ENOTDIR when it is something else.
  static func entries(of path: String) throws(SystemCallError) -> [Entry] {
    guard let stream = opendir(path) else { throw SystemCallError(call: "opendir", number: errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw SystemCallError(call: "readdir", number: errno) }
        break
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { entries.append(Entry(name: name, kind: kind(of: "\(path)/\(name)"))) }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Whether anything stands at a path, a broken symbolic link included.
  static func exists(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }

  /// How many bytes a file has; nil when there is none.
  static func length(of path: String) -> Int? {
    var facts = stat()
    return lstat(path, &facts) == 0 ? Int(facts.st_size) : nil
  }

  /// What stands at a path; a symbolic link is neither file nor folder.
  private static func kind(of path: String) -> Kind {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return .other }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
