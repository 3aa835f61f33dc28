/// A value with one JSON form. Keys are the Swift property names; absent properties have no member.
public protocol JSONRepresentable: Sendable {
  /// The value's JSON form.
  var json: JSONValue { get }
  /// Reads the JSON form. Unknown members are ignored.
  /// - Throws: `JSONShapeError` when a known member has another shape.
  init(json: JSONValue) throws(JSONShapeError)
}
