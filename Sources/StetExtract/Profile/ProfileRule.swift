public import StetHTML

/// How one field is found on the pages of a site.
public struct ProfileRule: Sendable {
  /// The elements.
  public var selector: Selector
  /// The attribute that holds the value; nil when the text does.
  public var attribute: String?

  /// A rule.
  public init(selector: Selector, attribute: String? = nil) {
    self.selector = selector
    self.attribute = attribute
  }
}
