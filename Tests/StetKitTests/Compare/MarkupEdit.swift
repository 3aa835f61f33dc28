/// Edits to a page's bytes that no reader sees.
enum MarkupEdit {
  static let all: [(name: String, edit: @Sendable ([UInt8]) -> [UInt8])] = [
    ("every paragraph with another class", { replace("<p>", "<p class=\"c-1f3a\" data-block=\"7\">", in: $0) }),
    ("white space between paragraphs", { replace("</p>", "</p>\n\n    \t", in: $0) }),
    ("comments between paragraphs", { replace("</p>", "</p><!-- wp:paragraph -->", in: $0) }),
    (
      "an advertisement's place behind every heading",
      {
        replace(
          "</h2>", "</h2><div class=\"ad-slot advertisement\" id=\"ad-7\"><ins class=\"adsbygoogle\"></ins></div>",
          in: $0)
      }
    ),
    ("a counter at the end", { replace("</body>", "<script>var hits = 4711;</script></body>", in: $0) }),
  ]

  private static func replace(_ sign: String, _ other: String, in bytes: [UInt8]) -> [UInt8] {
    let (sign, other) = (Array(sign.utf8), Array(other.utf8))
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == sign[0], bytes[index...].starts(with: sign) {
        out += other
        index += sign.count
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return out
  }
}
