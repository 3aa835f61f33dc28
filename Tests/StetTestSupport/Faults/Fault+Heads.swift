extension Fault {
  /// Header fields that are none, and fields that say odd things.
  public static let heads: [Fault] = [
    Fault("has a zero byte in a field", .fails("protocolViolation"), exit: 69) {
      $0.framed("HTTP/1.1 200 OK", "X-Zero: a\0b")
    },
    Fault("has a zero byte in a field's name", .fails("protocolViolation"), exit: 69) {
      $0.framed("HTTP/1.1 200 OK", "X-\0: a")
    },
    Fault("has a zero byte in the status line", .fails("protocolViolation"), exit: 69) {
      $0.framed("HTTP/1.1 200 O\0K")
    },
    Fault("has a line without a colon", .fails("protocolViolation"), exit: 69) {
      $0.framed("HTTP/1.1 200 OK", "this is no field")
    },
    Fault("has a field without a name", .whole, exit: 0) { $0.framed("HTTP/1.1 200 OK", ": nameless") },
    Fault("has a space before a colon", .whole, exit: 0) { $0.framed("HTTP/1.1 200 OK", "X-Space : a") },
    Fault("folds a field", .whole, exit: 0) {
      $0.framed("HTTP/1.1 200 OK", "X-Folded: one", "  two", "\tthree", "Content-Type: text/html;", " charset=utf-8")
    },
    Fault("begins its head with a folded line", .fails("protocolViolation"), exit: 69) {
      $0.framed("HTTP/1.1 200 OK", "  X-A: b")
    },
    Fault("has fields in ISO 8859-1", .whole, exit: 0) {
      .raw(
        Array("HTTP/1.1 200 OK\r\nX-Name: caf".utf8) + [0xE9]
          + Array("\r\nContent-Length: \($0.html.count)\r\n\r\n".utf8)
          + $0.html)
    },
    Fault("has control characters in a field", .whole, exit: 0) {
      $0.framed("HTTP/1.1 200 OK", "Server: \u{1B}[31mred\u{7}")
    },
    Fault("sets a thousand cookies", .whole, exit: 0) { fault in
      let cookies = (0..<1000).map { "Set-Cookie: c\($0)=\($0); Domain=example.org" }.joined(separator: "\r\n")
      return fault.framed("HTTP/1.1 200 OK", cookies)
    },
    Fault("says that its connection stays open, and closes it", .whole, exit: 0) {
      $0.framed("HTTP/1.1 200 OK", "Connection: keep-alive", "Keep-Alive: timeout=600, max=1000")
    },
    Fault("says that its connection stays open, and resets it", .whole, exit: 0) {
      var response = $0.framed("HTTP/1.1 200 OK", "Connection: keep-alive", ending: .resets)
      response.steps.append(.pause(.milliseconds(50)))
      return response
    },
    Fault("says that its name is another one for a year", .whole, exit: 0) {
      $0.framed(
        "HTTP/1.1 200 OK", "Strict-Transport-Security: max-age=31536000; includeSubDomains",
        "Alt-Svc: h2=\"169.254.169.254:443\"; ma=31536000")
    },
    Fault("has an ETag that is none", .whole, exit: 0) {
      $0.framed("HTTP/1.1 200 OK", "ETag: W/\"half", "Last-Modified: yesterday at noon", "Date: 1 April")
    },
  ]
}
