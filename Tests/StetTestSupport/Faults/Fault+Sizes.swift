extension Fault {
  /// It does not end, or hardly.
  public static let sizes: [Fault] = [
    Fault("sends a body without length and without end", .fails("tooLarge"), exit: 69) { _ in
      endless("HTTP/1.1 200 OK\r\n\r\n", spaces)
    },
    Fault("sends chunks without end", .fails("tooLarge"), exit: 69) { _ in
      endless(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", Array("10000\r\n".utf8) + spaces + [13, 10])
    },
    Fault("announces a body of eight exabytes", .fails("tooLarge"), exit: 69) { _ in
      endless("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n", spaces)
    },
    Fault("sends a chunk without end", .fails("tooLarge"), exit: 69) { _ in
      endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFF0000000\r\n", spaces)
    },
    Fault("sends fields without end", .fails("tooLarge"), exit: 69) { _ in
      endless("HTTP/1.1 200 OK\r\n", Array("X-Filler: \(String(repeating: "x", count: 1000))\r\n".utf8))
    },
    Fault("sends one field without end", .fails("tooLarge"), exit: 69) { _ in
      endless("HTTP/1.1 200 OK\r\nX-Long: ", spaces)
    },
    Fault("sends a status line without end", .fails("tooLarge"), exit: 69) { _ in
      endless("HTTP/1.1 200 ", Array(repeating: UInt8(ascii: "O"), count: 1 << 16))
    },
    Fault("sends cookies without end", .fails("tooLarge"), exit: 69) { _ in
      endless("HTTP/1.1 200 OK\r\n", Array("Set-Cookie: a\(String(repeating: "x", count: 1000))=1\r\n".utf8))
    },
    Fault("sends early hints without end", .fails("tooLarge"), exit: 69) { _ in
      endless("", Array("HTTP/1.1 103 Early Hints\r\nLink: </s.css>; rel=preload\r\n\r\n".utf8))
    },
    Fault("sends trailers without end", .fails("tooLarge"), exit: 69) { _ in
      endless(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
        Array("X-Late: \(String(repeating: "x", count: 1000))\r\n".utf8))
    },
    Fault("sends folded lines of one field without end", .fails("tooLarge"), exit: 69) { _ in
      endless("HTTP/1.1 200 OK\r\nX-Folded: a\r\n", Array(" \(String(repeating: "x", count: 1000))\r\n".utf8))
    },
    Fault("sends text without a line end before any status line", .fails("protocolViolation"), exit: 69) { _ in
      endless("", Array(repeating: UInt8(ascii: "x"), count: 1 << 16))
    },
  ]

  private static let spaces = [UInt8](repeating: 0x20, count: 1 << 16)

  /// Far more than any limit, though a fetcher without limits comes to an end some day.
  private static func endless(_ start: String, _ more: [UInt8]) -> ScriptedResponse {
    ScriptedResponse(steps: [.bytes(Array(start.utf8)), .repeated(more, times: 1 << 18)])
  }
}
