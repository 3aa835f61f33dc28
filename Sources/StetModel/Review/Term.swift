/// A tag, a category or a step of the breadcrumb, as shown to readers.
public struct Term: Sendable, Hashable, JSONRepresentable {
  /// The name as printed.
  public var name: String
  /// Where it leads.
  public var url: String?

  /// A term.
  public init(name: String, url: String? = nil) {
    self.name = name
    self.url = url
  }

  /// `{"name", "url"?}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("name", name)
    builder.add("url", url)
    return builder.value
  }

  /// Reads `{"name", "url"?}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    name = try reader.text("name")
    url = try reader.textIfAny("url")
  }
}
