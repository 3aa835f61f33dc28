/// What is reviewed (schema.org itemReviewed).
public struct ReviewItem: Sendable, Hashable, JSONRepresentable {
  /// schema.org type name ("Movie", "Book"), without the vocabulary's address.
  public var type: String?
  /// Its name.
  public var name: String
  /// Who made it: directors, writers, bands.
  public var creators: [String]
  /// The year of its release.
  public var year: Int?
  /// Address that stands for it.
  public var url: String?

  /// An item.
  public init(type: String? = nil, name: String, creators: [String] = [], year: Int? = nil, url: String? = nil) {
    self.type = type
    self.name = name
    self.creators = creators
    self.year = year
    self.url = url
  }

  /// `{"type"?, "name", "creators"?, "year"?, "url"?}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("type", type)
    builder.add("name", name)
    builder.add("creators", creators)
    builder.add("year", year)
    builder.add("url", url)
    return builder.value
  }

  /// Reads `{"type"?, "name", "creators"?, "year"?, "url"?}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    type = try reader.textIfAny("type")
    name = try reader.text("name")
    creators = try reader.texts("creators")
    year = try reader.integerIfAny("year")
    url = try reader.textIfAny("url")
  }
}
