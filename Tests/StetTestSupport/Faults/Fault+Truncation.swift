internal import StetGzip

extension Fault {
  /// The connection ends before the response does.
  public static let truncation: [Fault] = [
    Fault("closes before the first byte", .fails("truncated"), exit: 69) { _ in .raw("") },
    Fault("resets before the first byte", .fails("truncated"), exit: 69) { _ in
      ScriptedResponse(steps: [], ending: .resets)
    },
    Fault("closes within the status line", .fails("truncated"), exit: 69) { _ in .raw("HTTP/1.1 2") },
    Fault("closes within the head", .fails("truncated"), exit: 69) { _ in
      .raw("HTTP/1.1 200 OK\r\nContent-Type: text/ht")
    },
    Fault("closes after the last field, before the empty line", .fails("truncated"), exit: 69) { _ in
      .raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
    },
    Fault("resets after the head", .fails("truncated"), exit: 69) {
      ScriptedResponse(
        steps: ScriptedResponse.page(body: $0.html, truncateAt: 0).steps + [.pause(.milliseconds(50))], ending: .resets)
    },
    Fault("closes one byte before the announced length", .fails("truncated"), exit: 69) {
      .page(body: $0.html, truncateAt: $0.html.count - 1)
    },
    Fault("resets within a body of announced length", .fails("truncated"), exit: 69) {
      ScriptedResponse(
        steps: ScriptedResponse.page(body: $0.html, truncateAt: 500).steps + [.pause(.milliseconds(50))],
        ending: .resets)
    },
    Fault("resets within a body without length", .fails("truncated"), exit: 69) {
      ScriptedResponse(
        steps: [.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + $0.html.prefix(500)), .pause(.milliseconds(50))],
        ending: .resets)
    },
    Fault("closes within a chunk", .fails("truncated"), exit: 69) {
      .page(body: $0.html, chunked: true, truncateAt: 500)
    },
    Fault("closes between two chunks", .fails("truncated"), exit: 69) {
      .page(body: $0.html, chunked: true, truncateAt: 1007)
    },
    Fault("closes before the last chunk", .fails("truncated"), exit: 69) {
      $0.raw(
        "HTTP/1.1 200 OK", "Transfer-Encoding: chunked",
        body: Array("\(String($0.html.count, radix: 16))\r\n".utf8) + $0.html + [13, 10])
    },
    Fault("closes within the trailers", .fails("truncated"), exit: 69) {
      $0.raw(
        "HTTP/1.1 200 OK", "Transfer-Encoding: chunked",
        body: Array("\(String($0.html.count, radix: 16))\r\n".utf8) + $0.html + Array("\r\n0\r\nX-Late: ye".utf8))
    },
    Fault("cuts a gzip body of announced length", .fails("truncated"), exit: 69) {
      let body = try Gzip.compress($0.html)
      return .page(headers: [("Content-Encoding", "gzip")], body: body, truncateAt: body.count / 2)
    },
    Fault("cuts a gzip body without length", .fails("corrupt"), exit: 69) {
      let body = try Gzip.compress($0.html)
      return $0.raw("HTTP/1.1 200 OK", "Content-Encoding: gzip", body: Array(body.prefix(body.count / 2)))
    },
    Fault("ends a body without length by closing, as HTTP 1.0 does", .whole, exit: 0) {
      $0.raw("HTTP/1.0 200 OK", "Content-Type: text/html; charset=utf-8")
    },
    Fault("resets after a whole body", .whole, exit: 0) {
      ScriptedResponse(
        steps: ScriptedResponse.page(body: $0.html).steps + [.pause(.milliseconds(50))], ending: .resets)
    },
  ]
}
