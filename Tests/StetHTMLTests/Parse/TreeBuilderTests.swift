import StetHTML
import Testing

@Suite struct TreeBuilderTests {
  @Test("A section ends an open paragraph", arguments: ["section", "article", "figure", "main", "header", "details"])
  func sectionInParagraph(name: String) throws {
    #expect(
      try page("<p>one<\(name)>two</\(name)>three</p>").bodyMarkup == "<p>one</p><\(name)>two</\(name)>three")
  }

  @Test("A section ends an open paragraph through the inline elements in it")
  func sectionInInline() throws {
    #expect(
      try page("<p><b>one<section>two</section></b>three").bodyMarkup == "<p><b>one</b></p><section>two</section>three")
  }

  @Test(
    "What does not belong in the head ends it, known to libxml2 or not",
    arguments: ["article", "section", "main", "header", "x-page", "div", "p"])
  func headWithoutEnd(name: String) throws {
    let document = try page("<title>one</title><meta name=a><\(name)>two</\(name)>")
    let element = try #require(document.first(name))
    #expect(document.closest(element, .head) == nil)
    #expect(document.closest(try #require(document.first("meta")), .head) != nil)
  }

  @Test("A page goes on where it should behind a head that ended early")
  func headEndsEarly() throws {
    let source = "<html><head><x-y></x-y><meta name=a></head><body class=b><p>two</p></body></html>"
    #expect(
      try page(source).markup
        == "<html><head></head><x-y></x-y><meta name='a'><body class='b'><p>two</p></body></html>")
  }

  @Test("A section in a table cell or an object leaves the paragraph around it open")
  func sectionInBox() throws {
    #expect(
      try page("<p>a<object><section>b</section></object>c</p>").bodyMarkup
        == "<p>a<object><section>b</section></object>c</p>")
  }

  @Test("Elements without content that libxml2 does not know hold nothing", arguments: ["wbr", "source", "track"])
  func unknownVoidElements(name: String) throws {
    #expect(try page("<div>a<\(name)>b<i>c</i></div>d").bodyMarkup == "<div>a<\(name)>b<i>c</i></div>d")
  }

  @Test("Numeric references from 128 to 159 mean windows-1252, in text and in attributes")
  func legacyNumbers() throws {
    #expect(try page("<p title='a&#146;b'>it&#146;s &#x97;</p>").bodyMarkup == "<p title='a’b'>it’s —</p>")
    #expect(try page("<p title='&#129;é&#150;'>&#129;</p>").bodyMarkup == "<p title='\u{81}é–'>\u{81}</p>")
  }

  @Test("Old named references need no semicolon in text")
  func openReferences() throws {
    #expect(try page("<p>&copy 2012 &nbspx &eacute&eacute; &ampx</p>").bodyMarkup == "<p>© 2012 \u{A0}x éé &x</p>")
  }

  @Test("References that are no references stay as they are")
  func unknownReferences() throws {
    #expect(
      try page("<p>AT&T & B &notanent; &amp;copy x &unknown y</p>").bodyMarkup
        == "<p>AT&T & B &notanent; &copy x &unknown y</p>")
  }

  @Test("Open references in addresses stay as they are")
  func referencesInAddresses() throws {
    #expect(try page("<a href='?a=1&copy=2&amp;b'>x").bodyMarkup == "<a href='?a=1&copy=2&b'>x</a>")
  }

  @Test("References to no character are U+FFFD, those to control characters nothing; neither cuts an attribute")
  func impossibleNumbers() throws {
    #expect(
      try page("<p title='a&#0;b&#x1f;c'>a&#0;b&#xD800;c&#99999999999;d&#1;e").bodyMarkup
        == "<p title='a\u{FFFD}bc'>a\u{FFFD}b\u{FFFD}c\u{FFFD}de</p>")
  }

  @Test("An ampersand and a hash without a number stay as they are")
  func noNumber() throws {
    #expect(
      try page("<a href='?a=1&#top' id=&#x>R&#D &#x; &# &#65; &#X41b</a>").bodyMarkup
        == "<a href='?a=1&#top' id='&#x'>R&#D &#x; &# A \u{41B}</a>")
  }

  @Test("Text on both sides of a reference is one node")
  func oneTextNode() throws {
    let document = try page("<p>a&amp;b&eacute;c")
    #expect(document.nodes.filter { $0.tag == .text }.count == 1)
  }

  @Test("Pages of wrong end tags are refused rather than parsed for hours")
  func wrongEndTags() throws {
    let hostile = [
      String(repeating: "<b></i>", count: 100_000),
      String(repeating: "<b><div>", count: 50_000) + String(repeating: "</b>", count: 50_000),
      String(repeating: "<div>", count: 50_000) + String(repeating: "<body>", count: 50_000),
      "<body></body>" + String(repeating: "<div>", count: 50_000) + String(repeating: "<body></body>", count: 50_000),
    ]
    for source in hostile {
      #expect { try page(source) } throws: { ($0 as? HTMLError)?.code == .tooMisnested }
    }
  }

  @Test(
    "Pages that only look like trouble are parsed whole",
    arguments: [
      "<a>", "<p><b>", "<table><tr>", "<table>", "<li><ul>", "<html>", "<head>", "<form>", "<figure>", "<p><table><td>",
      "<p><b><section>", "<option>", "<!DOCTYPE html>x", "<?x>x", "</div>x", "<noscript>", "<frameset>", "<dd><dl>",
    ])
  func nestedSoup(part: String) throws {
    let document = try page("<i>start</i>" + String(repeating: part, count: 20_000) + "<u>end</u>")
    #expect(document.first("u") != nil)
  }
}
