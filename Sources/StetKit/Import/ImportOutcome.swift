public import StetModel

/// What came of importing one capture.
public struct ImportOutcome: Sendable {
  /// When the page was captured.
  public let captured: Timestamp
  /// What came of it.
  public let outcome: PageOutcome

  /// `{"captured", "page", "outcome", "version"?, "digest"?, "error"?}`.
  public var json: JSONValue {
    var object: JSONObject = ["captured": .string(captured.description)]
    for member in outcome.json.object?.members ?? [] { object[member.name] = member.value }
    return .object(object)
  }
}
