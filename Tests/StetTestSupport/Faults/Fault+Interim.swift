extension Fault {
  /// Interim responses (RFC 9110, 15.2).
  public static let interim: [Fault] = [
    Fault("says 100 Continue unasked", .whole, exit: 0) { $0.after("HTTP/1.1 100 Continue\r\n\r\n") },
    Fault("says 102 Processing three times", .whole, exit: 0) {
      $0.after(String(repeating: "HTTP/1.1 102 Processing\r\n\r\n", count: 3))
    },
    Fault("hints early", .whole, exit: 0) {
      $0.after("HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\nContent-Length: 3\r\n\r\n")
    },
    Fault("hints early that the page is gone and elsewhere", .whole, exit: 0) {
      $0.after("HTTP/1.1 103 Early Hints\r\nLocation: file:///etc/passwd\r\nContent-Encoding: gzip\r\n\r\n")
    },
    Fault("sends an interim response that nobody knows", .whole, exit: 0) {
      $0.after("HTTP/1.1 199 Hm\r\nX-A: 1\r\n\r\n")
    },
    Fault("hints early and closes", .fails("truncated"), exit: 69) { _ in
      .raw("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n")
    },
    Fault("switches protocols unasked", .fails("protocolViolation"), exit: 69) { _ in
      .raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n\u{1}\u{2}")
    },
    Fault("switches to HTTP 2 unasked", .fails("protocolViolation"), exit: 69) { _ in
      .raw("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n\0\0\0\u{4}\0\0\0\0\0")
    },
  ]
}

extension FaultyRequest {
  /// The page after something else.
  fileprivate func after(_ first: String) -> ScriptedResponse {
    ScriptedResponse(steps: [.bytes(Array(first.utf8))] + ScriptedResponse.page(body: html).steps, ending: .keepsOpen)
  }
}
