public import StetModel

/// One line of a batch manifest: a stored page to read.
public struct BatchEntry: Sendable, Hashable {
  /// What the manifest calls the page, a string or a number, handed back as it is.
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
