internal import StetGzip

extension Fault {
  /// It chunks badly, or oddly. libcurl has no word of its own for a bad chunk: it is a body that does not come whole.
  public static let chunks: [Fault] = [
    Fault("announces a chunk in words", .fails("truncated"), exit: 69) { $0.chunked("ten\r\n", $0.html) },
    Fault("announces a negative chunk", .fails("truncated"), exit: 69) { $0.chunked("-5\r\n", $0.html) },
    Fault("announces a chunk of more digits than fit", .fails("truncated"), exit: 69) {
      $0.chunked("FFFFFFFFFFFFFFFFFF\r\n", $0.html)
    },
    Fault("says chunked and sends text", .fails("truncated"), exit: 69) { $0.chunked("", $0.html) },
    Fault("sends no line end after a chunk", .fails("truncated"), exit: 69) {
      $0.chunked("5\r\n", Array("hello5\r\nhello0\r\n\r\n".utf8))
    },
    Fault("says something about each chunk", .whole, exit: 0) {
      $0.chunked("\(String($0.html.count, radix: 16));name=value\r\n", $0.html + Array("\r\n0;last\r\n\r\n".utf8))
    },
    Fault("sends chunks of one byte", .whole, exit: 0) {
      $0.chunked("", $0.html.flatMap { Array("1\r\n".utf8) + [$0, 13, 10] } + Array("0\r\n\r\n".utf8))
    },
    Fault("announces chunks with leading zeros", .whole, exit: 0) {
      $0.chunked("000000\(String($0.html.count, radix: 16))\r\n", $0.html + Array("\r\n0\r\n\r\n".utf8))
    },
    Fault("sends trailers", .whole, exit: 0) {
      $0.chunked(
        "\(String($0.html.count, radix: 16))\r\n",
        $0.html + Array("\r\n0\r\nX-Late: yes\r\nETag: \"late\"\r\nSet-Cookie: late=1\r\n\r\n".utf8))
    },
    Fault("compresses each chunk anew", .fails("corrupt"), exit: 69) {
      // Members of one gzip file (RFC 1952, 2.2), of which libcurl reads the first: better no page than a part.
      let (first, rest) = (Array($0.html.prefix(1000)), Array($0.html.dropFirst(1000)))
      return $0.encoded("gzip", try Gzip.compress(first) + Gzip.compress(rest), chunked: true)
    },
    Fault("says chunked twice", .whole, exit: 0) {
      $0.raw(
        "HTTP/1.1 200 OK", "Transfer-Encoding: chunked, chunked",
        body: Array("\(String($0.html.count, radix: 16))\r\n".utf8) + $0.html + Array("\r\n0\r\n\r\n".utf8))
    },
    Fault("names a transfer encoding that nobody knows", .fails("corrupt"), exit: 69) {
      $0.raw("HTTP/1.1 200 OK", "Transfer-Encoding: rot13")
    },
  ]
}

extension FaultyRequest {
  /// A body that is said to be in chunks: as it is.
  fileprivate func chunked(_ start: String, _ rest: [UInt8]) -> ScriptedResponse {
    raw(
      "HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8", "Transfer-Encoding: chunked",
      body: Array(start.utf8) + rest)
  }
}
