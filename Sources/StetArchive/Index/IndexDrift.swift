/// One place where an index does not say what the archive's files say.
public struct IndexDrift: Sendable, Hashable {
  /// Path below the archive's root: a page folder, or `index.sqlite` itself.
  public let path: String
  /// What is different, for a person.
  public let message: String
}
