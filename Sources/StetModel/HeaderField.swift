/// One HTTP header field (RFC 9110, 5).
public struct HeaderField: Sendable, Hashable {
  /// The name as sent.
  public var name: String
  /// The value, without space around it.
  public var value: String

  /// A header field.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Whether the field has this name; case does not matter.
  public func hasName(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count
      && (name == other || zip(name.utf8, other.utf8).allSatisfy { ASCII.lowercased($0) == ASCII.lowercased($1) })
  }
}
