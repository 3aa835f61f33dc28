public import StetModel

/// A JSON Patch (RFC 6902) that turns one JSON value into another, exactly.
///
/// Members and array elements are compared as they are, without any normalisation; only `add`, `remove` and `replace` are
/// used, so that every implementation of the RFC can apply it.
public enum JSONPatch {
  /// The operations, in the order in which they apply: an array of objects `{"op", "path", "value"?}`; empty when the values
  /// are the same. The order of an object's members is no difference.
  public static func between(_ old: JSONValue, _ new: JSONValue) -> JSONValue {
    var effort = Effort(limit: 16_000_000)
    var operations: [JSONValue] = []
    compare(old, new, at: "", &operations, &effort)
    return .array(operations)
  }

  private static func compare(
    _ old: JSONValue, _ new: JSONValue, at path: String, _ operations: inout [JSONValue], _ effort: inout Effort
  ) {
    switch (old, new) {
    case (.object(let old), .object(let new)): compare(old, new, at: path, &operations, &effort)
    case (.array(let old), .array(let new)): compare(old, new, at: path, &operations, &effort)
    default:
      if !isSame(old, new) { operations.append(.object(["op": "replace", "path": .string(path), "value": new])) }
    }
  }

  private static func compare(
    _ old: JSONObject, _ new: JSONObject, at path: String, _ operations: inout [JSONValue], _ effort: inout Effort
  ) {
    for member in old.members {
      let place = path + "/" + token(member.name)
      if let value = new[member.name] {
        compare(member.value, value, at: place, &operations, &effort)
      } else {
        operations.append(.object(["op": "remove", "path": .string(place)]))
      }
    }
    for member in new.members where old[member.name] == nil {
      operations.append(
        .object(["op": "add", "path": .string(path + "/" + token(member.name)), "value": member.value]))
    }
  }

  /// Elements that both have stay; between them, elements at the same place are compared in turn, and what is left over is
  /// removed or added.
  private static func compare(
    _ old: [JSONValue], _ new: [JSONValue], at path: String, _ operations: inout [JSONValue], _ effort: inout Effort
  ) {
    var numbers: [[UInt8]: Int32] = [:]
    func number(_ value: JSONValue) -> Int32 {
      let bytes = CanonicalJSON.bytes(value)
      let number = numbers[bytes] ?? Int32(numbers.count)
      numbers[bytes] = number
      return number
    }
    let match = SequenceMatch(old.map(number), new.map(number), effort: &effort)
    var (nextOld, nextNew) = (0, 0)
    for pair in match.pairs + [MatchedPair(old: old.count, new: new.count)] {
      while nextOld < pair.old, nextNew < pair.new {
        compare(old[nextOld], new[nextNew], at: "\(path)/\(nextNew)", &operations, &effort)
        (nextOld, nextNew) = (nextOld + 1, nextNew + 1)
      }
      // Operations apply one after the other: everything before this place is as in the new array already.
      while nextOld < pair.old {
        operations.append(.object(["op": "remove", "path": .string("\(path)/\(nextNew)")]))
        nextOld += 1
      }
      while nextNew < pair.new {
        operations.append(.object(["op": "add", "path": .string("\(path)/\(nextNew)"), "value": new[nextNew]]))
        nextNew += 1
      }
      (nextOld, nextNew) = (nextOld + 1, nextNew + 1)
    }
  }

  /// Whether two values are the same JSON, byte for byte in canonical form: Swift alone would take canonically equivalent
  /// strings for equal.
  private static func isSame(_ old: JSONValue, _ new: JSONValue) -> Bool {
    old == new && CanonicalJSON.bytes(old) == CanonicalJSON.bytes(new)
  }

  /// A member's name in a JSON Pointer (RFC 6901, section 3).
  private static func token(_ name: String) -> String {
    var token = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": token += "~0"
      case "/": token += "~1"
      default: token.unicodeScalars.append(scalar)
      }
    }
    return token
  }
}
