/// Collects the members of a JSON object; what is nil or empty is left out.
struct JSONBuilder {
  private(set) var object = JSONObject()

  var value: JSONValue { .object(object) }

  mutating func add(_ name: String, _ text: String?) { add(name, text.map(JSONValue.string)) }
  mutating func add(_ name: String, _ number: Int?) { add(name, number.map { .number(Double($0)) }) }
  mutating func add(_ name: String, _ number: Double?) { add(name, number.map(JSONValue.number)) }
  mutating func add(_ name: String, _ flag: Bool?) { add(name, flag.map(JSONValue.bool)) }
  mutating func add(_ name: String, _ texts: [String]) { if !texts.isEmpty { add(name, .strings(texts)) } }
  mutating func add(_ name: String, _ value: (some JSONRepresentable)?) { add(name, value?.json) }
  mutating func add(_ name: String, _ values: [some JSONRepresentable]) {
    if !values.isEmpty { add(name, .array(values.map(\.json))) }
  }

  mutating func add(_ name: String, _ value: JSONValue?) {
    if let value { object.append(name: name, value: value) }
  }
}
