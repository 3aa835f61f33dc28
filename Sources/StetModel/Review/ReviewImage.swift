/// An image of the text.
public struct ReviewImage: Sendable, Hashable, JSONRepresentable {
  /// Its address.
  public var src: String
  /// Its text alternative.
  public var alt: String?
  /// The caption printed with it.
  public var caption: String?

  /// An image.
  public init(src: String, alt: String? = nil, caption: String? = nil) {
    self.src = src
    self.alt = alt
    self.caption = caption
  }

  /// `{"src", "alt"?, "caption"?}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("src", src)
    builder.add("alt", alt)
    builder.add("caption", caption)
    return builder.value
  }

  /// Reads `{"src", "alt"?, "caption"?}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    src = try reader.text("src")
    alt = try reader.textIfAny("alt")
    caption = try reader.textIfAny("caption")
  }
}
