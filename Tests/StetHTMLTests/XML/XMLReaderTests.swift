import StetHTML
import Testing

@Suite struct XMLReaderTests {
  private func read(_ bytes: [UInt8], _ charset: String? = nil) throws -> XMLReading<XMLEventLog> {
    try XMLReader.read(bytes, httpCharset: charset) { XMLEventLog() }
  }

  private func read(_ text: String) throws -> XMLReading<XMLEventLog> { try read(Array(text.utf8)) }

  private func code(_ text: String) -> XMLError.Code? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return (error as? XMLError)?.code
    }
  }

  @Test("Well-formed XML: elements, attributes, text with references, CDATA")
  func wellFormed() throws {
    let reading = try read(
      "<?xml version='1.0'?><!-- x --><a b='1 &amp; 2' c=\"&#233;\"><d/>x &lt; y<![CDATA[<z> & ]]>&#x2019;</a>")
    #expect(reading.handler.log == "<a b='1 & 2' c='é'><d></>x < y<z> & ’</>")
    #expect(reading.isWellFormed && !reading.isTruncated && reading.charset == "utf-8")
  }

  @Test("Namespaces: default and prefixed, in force for the element and what is inside, the innermost first")
  func namespaces() throws {
    for end in ["</a>", "<x></a>"] {
      let log = try read(
        "<a xmlns='u:1' xmlns:p='u:2'><b/><p:c/><d xmlns=''><e/></d><p:f xmlns:p='u:3' p:g='1'/><p:h/>" + end
      ).handler.log
      #expect(
        log.hasPrefix(
          "<{u:1}a><{u:1}b></><{u:2}c></><d><e></></><{u:3}f p:g='1'></><{u:2}h></>"), "declarations are no attributes")
    }
  }

  @Test("Attributes of names that the handler does not know are not made")
  func unknownNames() throws {
    for end in ["</a>", "<x></a>"] {
      #expect(try read("<a><unknown b='1'>t</unknown>" + end).handler.log.hasPrefix("<a><?>t</>"))
    }
  }

  @Test("Nothing follows when the handler has what it wants")
  func done() throws {
    for end in ["</a>", "<x></a>"] {
      let reading = try XMLReader.read(Array("<a>1<b/>2<c>3</c>\(end)".utf8)) { XMLEventLog(last: "b") }
      #expect(reading.handler.log.hasPrefix("<a>1<b>") && !reading.handler.log.contains("2"))
      #expect(!reading.isTruncated)
    }
  }

  @Test(
    "What is not well-formed is read as far as it makes sense",
    arguments: [
      ("<a>x & y &b; &eacute;&nbsp;&#146;</a>", "<a>x & y &b; é\u{A0}’</>"), ("<a>1 < 2</a>", "<a>1 < 2</>"),
      ("<a><b>x</a>", "<a><b>x</></>"), ("<a>x</b></a>", "<a>x</>"), ("<a><b><i>x</b></i></a>", "<a><b><i>x</></></>"),
      ("<a>x<br>y</a>", "<a>x<br></>y</>"), ("<A>x</a>", "<A>x</>"), ("<a>x</a", "<a>x</>"),
      ("<a b=c d e='f'>x</a>", "<a b='c' d='' e='f'>x</>"), ("<a b=http://c/>", "<a b='http://c'></>"),
      ("<a b='c>x</a>", "<a b='c'>x</>"), ("<a><b <c>x</c></a>", "<a><b><c>x</></></>"),
      ("<a>x</b <c>y</c></a>", "<a>x<c>y</></>"),
      ("<p:a q:b='1'>x&</p:a>", "<p:a q:b='1'>x&</>"), ("x<a/>y", "<a></>"), ("<a/><b/>", "<a></><b></>"),
      ("<!DOCTYPE a [<!ENTITY e 'boom'>\n<!ELEMENT a (b)>]><a>&e;</a>", "<a>&e;</>"),
      ("<!-- x --><?xml version='1.0'?><a/>", "<a></>"), ("\n\n<?xml version='1.0'?><a/>", "<a></>"),
      ("<b>Warning</b><?xml version='1.0'?><a/>", "<a></>"), ("<a>\u{1}x</a>", "<a>\u{1}x</>"),
      ("<a b='1' b='2'/>", "<a b='1' b='2'></>"), ("<a>&#0;&#55296;&#x110000;</a>", "<a>&#0;&#55296;&#x110000;</>"),
      ("<a>&;&#;&#x;&&amp;&lt</a>", "<a>&;&#;&#x;&&&lt</>"), ("<a><!-- x <b/>", "<a> x <b></></>"),
      ("<a><!b</a>", "<a></>"), ("<a><1></a>", "<a><1></>"),
    ])
  func loose(text: String, log: String) throws {
    let reading = try read(text)
    #expect(reading.handler.log == log)
  }

  @Test(
    "A document that ends early says so, and what is open then is closed",
    arguments: [
      ("<a><b>x", "<a><b>x</></>"), ("<a><b>x</b", "<a><b>x</></>"), ("<a>x<b c='", "<a>x</>"),
      ("<a><![CDATA[x", "<a>x</>"), ("<a/><!-- x", "<a></> x"),
    ])
  func truncated(text: String, log: String) throws {
    let reading = try read(text)
    #expect(reading.isTruncated && !reading.isWellFormed)
    #expect(reading.handler.log == log || reading.handler.log + " x" == log)
  }

  @Test("Encodings: byte order marks, the header, the declaration, and none of them")
  func encodings() throws {
    let latin = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(try read(latin).handler.log == "<a>é</>" && read(latin).isWellFormed)
    let undeclared = Array("<a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(try read(undeclared, "iso-8859-1").handler.log == "<a>é</>")
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0'?><a>é</a>".utf8)).isWellFormed)
    let wide = "<?xml version='1.0' encoding='utf-16'?><a>é</a>".utf16
    let little: [UInt8] =
      [0xFF, 0xFE] + wide.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try read(little).handler.log == "<a>é</>" && read(little).charset == "utf-16le")
  }

  @Test(
    "A document without an element is an error",
    arguments: ["", " ", "text", "<", "<!-- x -->", "<?xml version='1.0'?>"])
  func empty(text: String) { #expect(code(text) == .empty) }

  @Test("Depth and namespaces are bounded")
  func bounds() throws {
    #expect(try read(String(repeating: "<a>", count: 900)).handler.deepest == 900)
    #expect(code(String(repeating: "<a>", count: 1100)) == .tooComplex)
    #expect(code("<a " + (0..<300).map { "xmlns:n\($0)='u'" }.joined(separator: " ") + "/>") == .tooComplex)
  }

  @Test("Many attributes are read, though libxml2 would take the square of their number")
  func manyAttributes() throws {
    let attributes = (0..<20_000).map { " a\($0)='1'" }.joined()
    let reading = try read("<a\(attributes)/>")
    #expect(!reading.isWellFormed && reading.handler.log.hasSuffix(" a19999='1'></>"))
  }

  @Test("A billion laughs stay one")
  func laughs() throws {
    let entities = (1...9).map { "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>" }.joined()
    let reading = try read("<!DOCTYPE a [<!ENTITY l0 'ha'>\(entities)]><a>&l9;</a>")
    #expect(reading.handler.log == "<a>&l9;</>")
  }

  @Test(
    "Hostile documents take no more than their length",
    arguments: ["</a", "<!a", "<!--", "<a b='", "&#1", "<![CDATA[", "<a b=\"c'"])
  func hostile(piece: String) throws {
    let bytes = Array(("<x>" + String(repeating: piece, count: 100_000)).utf8)
    do { _ = try read(bytes) } catch let error as XMLError { #expect(error.code == .tooComplex) }
  }

  @Test("Both readers say the same of what is well-formed")
  func agreement() throws {
    let text = """
      <?xml version="1.0" encoding="utf-8"?>
      <!-- a > b -->
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="u:m" xml:lang="en"><title type="html">A &lt;b&gt; &#8217;</title>
      <m:x y='"' z="'"/><link href="?a=1&amp;b=2"/><c><![CDATA[ ]] > <not> ]]></c></feed>
      """
    let strict = try read(text)
    let loose = try read(text.replacing("</feed>", with: "<z></feed>"))
    #expect(strict.isWellFormed && !loose.isWellFormed)
    #expect(loose.handler.log == strict.handler.log.dropLast(3) + "<{http://www.w3.org/2005/Atom}z></></>")
  }
}
