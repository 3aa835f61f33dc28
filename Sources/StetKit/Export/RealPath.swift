internal import Glibc

/// Paths for whoever reads them in another folder.
enum RealPath {
  /// The path from the root, without `..` and symbolic links; nil where nothing is there.
  static func of(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
