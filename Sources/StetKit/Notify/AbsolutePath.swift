internal import Glibc

/// Paths for whoever reads them in another folder.
enum AbsolutePath {
  /// The path from the root, without `..` and symbolic links; as given where there is nothing at it.
  static func of(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
