internal import StetModel

/// What came of one entry of a batch.
public struct BatchLine: Sendable {
  /// The line to print: `{"id", …record…}`, or `{"id","error":{"code","message"}}`, with its newline.
  public let bytes: [UInt8]
  /// Whether the entry failed.
  public let isFailure: Bool

  init(_ id: JSONValue, _ review: Review) {
    var object = JSONObject([JSONObject.Member(name: "id", value: id)])
    if let record = review.json.object {
      object = JSONObject(object.members + record.members)
    }
    bytes = CompactJSON.bytes(.object(object)) + [UInt8(ascii: "\n")]
    isFailure = false
  }

  init(_ id: JSONValue, errorCode: String, message: String) {
    let error: JSONObject = ["code": .string(errorCode), "message": .string(message)]
    bytes = CompactJSON.bytes(.object(["id": id, "error": .object(error)])) + [UInt8(ascii: "\n")]
    isFailure = true
  }
}
