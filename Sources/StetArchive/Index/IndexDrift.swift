/// One place where an index does not say what the archive's files say.
public struct IndexDrift: Sendable, Hashable {
  /// Path below the archive's root: a page folder, or `index.sqlite` itself.
  public let path: String
  /// What is different, for a person.
  public let message: String
  /// What the files have lost that the index saw in them; nil where the index alone is wrong.
  public var loss: Loss?
  /// Whether the index could not be looked into, so that nothing is known of it.
  public var isUnread = false

  /// What is gone.
  public enum Loss: Sendable, Hashable { case page, version, visit }
}
