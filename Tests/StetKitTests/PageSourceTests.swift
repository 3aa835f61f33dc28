import StetKit
import Testing

@Suite struct PageSourceTests {
  @Test(
    "A dash is standard input, a scheme makes an address, all else is a file",
    arguments: [
      ("-", PageSource.standardInput),
      ("https://example.org/x", .address("https://example.org/x")),
      ("ftp://example.org/x", .address("ftp://example.org/x")),
      ("file:///etc/passwd", .address("file:///etc/passwd")),
      ("page.html", .file("page.html")),
      ("example.org/x", .file("example.org/x")),
      ("1://x", .file("1://x")),
      ("a b://x", .file("a b://x")),
      ("C:\\page.html", .file("C:\\page.html")),
    ])
  func kinds(argument: String, source: PageSource) {
    #expect(PageSource(argument) == source)
    #expect("\(PageSource(argument))" == argument)
  }
}
