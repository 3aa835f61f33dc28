/// Where a field of a record came from.
public struct Provenance: Sendable, Hashable, JSONRepresentable {
  /// The kind of source ("json-ld", "microdata", "meta", "profile", "page", …).
  public var source: String
  /// The place in it: a path in the data (`Review.author.name`), a meta name, or the path of a node.
  public var at: String

  /// A source and the place in it.
  public init(source: String, at: String) {
    self.source = source
    self.at = at
  }

  /// `{"source", "at"}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("source", source)
    builder.add("at", at)
    return builder.value
  }

  /// Reads `{"source", "at"}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    source = try reader.text("source")
    at = try reader.textIfAny("at") ?? ""
  }
}
