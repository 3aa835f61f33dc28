extension Fault {
  /// The response is whole; what is in it is not what it says.
  public static let content: [Fault] = [
    Fault("sends an image as a page", .page(200), exit: 65) { _ in .page(body: png) },
    Fault("sends an image as an image", .page(200), exit: 65) { _ in
      .page(headers: [("Content-Type", "image/png")], body: png)
    },
    Fault("sends a PDF", .page(200), exit: 65) { _ in
      .page(
        headers: [("Content-Type", "application/pdf")], body: Array("%PDF-1.7\n%\0\u{1}\u{2}\n1 0 obj<<>>endobj".utf8))
    },
    Fault("sends zeros as a page", .page(200), exit: 65) { _ in .page(body: [UInt8](repeating: 0, count: 100_000)) },
    Fault("sends a page without a type", .whole, exit: 0) { .page(headers: [], body: $0.html) },
    Fault("sends a page as plain text", .whole, exit: 0) {
      .page(headers: [("Content-Type", "text/plain")], body: $0.html)
    },
    Fault("sends a page as bytes", .whole, exit: 0) {
      .page(headers: [("Content-Type", "application/octet-stream")], body: $0.html)
    },
    Fault("sends a page as two types", .whole, exit: 0) {
      .page(headers: [("Content-Type", "image/png"), ("Content-Type", "text/html")], body: $0.html)
    },
    Fault("sends a page as something that is no type", .whole, exit: 0) {
      .page(headers: [("Content-Type", "; ; charset==;\"")], body: $0.html)
    },
    Fault("names a charset that nobody knows", .whole, exit: 0) {
      .page(headers: [("Content-Type", "text/html; charset=klingon-8")], body: $0.html)
    },
    Fault("says UTF-16 and sends UTF-8", .whole, exit: 0) {
      .page(headers: [("Content-Type", "text/html; charset=utf-16")], body: $0.html)
    },
    Fault("says UTF-8 and sends UTF-16", .page(200), exit: 0) {
      .page(body: [0xFF, 0xFE] + $0.html.flatMap { [$0, 0] })
    },
    Fault("says UTF-7, in which text can hide", .whole, exit: 0) {
      .page(headers: [("Content-Type", "text/html; charset=utf-7")], body: $0.html)
    },
    Fault("says UTF-8 and sends bytes that are none", .page(200), exit: 0) {
      .page(body: $0.html + [0xFF, 0xFE, 0xC0, 0x80, 0xED, 0xA0, 0x80])
    },
    Fault("sends a script instead of a page", .page(200), exit: 65) { _ in
      .page(text: "<html><body><script>document.write(atob('PHA+'))</script></body></html>")
    },
    Fault("sends elements within elements a hundred thousand times", .page(200), exit: 65) { _ in
      .page(text: String(repeating: "<div>", count: 100_000))
    },
    Fault("sends one tag without end", .page(200), exit: 65) { _ in
      .page(text: "<p title='" + String(repeating: "x", count: 2_000_000))
    },
    Fault("sends JSON as a page", .page(200), exit: 0) { _ in .page(text: "{\"error\": \"no such film\"}") },
  ]

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52]
    + [UInt8](repeating: 0, count: 2000)
}
