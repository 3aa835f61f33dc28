internal import Glibc
internal import StetArchive

extension Archive {
  /// The archive's folder without symbolic links; as it was named where that cannot be told.
  var realPath: String {
    Self.real(path) ?? path
  }

  /// A path without symbolic links; nil where nothing is there.
  static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
