import Glibc

enum FileSize {
  /// Bytes of a file; 0 when there is none.
  static func of(_ path: String) -> Int {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : 0
  }
}
