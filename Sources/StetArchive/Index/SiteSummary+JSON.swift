public import StetModel

extension SiteSummary {
  /// `{"host", "pages", "versions", "visits", "gone", "failing", "lastChange"?, "failingSince"?}`.
  public var json: JSONValue {
    var object: JSONObject = ["host": .string(host)]
    for (name, count) in [
      ("pages", pages), ("versions", versions), ("visits", visits), ("gone", gone), ("failing", failing),
    ] {
      object[name] = .number(Double(count))
    }
    object["lastChange"] = lastChange.map { .string($0.description) }
    object["failingSince"] = failingSince.map { .string($0.description) }
    return .object(object)
  }
}
