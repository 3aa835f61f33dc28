public import StetModel

extension PageSummary {
  /// `{"page", "versions", "latest"?, "captured"?, "cause"?, "digest"?, "title"?, "folder"}`, as `stet list --json` has it.
  public var json: JSONValue {
    var object: JSONObject = ["page": .string(key.description), "versions": .number(Double(versions))]
    object["latest"] = latest.map { .number(Double($0.version)) }
    object["captured"] = latest.map { .string($0.captured.description) }
    object["cause"] = latest.map { .string($0.cause.rawValue) }
    object["digest"] = latest.map { .string($0.digest.description) }
    object["title"] = latest?.title.map(JSONValue.string)
    object["folder"] = .string(folder)
    return .object(object)
  }
}
