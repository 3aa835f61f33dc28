import Testing

@testable import StetHTML

@Suite("What libxml2 is spared") struct SparedContentTests {
  /// Pieces that pages are made of, and some that they should not be.
  private static let pieces = [
    "<p>", "</p>", "<div class='a b'>", "</div>", "<DIV ID=\"x\" id=y>", "<a href=/x/y?a=b>",
    "<a href='?a&amp;b&copy=1'>",
    "</a>", "<b>", "</b>", "</i>", "<br/>", "<br clear=all />", "<img src='x.png' alt>", "<li data-n=1>", "<ul>",
    "</ul>",
    "<html lang=en>", "<head profile=x>", "</head>", "<body class=first>", "<body class=second>", "</body>", "</html>",
    "<title>", "</title>", "<meta charset=utf-8 name=a content='b'>", "<section title='\u{85}\u{201C}'>", "</section>",
    "<table border=0>", "<tr>", "<td width=1>", "</table>", "<select>", "<option value=1 selected>",
    "<a href='?a=1&b=2&copy=3&amp;d&amp'>", "<i title='&#8217;&#x2014 &#146;&lt;b&quot;&gt;'>",
    "<i title=&amp;&apos;>", "<i title='&eacute;&foo;'>", "<i title='&#0;'>", "<i title=&amp",
    "<i title='&\u{E9};&a\u{E9};&;& '>",
    "<p a='1' 'b c' d=2 =e>",
    "<p\u{A0}a=b>", "<x:y z:a=1 Z:A=2>", "<_p a=b>", "<p/a=b/c=d/>", "<p title='unclosed>", "<p title=\"",
    "<p a = 'b' c= d >",
    "words", "some more words, ", " ", "\n  ", "\t\r\n\t", "a", "ab", "\u{E9}", "\u{96}", "caf\u{E9} \u{4E2D}\u{6587}",
    "x\u{1}y zz",
    "\u{FFFE} noncharacter", "end\u{C}feed", "\u{FEFF}mark", "&amp;", "&amp", "&copy 2012", "&copyright",
    "&nbsp;&nbsp;", "&#8217;s",
    "&#8217 and", "&#x2019;", "&#146;", "&#0;", "&#", "& ", "&", "&;", "&\u{E9};", "&foo;bar", "&foo bar", "AT&T stays",
    "1 < 2",
    "<", "< p>", "<3", "<<b>", "</", "</ p>", "</3>", "<!-- c -->", "<!-->", "<!doctype html>", "<!x>",
    "<?php echo '>' ?>",
    "<script>if (a < b) '</p>'</script>", "<script>", "</script>", "<style>a>b</style>", "<noscript>", "</noscript>",
    "<textarea>",
    "<svg viewBox='0 0 1 1'><title>t</title>", "<frameset cols=1>", "<form action=x>", "</form>", "<button type=x>",
    "\u{0}",
    String(repeating: " ", count: 1200), String(repeating: "long text ", count: 130),
    String(repeating: "n", count: 130),
  ]

  @Test("The tree is the same as when libxml2 reads everything")
  func sameTree() throws {
    var random = SplitMix(seed: 17)
    func next(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
    var unread = 0
    for _ in 0..<6000 {
      let source = (0...next(24)).map { _ in Self.pieces[next(Self.pieces.count)] }.joined()
      let bytes = Array(Array(source.utf8).dropLast(next(4) == 0 ? next(12) : 0))
      let whole = try #require(try HTMLParser.read(bytes, sparing: false))
      guard let spared = try HTMLParser.read(bytes, sparing: true) else {
        unread += 1
        continue
      }
      let isSame = Self.dump(spared) == Self.dump(whole)
      try #require(isSame, "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
    #expect(unread == 0)
  }

  @Test("libxml2 gets neither text nor attributes to read")
  func isSpared() {
    let source = HTMLSource(
      Array("<p class='a'>Some words &amp; more<br title='a&uuml;b'/>\n    <i>of them</i></p>".utf8), httpCharset: nil)
    #expect(String(decoding: source.utf8, as: UTF8.self) == "<p>x&amp;x<br title='a&uuml;b'/> <i>x</i></p>")
  }

  @Test("A page that libxml2 reads otherwise than foreseen is noticed")
  func outOfStep() {
    let name: StaticString = "p"
    var content = SparedContent(Array("<p class=a>words".utf8))
    content.texts = [.init(end: 4, range: ByteRange(11..<16))]
    content.tags = [
      .init(end: 2, name: ByteRange(1..<2), attributes: 0..<1)
    ]
    content.attributes = [.init(name: ByteRange(3..<8), nameHash: 0, value: ByteRange(9..<10))]
    var both = SparedCursor(content)
    #expect(unsafe both.attributes(of: name.utf8Start, endingAt: 2).count == 1)
    #expect(both.text(endingAt: 4) == ByteRange(11..<16))
    both.finish()
    #expect(!both.isOutOfStep)
    var neither = SparedCursor(content)
    neither.finish()
    #expect(neither.isOutOfStep)
    var late = SparedCursor(content)
    #expect(unsafe late.attributes(of: name.utf8Start, endingAt: 3).isEmpty)
    #expect(late.isOutOfStep)
  }

  /// The whole tree in words.
  private static func dump(_ document: HTMLDocument) -> [String] {
    document.nodes.indices.map { index in
      let node = document.nodes[index]
      let attributes = document.attributeRange(index).map {
        "\(document.name(ofAttribute: $0))=\(document.string(document.attributes[$0].value))"
      }
      let raw = node.tag == .raw ? document.string(ByteRange(start: node.first, count: node.length)) : ""
      return "\(index) \(node.tag) \(document.name(of: index)) \(node.parent) \(node.end) \(attributes) "
        + "\(String(decoding: document.text[document.textRange(index)], as: UTF8.self)) \(raw)"
    }
  }
}
