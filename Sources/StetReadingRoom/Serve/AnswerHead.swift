/// The head of a response, as it is sent.
struct AnswerHead {
  let status: Int
  var fields: [(name: String, value: String)]

  /// The bytes, with the empty line that ends it.
  ///
  /// A line break in a value would begin another field: what could be one is left out.
  var bytes: [UInt8] {
    var text = "HTTP/1.1 \(status) \(Self.phrases[status] ?? "Status")\r\n"
    for (name, value) in fields {
      let value = String(value.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
      text += "\(name): \(value)\r\n"
    }
    return Array("\(text)\r\n".utf8)
  }

  private static let phrases = [
    200: "OK", 206: "Partial Content", 301: "Moved Permanently", 302: "Found", 303: "See Other", 304: "Not Modified",
    307: "Temporary Redirect", 308: "Permanent Redirect", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed",
    406: "Not Acceptable", 410: "Gone", 412: "Precondition Failed", 414: "URI Too Long", 416: "Range Not Satisfiable",
    421: "Misdirected Request", 431: "Request Header Fields Too Large", 500: "Internal Server Error",
    501: "Not Implemented", 503: "Service Unavailable", 505: "HTTP Version Not Supported",
  ]
}
