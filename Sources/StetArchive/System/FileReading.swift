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

  /// Opens a file for reading.
  /// - Throws: ENOENT when there is none, ELOOP when it is a symbolic link: an archive holds its files, and no link in it
  ///   shows one from elsewhere.
  static func descriptor(of path: String) throws(SystemCallError) -> Int32 {
    // O_NONBLOCK: a named pipe in the place of a file must not hang the reader.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { throw SystemCallError(call: "open", number: errno) }
    return descriptor
  }

  /// The bytes of a regular file, from an offset on.
  /// - Throws: ENOENT when there is none, EINVAL when it is no regular file, ELOOP when it is a symbolic link.
  static func bytes(of path: String, from offset: Int = 0) throws(SystemCallError) -> [UInt8] {
    let descriptor = try descriptor(of: path)
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw SystemCallError(call: "fstat", number: errno) }
    guard facts.st_mode & S_IFMT == S_IFREG else { throw SystemCallError(call: "read", number: EINVAL) }

    // One more than there should be: the read that fills less than that has seen the end.
    var bytes: [UInt8] = []
    var room = max(0, Int(facts.st_size) - offset) + 1
    while true {
      let start = offset + bytes.count
      var failure: Int32 = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
        var result: Int
        repeat {
          result = unsafe pread(descriptor, buffer.baseAddress, room, off_t(start))
        } while result < 0 && errno == EINTR
        if result < 0 { failure = errno }
        filled = max(result, 0)
      }
      guard failure == 0 else { throw SystemCallError(call: "read", number: failure) }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if piece.count < room, bytes.count + offset >= Int(facts.st_size) || piece.isEmpty { return bytes }
      // It grew meanwhile.
      room = 1 << 16
    }
  }

  /// The entries of a folder, sorted by the bytes of their names.
  /// - Throws: ENOENT when there is none, ENOTDIR when it is something else.
  static func entries(of path: String) throws(SystemCallError) -> [Entry] {
    let stream = try FolderStream(path)
    var entries: [Entry] = []
    while let entry = try stream.next() { entries.append(entry) }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Whether anything stands at a path, a broken symbolic link included.
  static func exists(_ path: String) -> Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0
  }

  /// How many bytes a file has; nil when there is none.
  static func length(of path: String) -> Int? {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0 ? Int(facts.st_size) : nil
  }

  /// Whether a symbolic link stands at a path.
  static func isLink(_ path: String) -> Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK
  }

  /// What stands at a path; a symbolic link is neither file nor folder.
  static func kind(of path: String) -> Kind {
    var facts = stat()
    guard unsafe lstat(path, &facts) == 0 else { return .other }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
