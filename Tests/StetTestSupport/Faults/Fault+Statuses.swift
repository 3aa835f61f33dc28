extension Fault {
  /// Status lines that are none, and statuses that nobody expects.
  public static let statuses: [Fault] = [
    Fault("speaks HTTP 0.9", .fails("protocolViolation"), exit: 69) { .raw($0.html) },
    Fault("speaks SSH", .fails("protocolViolation"), exit: 69) { _ in .raw("SSH-2.0-OpenSSH_9.2\r\n") },
    Fault("speaks SMTP", .fails("protocolViolation"), exit: 69) { _ in .raw("220 mail.example ESMTP\r\n") },
    Fault("answers with an alert of TLS", .fails("protocolViolation"), exit: 69) { _ in
      .raw([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46])
    },
    Fault("answers with zeros", .fails("protocolViolation"), exit: 69) { _ in
      .raw([UInt8](repeating: 0, count: 4096))
    },
    Fault("has a status in words", .fails("protocolViolation"), exit: 69) { $0.framed("HTTP/1.1 banana") },
    Fault("has a status of five digits", .fails("protocolViolation"), exit: 69) { $0.framed("HTTP/1.1 20000 OK") },
    Fault("has a status of two digits", .fails("protocolViolation"), exit: 69) { $0.framed("HTTP/1.1 20 OK") },
    Fault("has no status", .fails("protocolViolation"), exit: 69) { $0.framed("HTTP/1.1") },
    Fault("has the status 000", .fails("protocolViolation"), exit: 69) { $0.framed("HTTP/1.1 000 Nothing") },
    Fault("speaks HTTP 7.3", .fails("protocolViolation"), exit: 69) { $0.framed("HTTP/7.3 200 OK") },
    Fault("has an empty line before the status line", .fails("protocolViolation"), exit: 69) {
      $0.framed("", "HTTP/1.1 200 OK")
    },
    Fault("has no reason in its status line", .whole, exit: 0) { $0.framed("HTTP/1.1 200") },
    Fault("ends its lines with line feeds alone", .whole, exit: 0) {
      .raw(Array("HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n".utf8) + $0.html)
    },
    Fault("answers 204 and sends a page", .page(204), exit: 65) {
      $0.raw("HTTP/1.1 204 No Content", ending: .keepsOpen)
    },
    Fault("answers 205 and sends a page", .page(205), exit: 0) { $0.framed("HTTP/1.1 205 Reset Content") },
    Fault("answers 206 though nobody asked for a part", .page(206), exit: 69) {
      $0.framed("HTTP/1.1 206 Partial Content", "Content-Range: bytes 0-\($0.html.count - 1)/\($0.html.count * 2)")
    },
    Fault("answers 203 for a proxy", .page(203), exit: 0) { $0.framed("HTTP/1.1 203 Non-Authoritative") },
    Fault("answers 299, which nobody knows", .page(299), exit: 0) { $0.framed("HTTP/1.1 299 Miscellaneous") },
    Fault("offers several choices", .page(300), exit: 69) {
      $0.framed("HTTP/1.1 300 Multiple Choices", "Location: \($0.path)/b")
    },
    Fault("answers 304 though there is nothing to compare", .page(304), exit: 69) { _ in .page(304, text: "") },
    Fault("answers 304 and sends a page", .page(304), exit: 69) {
      $0.framed("HTTP/1.1 304 Not Modified", ending: .keepsOpen)
    },
    Fault("wants a password", .page(401), exit: 69) {
      $0.framed("HTTP/1.1 401 Unauthorized", "WWW-Authenticate: Basic realm=\"films\"")
    },
    Fault("is a proxy that wants a password", .page(407), exit: 69) {
      $0.framed("HTTP/1.1 407 Proxy Authentication Required", "Proxy-Authenticate: Negotiate")
    },
    Fault("forbids", .page(403), exit: 69) { $0.framed("HTTP/1.1 403 Forbidden") },
    Fault("answers 404", .page(404), exit: 69) { $0.framed("HTTP/1.1 404 Not Found") },
    Fault("answers 410", .page(410), exit: 69) { $0.framed("HTTP/1.1 410 Gone") },
    Fault("answers 451", .page(451), exit: 69) { $0.framed("HTTP/1.1 451 Unavailable For Legal Reasons") },
    Fault("answers 429 and says for how many seconds", .page(429), exit: 69) {
      $0.framed("HTTP/1.1 429 Too Many Requests", "Retry-After: 86400")
    },
    Fault("answers 503 and says until when", .page(503), exit: 69) {
      $0.framed("HTTP/1.1 503 Service Unavailable", "Retry-After: Fri, 31 Dec 2100 23:59:59 GMT")
    },
    Fault("answers 503 and says until when in the old way", .page(503), exit: 69) {
      $0.framed("HTTP/1.1 503 Service Unavailable", "Retry-After: Friday, 31-Dec-60 23:59:59 GMT")
    },
    Fault("answers 599", .page(599), exit: 69) { $0.framed("HTTP/1.1 599 Whatever") },
    Fault("answers 999", .page(999), exit: 69) { $0.framed("HTTP/1.1 999 Request denied") },
  ]

  /// They are tried again, so that a run takes seconds over each.
  public static let retried: [Fault] = [
    Fault("answers 408", .page(408), exit: 69) { $0.framed("HTTP/1.1 408 Request Timeout") },
    Fault("answers 425", .page(425), exit: 69) { $0.framed("HTTP/1.1 425 Too Early") },
    Fault("answers 429 without saying for how long", .page(429), exit: 69) {
      $0.framed("HTTP/1.1 429 Too Many Requests")
    },
    Fault("answers 500", .page(500), exit: 69) { $0.framed("HTTP/1.1 500 Internal Server Error") },
    Fault("answers 502", .page(502), exit: 69) { $0.framed("HTTP/1.1 502 Bad Gateway") },
    Fault("answers 503 and says until when in the past", .page(503), exit: 69) {
      $0.framed("HTTP/1.1 503 Service Unavailable", "Retry-After: Fri, 31 Dec 1999 23:59:59 GMT")
    },
    Fault("answers 503 and says in words for how long", .page(503), exit: 69) {
      $0.framed("HTTP/1.1 503 Service Unavailable", "Retry-After: soon")
    },
    Fault("answers 504", .page(504), exit: 69) { $0.framed("HTTP/1.1 504 Gateway Timeout") },
  ]
}
