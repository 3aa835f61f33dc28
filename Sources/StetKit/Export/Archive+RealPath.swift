internal import Glibc
internal import StetArchive

extension Archive {
  /// The archive's folder without symbolic links; as it was named where that cannot be told.
  var realPath: String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
