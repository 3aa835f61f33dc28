import Glibc

/// A folder of its own for one test, removed with all that is in it when the test ends.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    // Memory where there is some to be had: these tests make thousands of small files.
    let base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    var template = Array("\(base)/stet-archive-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Trouble("mkdtemp: \(errno)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { removeTree(path) }

  /// The path of an archive in it.
  var archive: String { "\(path)/Archive" }
}

struct Trouble: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

func removeTree(_ path: String) {
  for name in names(in: path) {
    if unlink("\(path)/\(name)") != 0 { removeTree("\(path)/\(name)") }
  }
  rmdir(path)
}

/// The names in a folder, sorted; none when there is no folder.
func names(in path: String) -> [String] {
  guard let stream = opendir(path) else { return [] }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    if name != ".", name != ".." { names.append(name) }
  }
  return names.sorted()
}

func readText(_ path: String) throws -> String { String(decoding: try readBytes(path), as: UTF8.self) }

func readBytes(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "rb") else { throw Trouble("cannot read \(path): \(errno)") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65536)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
  return bytes
}

func writeText(_ text: String, to path: String) throws { try writeBytes(Array(text.utf8), to: path) }

func writeBytes(_ bytes: [UInt8], to path: String) throws {
  guard let file = fopen(path, "wb") else { throw Trouble("cannot write \(path): \(errno)") }
  defer { fclose(file) }
  guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw Trouble("short write to \(path)") }
}

func makeFolder(_ path: String) throws {
  guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw Trouble("cannot make \(path): \(errno)") }
}

func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

/// Copies a folder with all that is in it.
func copyTree(_ source: String, to target: String) throws {
  try makeFolder(target)
  for name in names(in: source) {
    var facts = stat()
    guard lstat("\(source)/\(name)", &facts) == 0 else { throw Trouble("lstat \(name)") }
    if facts.st_mode & S_IFMT == S_IFDIR {
      try copyTree("\(source)/\(name)", to: "\(target)/\(name)")
    } else {
      try writeBytes(try readBytes("\(source)/\(name)"), to: "\(target)/\(name)")
    }
  }
}

/// Removes a file; false when it could not.
func unlinkFile(_ path: String) -> Bool { unlink(path) == 0 }

func renameFile(_ path: String, to target: String) throws {
  guard rename(path, target) == 0 else { throw Trouble("cannot rename \(path): \(errno)") }
}

/// Cuts a file off.
func cutFile(_ path: String, to length: Int) throws {
  guard truncate(path, off_t(length)) == 0 else { throw Trouble("cannot cut \(path): \(errno)") }
}

/// How many bytes a file has; -1 when there is none.
func fileLength(_ path: String) -> Int {
  var facts = stat()
  return lstat(path, &facts) == 0 ? Int(facts.st_size) : -1
}

func fileIsFolder(_ path: String) -> Bool {
  var facts = stat()
  return lstat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
}
