internal import Glibc

extension Archive {
  /// Whether both are one and the same folder, by whatever paths.
  public func isSame(as other: Archive) -> Bool {
    var (own, others) = (stat(), stat())
    guard unsafe stat(path, &own) == 0, unsafe stat(other.path, &others) == 0 else { return false }
    return (own.st_dev, own.st_ino) == (others.st_dev, others.st_ino)
  }
}
