public import StetModel

extension FieldChange {
  /// `{"field", "change": "added|removed|changed|reordered", "severity", …}` and, by the field:
  ///
  /// - text: `"old"?`, `"new"?` (normalised), `"words"?: [{"op": "=|-|+", "text"}]`
  /// - lists: `"old"`, `"new"` in their order; `"added"?`, `"removed"?`; `"altered"?: [{"old", "new"}]`;
  ///   `"reordered": true` when entries of both stand in another order
  /// - rating, item: `"old"?`, `"new"?` as in the record
  /// - body: `"unchanged"`: how many blocks are; `"blocks"`: those that are not, see `BlockChange`
  /// - review: nothing
  ///
  /// `"approximate": true` where texts were too far apart to look at everything.
  public var json: JSONValue {
    var object: JSONObject = [
      "field": .string(field.rawValue), "change": .string(kind.rawValue), "severity": .string(severity.rawValue),
    ]
    switch detail {
    case .text(let change):
      object["old"] = change.old.map(JSONValue.string)
      object["new"] = change.new.map(JSONValue.string)
      if !change.words.isEmpty { object["words"] = .array(change.words.map(\.json)) }
    case .list(let change):
      func array(_ entries: [ListEntry]) -> JSONValue { .array(entries.map { $0.json(of: field) }) }
      object["old"] = array(change.old)
      object["new"] = array(change.new)
      if !change.added.isEmpty { object["added"] = array(change.added) }
      if !change.removed.isEmpty { object["removed"] = array(change.removed) }
      if !change.altered.isEmpty {
        object["altered"] = .array(
          change.altered.map { .object(["old": $0.old.json(of: field), "new": $0.new.json(of: field)]) })
      }
      if change.isReordered { object["reordered"] = true }
    case .rating(let old, let new):
      object["old"] = old?.json
      object["new"] = new?.json
    case .item(let old, let new):
      object["old"] = old?.json
      object["new"] = new?.json
    case .body(let change):
      object["unchanged"] = .number(Double(change.count(.unchanged)))
      object["blocks"] = .array(change.blocks.lazy.filter { $0.kind != .unchanged }.map(\.json))
    case .record: break
    }
    if isApproximate { object["approximate"] = true }
    return .object(object)
  }
}
