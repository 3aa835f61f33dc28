public import StetModel

/// A JSON Patch (RFC 6902) that turns one JSON value into another, exactly.
///
/// Members and array elements are compared as they are, without any normalisation; only `add`, `remove` and `replace` are
/// used, so that every implementation of the RFC can apply it.
public enum JSONPatch {
  /// The operations, in the order in which they apply: an array of objects `{"op", "path", "value"?}`; empty when the values
  /// are the same. The order of an object's members is no difference.
  public static func between(_ old: JSONValue, _ new: JSONValue) -> JSONValue {
    var table = SpellingTable()
    let (old, new) = (NumberedJSON(old, table: &table), NumberedJSON(new, table: &table))
    var effort = Effort(limit: 16_000_000)
    var operations: [JSONValue] = []
    compare(old, new, at: "", &operations, &effort)
    return .array(operations)
  }

  private static func compare(
    _ old: NumberedJSON, _ new: NumberedJSON, at path: String, _ operations: inout [JSONValue], _ effort: inout Effort
  ) {
    if old.number == new.number { return }
    switch (old.value, new.value) {
    case (.object(let before), .object(let after)):
      compareMembers(old, before.members, new, after.members, at: path, &operations, &effort)
    case (.array, .array): compareElements(old.parts, new.parts, at: path, &operations, &effort)
    default: operations.append(.object(["op": "replace", "path": .string(path), "value": new.value]))
    }
  }

  private static func compareMembers(
    _ old: NumberedJSON, _ oldMembers: [JSONObject.Member], _ new: NumberedJSON, _ newMembers: [JSONObject.Member],
    at path: String, _ operations: inout [JSONValue], _ effort: inout Effort
  ) {
    let places = Dictionary(zip(new.names, new.parts), uniquingKeysWith: { first, _ in first })
    for (index, member) in oldMembers.enumerated() {
      let place = path + "/" + token(member.name)
      if let part = places[old.names[index]] {
        compare(old.parts[index], part, at: place, &operations, &effort)
      } else {
        operations.append(.object(["op": "remove", "path": .string(place)]))
      }
    }
    let known = Set(old.names)
    for (index, member) in newMembers.enumerated() where !known.contains(new.names[index]) {
      operations.append(
        .object(["op": "add", "path": .string(path + "/" + token(member.name)), "value": member.value]))
    }
  }

  /// Elements that both have stay; between them, elements at the same place are compared in turn, and what is left over is
  /// removed or added.
  private static func compareElements(
    _ old: [NumberedJSON], _ new: [NumberedJSON], at path: String, _ operations: inout [JSONValue],
    _ effort: inout Effort
  ) {
    let match = SequenceMatch(old.map(\.number), new.map(\.number), effort: &effort)
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
        operations.append(.object(["op": "add", "path": .string("\(path)/\(nextNew)"), "value": new[nextNew].value]))
        nextNew += 1
      }
      (nextOld, nextNew) = (nextOld + 1, nextNew + 1)
    }
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
