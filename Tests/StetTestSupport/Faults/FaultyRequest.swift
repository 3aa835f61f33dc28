/// A request to a page that misbehaves, and what its answers are made of.
public struct FaultyRequest: Sendable {
  /// The request.
  public let request: RecordedRequest
  /// The path of the fault.
  public let path: String
  /// A review as it would be without the fault, in UTF-8; no two faults have the same.
  public var html: [UInt8] { fault.html }
  private let fault: Fault
  private let place: String

  init(_ request: RecordedRequest, _ fault: Fault, at place: String? = nil) {
    self.request = request
    path = fault.path
    self.place = place ?? fault.path
    self.fault = fault
  }

  /// What stands below the fault's path, without the slash; empty for the page itself.
  var below: Substring { request.path == place ? "" : request.path.dropFirst(path.count + 1) }

  /// A head with the fields given, line by line, then the body.
  func raw(
    _ lines: String..., body: [UInt8]? = nil, ending: ScriptedResponse.Ending = .closes
  ) -> ScriptedResponse {
    ScriptedResponse(
      steps: [.bytes(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? html))], ending: ending)
  }

  /// As `raw`, with the right length, and with more after it that does not belong to it.
  func framed(_ lines: String..., ending: ScriptedResponse.Ending = .closes, more: [UInt8] = []) -> ScriptedResponse {
    let head = (lines + ["Content-Length: \(html.count)"]).joined(separator: "\r\n") + "\r\n\r\n"
    return ScriptedResponse(steps: [.bytes(Array(head.utf8) + html + more)], ending: ending)
  }

  /// The page in an encoding.
  func encoded(_ encoding: String, _ body: [UInt8], chunked: Bool = false) -> ScriptedResponse {
    .page(
      headers: [("Content-Type", "text/html; charset=utf-8"), ("Content-Encoding", encoding)], body: body,
      chunked: chunked)
  }
}
