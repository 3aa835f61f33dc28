/// What a page says of its readers' comments.
public struct CommentState: Sendable, Hashable, JSONRepresentable {
  /// How many there are.
  public var count: Int?
  /// Whether the page says that no more are taken.
  public var closed: Bool?

  /// The state of the comments.
  public init(count: Int? = nil, closed: Bool? = nil) {
    self.count = count
    self.closed = closed
  }

  /// `{"count"?, "closed"?}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    builder.add("count", count)
    builder.add("closed", closed)
    return builder.value
  }

  /// Reads `{"count"?, "closed"?}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    count = try reader.integerIfAny("count")
    closed = try reader.flagIfAny("closed")
  }
}
