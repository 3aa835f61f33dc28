internal import StetArchive

extension Archive {
  /// The archive's folder without symbolic links; as it was named where that cannot be told.
  var realPath: String { RealPath.of(path) ?? path }
}
