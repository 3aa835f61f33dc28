internal import StetModel

/// Trouble as a program is told of it (RFC 9457).
enum Problem {
  /// - Parameter path: what was asked for, as sent.
  static func answer(_ error: RoomError, path: String) -> RoomAnswer {
    let status = error.code.rawValue
    let object: JSONObject = [
      "type": "about:blank", "title": .string(title(error.code)), "status": .number(Double(status)),
      "detail": .string(error.message), "instance": .string(path),
    ]
    return RoomAnswer(
      status: status, type: "application/problem+json", .bytes(PrettyJSON.bytes(.object(object), order: .kept)))
  }

  /// With the type `about:blank` the title is the status' own (RFC 9457, 4.2.1).
  private static func title(_ code: RoomError.Code) -> String {
    switch code {
    case .badRequest: "Bad Request"
    case .notFound: "Not Found"
    case .gone: "Gone"
    case .trouble: "Internal Server Error"
    }
  }
}
