internal import Glibc

/// A folder of its own for one test, removed with everything in it when the object goes.
public final class TemporaryDirectory: Sendable {
  /// Absolute path, without a slash at the end.
  public let path: String

  /// Makes the folder below `TMPDIR`, or `/tmp` when that is not set.
  public init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/stet-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp in \(parent)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// The path of a file or folder in this folder.
  public func path(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, making the folders above it; returns its path.
  @discardableResult
  public func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let whole = path(name)
    for (index, byte) in whole.utf8.enumerated() where byte == UInt8(ascii: "/") && index > path.utf8.count {
      mkdir(String(decoding: whole.utf8.prefix(index), as: UTF8.self), 0o755)
    }
    guard let file = fopen(whole, "w") else { throw SystemFailure("open \(whole)") }
    let content = Array(bytes)
    let written = fwrite(content, 1, content.count, file)
    guard fclose(file) == 0, written == content.count else { throw SystemFailure("write \(whole)") }
    return whole
  }

  /// Writes a text file in UTF-8; returns its path.
  @discardableResult
  public func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  /// The bytes of a file in this folder.
  public func read(_ name: String) throws -> [UInt8] { try Self.bytes(of: path(name)) }

  /// The text of a file in this folder.
  public func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  /// Every file below this folder, as sorted paths relative to it; folders are left out.
  public func files() -> [String] {
    func walk(_ folder: String, _ prefix: String) -> [String] {
      Self.entries(of: folder).flatMap { name in
        Self.isFolder("\(folder)/\(name)") ? walk("\(folder)/\(name)", "\(prefix)\(name)/") : [prefix + name]
      }
    }
    return walk(path, "").sorted()
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw SystemFailure("open \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes += chunk[..<count]
      guard count > 0 else { break }
    }
    guard ferror(file) == 0 else { throw SystemFailure("read \(path)") }
    return bytes
  }

  private static func entries(of folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  private static func remove(_ path: String) {
    guard isFolder(path) else {
      unlink(path)
      return
    }
    // A test may have taken away the right to write.
    chmod(path, 0o700)
    for name in entries(of: path) { remove("\(path)/\(name)") }
    rmdir(path)
  }
}
