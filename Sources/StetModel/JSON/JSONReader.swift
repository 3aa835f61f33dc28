/// Reads the members of one JSON object into typed properties, naming the path of what does not fit.
struct JSONReader {
  let object: JSONObject

  init(_ value: JSONValue) throws(JSONShapeError) {
    guard let object = value.object else { throw JSONShapeError(path: "", expected: "an object") }
    self.object = object
  }

  func required<T>(_ name: String, _ expected: String, _ read: (JSONValue) -> T?) throws(JSONShapeError) -> T {
    guard let value = object[name], let result = read(value) else {
      throw JSONShapeError(path: name, expected: expected)
    }
    return result
  }

  func optional<T>(_ name: String, _ expected: String, _ read: (JSONValue) -> T?) throws(JSONShapeError) -> T? {
    guard let value = object[name], value != .null else { return nil }
    guard let result = read(value) else { throw JSONShapeError(path: name, expected: expected) }
    return result
  }

  func text(_ name: String) throws(JSONShapeError) -> String { try required(name, "a string", \.string) }
  func textIfAny(_ name: String) throws(JSONShapeError) -> String? { try optional(name, "a string", \.string) }
  func integer(_ name: String) throws(JSONShapeError) -> Int { try required(name, "a whole number", \.integer) }
  func integerIfAny(_ name: String) throws(JSONShapeError) -> Int? { try optional(name, "a whole number", \.integer) }
  func numberIfAny(_ name: String) throws(JSONShapeError) -> Double? { try optional(name, "a number", \.number) }
  func flagIfAny(_ name: String) throws(JSONShapeError) -> Bool? { try optional(name, "true or false", \.bool) }

  func texts(_ name: String) throws(JSONShapeError) -> [String] {
    try optional(name, "an array of strings") { value in
      guard let array = value.array else { return nil }
      let texts = array.compactMap(\.string)
      return texts.count == array.count ? texts : nil
    } ?? []
  }

  func value<T: JSONRepresentable>(_ name: String, as type: T.Type = T.self) throws(JSONShapeError) -> T {
    guard let value = object[name] else { throw JSONShapeError(path: name, expected: "present") }
    return try Self.nest(name) { () throws(JSONShapeError) in try T(json: value) }
  }

  func valueIfAny<T: JSONRepresentable>(_ name: String, as type: T.Type = T.self) throws(JSONShapeError) -> T? {
    guard let value = object[name], value != .null else { return nil }
    return try Self.nest(name) { () throws(JSONShapeError) in try T(json: value) }
  }

  func values<T: JSONRepresentable>(_ name: String, as type: T.Type = T.self) throws(JSONShapeError) -> [T] {
    let elements = try optional(name, "an array", \.array) ?? []
    var result: [T] = []
    for (index, element) in elements.enumerated() {
      result.append(try Self.nest("\(name).\(index)") { () throws(JSONShapeError) in try T(json: element) })
    }
    return result
  }

  private static func nest<T>(_ name: String, _ body: () throws(JSONShapeError) -> T) throws(JSONShapeError) -> T {
    do throws(JSONShapeError) {
      return try body()
    } catch {
      throw JSONShapeError(path: error.path.isEmpty ? name : "\(name).\(error.path)", expected: error.expected)
    }
  }
}
