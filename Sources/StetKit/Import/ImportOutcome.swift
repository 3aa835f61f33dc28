public import StetModel

/// What came of importing one capture.
public struct ImportOutcome: Sendable {
  /// When the page was captured.
  public let captured: Timestamp
  /// What came of it.
  public let outcome: PageOutcome

  /// What a person should know of it; nil: nothing.
  public let warning: String?

  /// `{"captured", "page", "outcome", "version"?, "digest"?, "error"?, "warning"?}`.
  public var json: JSONValue {
    var object: JSONObject = ["captured": .string(captured.description)]
    for member in outcome.json.object?.members ?? [] { object[member.name] = member.value }
    object["warning"] = warning.map(JSONValue.string)
    return .object(object)
  }
}
