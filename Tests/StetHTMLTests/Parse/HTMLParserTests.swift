import StetHTML
import Testing

@Suite struct HTMLParserTests {
  @Test("html, head and body are there whether the page has them or not")
  func impliedElements() throws {
    #expect(try page("<p>x").markup == "<html><body><p>x</p></body></html>")
    #expect(
      try page("<title>t</title>x").markup == "<html><head><title>t</title></head><body><p>x</p></body></html>")
  }

  @Test("Elements nest deeper than libxml2's own tree allows")
  func depth() throws {
    let document = try page(String(repeating: "<div>", count: 100_000) + "end")
    #expect(document.count == 100_000 + 4)
    #expect(document.ancestors(document.count - 1).reduce(0) { count, _ in count + 1 } == 100_000 + 3)
  }

  @Test("Elements that libxml2 does not know nest as deep as others")
  func depthOfUnknownElements() throws {
    #expect(try page(String(repeating: "<section>", count: 100_000) + "end").count == 100_000 + 4)
  }

  @Test("Text over ten megabytes is read whole, and so is what follows it")
  func longText() throws {
    let document = try page("<p>" + String(repeating: "long text ", count: 1_100_000) + "</p><i>tail</i>")
    #expect(document.text.count == 11_000_004)
    #expect(document.first("i") != nil)
  }

  @Test("Scripts over ten megabytes are one node, and what follows them is read")
  func longScript() throws {
    let document = try page("<script>" + String(repeating: "a = b < c;", count: 1_100_000) + "</script><i>tail</i>")
    let script = try #require(document.first("script"))
    #expect(document.rawContent(script)?.count == 11_000_000)
    #expect(document.end(script) == script + 2)
    #expect(document.first("i") != nil)
  }

  @Test("NUL bytes become U+FFFD in text, attributes and scripts, and nothing is lost after them")
  func nulBytes() throws {
    let document = try page("<p title='a\0b'>x\0y</p><script>1\0</script><p>tail</p>")
    #expect(
      document.bodyMarkup == "<p title='a\u{FFFD}b'>x\u{FFFD}y</p><script>{1\u{FFFD}}</script><p>tail</p>")
    #expect(document.repairs == [.nulBytes(count: 3)])
  }

  @Test(
    "Pages without an element or a character are an error",
    arguments: ["", " \n\t", "<!-- only this -->", "<!doctype html>"])
  func empty(source: String) {
    #expect { try page(source) } throws: { ($0 as? HTMLError)?.code == .empty }
  }

  @Test("An XML declaration is no part of the page")
  func xmlDeclaration() throws {
    #expect(try page("<?xml version='1.0' encoding='utf-8'?><p>x").markup == "<html><body><p>x</p></body></html>")
  }

  @Test("What follows </html> is kept")
  func afterHTML() throws {
    let document = try page("<html><body><p>a</p></body></html><p>late</p>")
    #expect(String(decoding: document.text, as: UTF8.self) == "alate")
    #expect(document.nodes.indices.filter { document.tag($0) == .p }.count == 2)
  }

  @Test("A block in the head opens the body, and the attributes of the page's own body tag are lost")
  func lostBody() throws {
    let document = try page("<head><div>x</div></head><body class=real><p>y</body>")
    let body = try #require(document.first("body"))
    #expect(document.attribute(body, .class) == nil)
    #expect(document.bodyMarkup == "<div>x</div><p>y</p>")
  }

  @Test("Links and metadata in the body stay where they are")
  func metadataInBody() throws {
    let document = try page("<body><div>x</div><link rel=a><meta name=b><p>y")
    #expect(document.bodyMarkup == "<div>x</div><link rel='a'><meta name='b'><p>y</p>")
  }

  @Test("Unterminated comments and quotes swallow the rest, as in a browser")
  func unterminated() throws {
    #expect(try page("<p>a<!-- b<p>c").bodyMarkup == "<p>a</p>")
    #expect(try page("<p>a</p><a title='b<p>c").bodyMarkup == "<p>a</p><a title='b<p>c'></a>")
  }

  @Test("A heading in a heading stays inside it")
  func headingInHeading() throws {
    #expect(try page("<h1>a<h2>b</h2>").bodyMarkup == "<h1>a<h2>b</h2></h1>")
  }

  @Test("Overlapping inline elements lose no text")
  func overlap() throws {
    #expect(String(decoding: try page("<b><p>x</b>y</p>").text, as: UTF8.self) == "xy")
  }

  @Test("A link inside a link ends it")
  func nestedLinks() throws {
    #expect(try page("<a href=1>a<a href=2>b</a>").bodyMarkup == "<a href='1'>a</a><a href='2'>b</a>")
  }

  @Test("Titles and text areas hold markup, not text, as libxml2 has it")
  func markupInTitle() throws {
    let document = try page("<title>a<b>c</b></title><textarea>x<i>y</i></textarea>")
    #expect(document.words(of: try #require(document.first("title"))) == "ac")
    #expect(document.words(of: try #require(document.first("textarea"))) == "xy")
  }

  @Test("The title of a drawing is an element in it, after the title of the page")
  func titleOfDrawing() throws {
    let document = try page("<title>page</title><svg><title>drawing</title></svg>")
    let titles = document.nodes.indices.filter { document.tag($0) == .title }
    #expect(titles.map { document.words(of: $0) } == ["page", "drawing"])
    #expect(document.closest(titles[1], .svg) != nil)
  }

  @Test("The content of noscript is markup")
  func noscript() throws {
    #expect(try page("<p>a</p><noscript><img src=x></noscript>").bodyMarkup.contains("<img src='x'>"))
  }

  @Test("Elements keep their prefix: og:title is no title")
  func prefixedElements() throws {
    let document = try page("<p>a</p><og:title>x</og:title>")
    #expect(document.first("og:title") != nil)
    #expect(document.first("title") == nil)
  }

  @Test("Of two attributes of one name the first counts; names are in lower case")
  func duplicateAttributes() throws {
    #expect(try page("<p ID=a id=b @click=c viewBox=d>x").bodyMarkup == "<p id='a' viewbox='d'>x</p>")
  }

  @Test("Scripts are raw: entities and tags in them stay as they are")
  func rawScripts() throws {
    #expect(
      try page("<p>a</p><script>if (a && '</p>' < b) { c &amp; d }</script><p>x").bodyMarkup
        == "<p>a</p><script>{if (a && '</p>' < b) { c &amp; d }}</script><p>x</p>")
  }

  @Test(
    "Pages of endless different names are refused rather than searched through",
    arguments: ["<n#>", "<p a#>", "</n#>", "&n#;", "<!DOCTYPE n#>", "<p title='&n#;'>", "<p title=&n#;>"])
  func names(form: String) {
    let source = "<p>x</p>" + (0..<300_000).map { form.replacing("#", with: String($0)) }.joined()
    #expect { try page(source) } throws: { ($0 as? HTMLError)?.code == .truncated }
  }

  @Test("Endless different names in one attribute are refused, too")
  func namesInAttribute() {
    let source = "<p title='" + (0..<300_000).map { "&n\($0);" }.joined() + "'>x</p><b>y</b>"
    #expect { try page(source) } throws: { ($0 as? HTMLError)?.code == .truncated }
  }

  @Test("Pages are parsed on many threads at once")
  func threads() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<16 { group.addTask { try page(String(repeating: "<p>a<b>c</b>", count: 200)).count } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(counts) == [803])
  }

  @Test("Charset declarations inside the page do not make the parser convert it again")
  func declarationIsIgnored() throws {
    let document = try page("<meta charset=iso-8859-1><p>café</p>")
    #expect(document.bodyMarkup == "<p>café</p>")
    #expect(document.charset == "utf-8")
  }
}
