internal import StetGzip

extension Fault {
  /// It lies about lengths.
  public static let lengths: [Fault] = [
    Fault("announces less than it sends", .page(200), exit: 65) {
      $0.raw("HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: 20", ending: .keepsOpen)
    },
    Fault("sends a second response that nobody asked for", .whole, exit: 0) {
      let second = $0.framed("HTTP/1.1 404 Not Found", ending: .keepsOpen)
      guard case .bytes(let bytes)? = second.steps.first else { return second }
      return $0.framed("HTTP/1.1 200 OK", ending: .keepsOpen, more: bytes)
    },
    Fault("announces a negative length", .fails("protocolViolation"), exit: 69) {
      $0.raw("HTTP/1.1 200 OK", "Content-Length: -5")
    },
    Fault("announces a length in words", .fails("protocolViolation"), exit: 69) {
      $0.raw("HTTP/1.1 200 OK", "Content-Length: many")
    },
    Fault("announces an empty length", .fails("protocolViolation"), exit: 69) {
      $0.raw("HTTP/1.1 200 OK", "Content-Length: ")
    },
    Fault("announces a length of more digits than fit", .fails("protocolViolation"), exit: 69) {
      $0.raw("HTTP/1.1 200 OK", "Content-Length: 99999999999999999999999")
    },
    Fault("announces two lengths that differ", .fails("protocolViolation"), exit: 69) {
      $0.raw("HTTP/1.1 200 OK", "Content-Length: \($0.html.count)", "Content-Length: 20")
    },
    Fault("announces two lengths that differ, the shorter one first", .fails("protocolViolation"), exit: 69) {
      $0.raw("HTTP/1.1 200 OK", "Content-Length: 20", "Content-Length: \($0.html.count)")
    },
    Fault("announces two lengths in one field", .fails("protocolViolation"), exit: 69) {
      $0.raw("HTTP/1.1 200 OK", "Content-Length: \($0.html.count), 20")
    },
    Fault("announces the same length twice", .whole, exit: 0) {
      $0.framed("HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", "Content-Length: \($0.html.count)")
    },
    Fault("announces a length and sends chunks", .whole, exit: 0) {
      let chunked = ScriptedResponse.page(headers: [("Content-Length", "20")], body: $0.html, chunked: true)
      return chunked
    },
    Fault("announces the length before compression", .fails("truncated"), exit: 69) {
      $0.raw(
        "HTTP/1.1 200 OK", "Content-Encoding: gzip", "Content-Length: \($0.html.count)",
        body: try Gzip.compress($0.html))
    },
    Fault("sends nothing after an announced nothing", .page(200), exit: 65) { _ in .page(body: []) },
    Fault("sends an empty body without length", .page(200), exit: 65) { $0.raw("HTTP/1.1 200 OK", body: []) },
    Fault("sends one byte", .page(200), exit: 0) { _ in .page(text: "x") },
  ]
}
