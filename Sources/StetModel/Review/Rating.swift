/// A reviewer's rating (schema.org Rating).
public struct Rating: Sendable, Hashable, JSONRepresentable {
  /// A number on a scale, or a letter grade as printed.
  public enum Value: Sendable, Hashable {
    case number(Double)
    case grade(String)
  }

  /// The rating itself.
  public var value: Value
  /// The best value possible; nil when the page gives no scale.
  public var best: Double?
  /// The worst value possible; nil when the page does not say.
  public var worst: Double?
  /// As printed ("★★★½", "7/10", "B+").
  public var text: String

  /// A rating.
  public init(value: Value, best: Double? = nil, worst: Double? = nil, text: String) {
    self.value = value
    self.best = best
    self.worst = worst
    self.text = text
  }

  /// `{"value": number or string, "best"?, "worst"?, "text"}`.
  public var json: JSONValue {
    var builder = JSONBuilder()
    switch value {
    case .number(let number): builder.add("value", number)
    case .grade(let grade): builder.add("value", grade)
    }
    builder.add("best", best)
    builder.add("worst", worst)
    builder.add("text", text)
    return builder.value
  }

  /// Reads `{"value": number or string, "best"?, "worst"?, "text"}`.
  public init(json: JSONValue) throws(JSONShapeError) {
    let reader = try JSONReader(json)
    value = try reader.required("value", "a number or a string") { value in
      value.number.map(Value.number) ?? value.string.map(Value.grade)
    }
    best = try reader.numberIfAny("best")
    worst = try reader.numberIfAny("worst")
    text = try reader.textIfAny("text") ?? ""
  }
}
