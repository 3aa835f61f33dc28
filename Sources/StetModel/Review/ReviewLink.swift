/// A link of the text.
public struct ReviewLink: Sendable, Hashable, JSONRepresentable {
  /// Where it leads, absolute.
  public var url: String
  /// The words that carry it.
  public var text: String

  /// A link.
  public init(url: String, text: String) {
    self.url = url
    self.text = text
  }

  /// `{"url", "text"}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("url", url)
    builder.add("text", text)
    return builder.value
  }

  /// Reads `{"url", "text"}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    url = try reader.text("url")
    text = try reader.textIfAny("text") ?? ""
  }
}
