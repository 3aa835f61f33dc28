/// Someone who wrote the page (schema.org Person or Organization).
public struct Author: Sendable, Hashable, JSONRepresentable {
  /// The name as printed, without "By".
  public var name: String
  /// Address of the author's page.
  public var url: String?
  /// What the page says about the author.
  public var bio: String?

  /// An author.
  public init(name: String, url: String? = nil, bio: String? = nil) {
    self.name = name
    self.url = url
    self.bio = bio
  }

  /// `{"name", "url"?, "bio"?}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("name", name)
    builder.add("url", url)
    builder.add("bio", bio)
    return builder.value
  }

  /// Reads `{"name", "url"?, "bio"?}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    name = try reader.text("name")
    url = try reader.textIfAny("url")
    bio = try reader.textIfAny("bio")
  }
}
