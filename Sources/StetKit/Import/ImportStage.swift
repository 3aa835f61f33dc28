public import StetModel

/// How far an import is.
public enum ImportStage: Sendable, Hashable {
  /// So many of so many bytes of the files are looked through.
  case looking(bytes: Int, of: Int)
  /// The n-th of so many captures is in hand.
  case importing(Int, of: Int, PageAddress)
}
