public import StetModel

/// One line of a batch manifest: a stored page to read.
public struct BatchEntry: Sendable, Hashable {
  /// What the manifest calls the page, handed back: a string as it is, a number as
  /// the nearest double in its shortest spelling (`1.0` comes back as `1`).
  public var id: JSONValue
  /// The page's address; nil when the manifest has none.
  public var address: PageAddress?
  /// Path of the file.
  public var path: String

  /// A stored page.
  public init(id: JSONValue, address: PageAddress?, path: String) {
    self.id = id
    self.address = address
    self.path = path
  }
}
