/// A JSON value (RFC 8259). Objects keep the order of their members.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// The text of a string; nil for every other value.
  public var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  /// The value of a number; nil for every other value.
  public var number: Double? {
    if case .number(let number) = self { return number }
    return nil
  }

  /// The number when it is whole and fits an `Int`; nil otherwise.
  public var integer: Int? {
    guard let number else { return nil }
    return Int(exactly: number)
  }

  /// The truth value of a boolean; nil for every other value.
  public var bool: Bool? {
    if case .bool(let flag) = self { return flag }
    return nil
  }

  /// The elements of an array; nil for every other value.
  public var array: [JSONValue]? {
    if case .array(let elements) = self { return elements }
    return nil
  }

  /// The members of an object; nil for every other value.
  public var object: JSONObject? {
    if case .object(let object) = self { return object }
    return nil
  }

  /// The member of an object with exactly this name; nil when it is absent or this is no object.
  public subscript(name: String) -> JSONValue? { object?[name] }

  /// An array of strings.
  public static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral
{
  /// A JSON string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A JSON boolean.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A JSON number.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// A JSON number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A JSON array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
}
