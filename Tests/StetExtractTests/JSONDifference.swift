import StetModel

/// Where two JSON values differ, one line a place, for a person to read.
enum JSONDifference {
  /// The differences by field path (`body[3].text`); empty when the values are equal. The order of members does not count.
  static func lines(expected: JSONValue, actual: JSONValue) -> [String] {
    lines("", sorted(expected), sorted(actual))
  }

  private static func lines(_ path: String, _ expected: JSONValue, _ actual: JSONValue) -> [String] {
    if expected == actual { return [] }
    switch (expected, actual) {
    case (.object(let expected), .object(let actual)): return members(path, expected, actual)
    case (.array(let expected), .array(let actual)): return elements(path, expected, actual)
    case (.string(let expected), .string(let actual)): return [texts(path, expected, actual)]
    default: return ["\(path): expected \(short(expected)), got \(short(actual))"]
    }
  }

  private static func members(_ path: String, _ expected: JSONObject, _ actual: JSONObject) -> [String] {
    var lines: [String] = []
    for member in expected.members {
      let place = path.isEmpty ? member.name : "\(path).\(member.name)"
      if let value = actual[member.name] {
        lines += Self.lines(place, member.value, value)
      } else {
        lines.append("\(place): missing, expected \(short(member.value))")
      }
    }
    for member in actual.members where expected[member.name] == nil {
      let place = path.isEmpty ? member.name : "\(path).\(member.name)"
      lines.append("\(place): not expected, got \(short(member.value))")
    }
    return lines
  }

  /// Equal elements are paired first, so that one element too many is one line and not a cascade.
  private static func elements(_ path: String, _ expected: [JSONValue], _ actual: [JSONValue]) -> [String] {
    if expected.count == actual.count {
      return zip(expected, actual).enumerated().flatMap { index, pair in
        lines("\(path)[\(index)]", pair.0, pair.1)
      }
    }
    return actual.difference(from: expected).map { change in
      switch change {
      case .remove(let index, let element, _): "\(path)[\(index)]: missing, expected \(short(element))"
      case .insert(let index, let element, _): "\(path)[\(index)]: not expected, got \(short(element))"
      }
    }
  }

  /// Long texts are shown from a little before the first difference.
  private static func texts(_ path: String, _ expected: String, _ actual: String) -> String {
    let common = zip(expected, actual).prefix { $0 == $1 }.count
    let start = max(0, common - 20)
    func excerpt(_ text: String) -> String {
      let rest = text.dropFirst(start)
      let cut = rest.count > 100 ? "\(rest.prefix(100))…" : String(rest)
      return (start > 0 ? "…" : "") + cut
    }
    return "\(path): expected \(quoted(excerpt(expected))), got \(quoted(excerpt(actual)))"
  }

  private static func short(_ value: JSONValue) -> String {
    let text = String(decoding: CompactJSON.bytes(value), as: UTF8.self)
    return text.count > 160 ? "\(text.prefix(160))…" : text
  }

  private static func quoted(_ text: String) -> String {
    String(decoding: CompactJSON.bytes(.string(text)), as: UTF8.self)
  }

  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(sorted))
    case .object(let object):
      let members = object.members.map { JSONObject.Member(name: $0.name, value: sorted($0.value)) }
      return .object(JSONObject(members.sorted { $0.name < $1.name }))
    default: return value
    }
  }
}
