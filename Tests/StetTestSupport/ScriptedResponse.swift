/// What a `ScriptedServer` answers: bytes as they go over the wire, good or bad HTTP.
public struct ScriptedResponse: Sendable {
  /// One step of an answer.
  public enum Step: Sendable {
    /// Bytes to send.
    case bytes([UInt8])
    /// The same bytes, so many times.
    case repeated([UInt8], times: Int)
    /// Bytes in pieces of a size, with a pause after each.
    case paced([UInt8], piece: Int, every: Duration)
    /// Silence, until the client has gone.
    case pause(Duration)
  }

  /// What happens after the last step.
  public enum Ending: Sendable {
    /// The connection stays open for the next request.
    case keepsOpen
    /// The connection is closed in order.
    case closes
    /// The connection is reset (RST).
    case resets
  }

  /// What is sent, in order.
  public var steps: [Step]
  /// What happens then.
  public var ending: Ending

  /// An answer of steps.
  public init(steps: [Step], ending: Ending = .closes) {
    self.steps = steps
    self.ending = ending
  }

  /// Bytes as they are.
  public static func raw(_ bytes: some Sequence<UInt8>, ending: Ending = .closes) -> ScriptedResponse {
    ScriptedResponse(steps: [.bytes(Array(bytes))], ending: ending)
  }

  /// Text as it is, in UTF-8.
  public static func raw(_ text: String, ending: Ending = .closes) -> ScriptedResponse {
    raw(text.utf8, ending: ending)
  }

  /// A whole HTTP/1.1 response.
  /// - Parameters:
  ///   - headers: sent in order, after those that frame the body.
  ///   - chunked: in chunks of 1000 bytes instead of with Content-Length.
  ///   - delay: silence before the first byte.
  ///   - truncateAt: how many bytes of the framed body are sent before the connection closes; all when nil.
  ///   - close: whether the connection closes after the response.
  public static func page(
    _ status: Int = 200, headers: [(String, String)] = [("Content-Type", "text/html; charset=utf-8")], body: [UInt8],
    chunked: Bool = false, delay: Duration = .zero, truncateAt: Int? = nil, close: Bool = false
  ) -> ScriptedResponse {
    var head = "HTTP/1.1 \(status) Scripted\r\n"
    if status != 304, status != 204 {
      head += chunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: \(body.count)\r\n"
    }
    if close { head += "Connection: close\r\n" }
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    let framed = chunked ? chunks(of: body) : body
    let steps: [Step] =
      (delay > .zero ? [.pause(delay)] : [])
      + [.bytes(Array((head + "\r\n").utf8) + framed.prefix(truncateAt ?? framed.count))]
    return ScriptedResponse(steps: steps, ending: close || truncateAt != nil ? .closes : .keepsOpen)
  }

  /// A whole HTTP/1.1 response with a text.
  public static func page(
    _ status: Int = 200, headers: [(String, String)] = [("Content-Type", "text/html; charset=utf-8")],
    text: String = "<p>stet</p>", chunked: Bool = false, delay: Duration = .zero, truncateAt: Int? = nil,
    close: Bool = false
  ) -> ScriptedResponse {
    page(
      status, headers: headers, body: Array(text.utf8), chunked: chunked, delay: delay, truncateAt: truncateAt,
      close: close)
  }

  /// A redirect.
  public static func redirect(_ location: String, status: Int = 302, headers: [(String, String)] = [])
    -> ScriptedResponse
  {
    page(status, headers: [("Location", location)] + headers, text: "moved")
  }

  private static func chunks(of body: [UInt8]) -> [UInt8] {
    var framed: [UInt8] = []
    for start in stride(from: 0, to: body.count, by: 1000) {
      let chunk = body[start..<min(start + 1000, body.count)]
      framed += Array("\(String(chunk.count, radix: 16))\r\n".utf8) + chunk + Array("\r\n".utf8)
    }
    return framed + Array("0\r\n\r\n".utf8)
  }
}
