/// What may be done for an index that is not ready.
public enum IndexEffort: Sendable {
  /// Only what has changed is read. Where there is no index, there is none.
  case refresh
  /// A missing index is made from all the archive's files; where nothing may be written, in a temporary file.
  case build
}
