/// One attribute of an XML element.
public struct XMLAttribute: Sendable, Hashable {
  /// The name without prefix, as written.
  public let local: String
  /// What stands before the colon of the name ("xml", "rdf"); nil without one.
  public let prefix: String?
  /// The value, references resolved.
  public let value: String

  init(local: String, prefix: String?, value: String) {
    self.local = local
    self.prefix = prefix
    self.value = value
  }
}

extension [XMLAttribute] {
  /// The value of the first attribute with this name in lower case, whatever its prefix; nil when there is none.
  public subscript(local: String) -> String? {
    first { $0.local.lowercased() == local }?.value
  }

  /// The value of an attribute with a prefix, both in lower case, such as `xml:base`; nil when there is none.
  public subscript(local: String, prefix prefix: String) -> String? {
    first { $0.local.lowercased() == local && $0.prefix?.lowercased() == prefix }?.value
  }
}
