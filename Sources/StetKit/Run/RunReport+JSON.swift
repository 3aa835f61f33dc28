internal import StetArchive
public import StetModel

extension RunReport {
  /// As `docs/running.md` describes it.
  public var json: JSONValue {
    var object: JSONObject = [
      "format": "stet-run/1", "started": .string(started.description), "ended": .string(ended.description),
      "summary": .string(summary),
    ]
    object["stopped"] = stopped.map { .string($0.rawValue) }
    object["sites"] = .array(sites.map(\.json))
    return .object(object)
  }
}

extension SiteReport {
  /// One site of the report.
  var json: JSONValue {
    var object: JSONObject = ["name": .string(name)]
    for kind in PageOutcome.Kind.allCases { object[kind.rawValue] = .number(Double(count(kind))) }
    object["partial"] = .number(Double(partial))
    object["refused"] = .number(Double(refused))
    object["skipped"] = .object(
      skipped.sorted { $0.key < $1.key }.reduce(into: JSONObject()) { $0[$1.key] = .number(Double($1.value)) })
    object["found"] = .number(Double(found))
    object["sources"] = .number(Double(sources))
    object["failedSources"] = .number(Double(failedSources))
    object["waiting"] = .number(Double(waiting))
    object["lastSuccess"] = lastSuccess.map { .string($0.description) }
    object["pages"] = .array(entries.map(\.json))
    object["troubles"] = .array(troubles.map(\.json))
    object["recovered"] = .array(recovered.map(\.json))
    return .object(object)
  }
}

extension SiteReport.Entry {
  /// `{"page", "outcome", "version"?, "missing"?, "error"?}`.
  var json: JSONValue {
    var object: JSONObject = ["page": .string(page.description), "outcome": .string(outcome.rawValue)]
    object["version"] = version.map { .number(Double($0)) }
    object["missing"] = missing.map(JSONValue.string)
    object["error"] = error.map(JSONValue.string)
    return .object(object)
  }
}

extension RunTrouble {
  /// `{"subject", "code", "message", "since"}`.
  var json: JSONValue {
    let object: JSONObject = [
      "subject": .string(subject), "code": .string(code), "message": .string(message),
      "since": .string(since.description),
    ]
    return .object(object)
  }
}
