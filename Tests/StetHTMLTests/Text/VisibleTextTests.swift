import StetHTML
import Testing

@Suite struct VisibleTextTests {
  private func text(_ source: String) throws -> String { try page(source).visibleText(0) }

  @Test("White space collapses across elements, and disappears at the edges of blocks")
  func collapsing() throws {
    #expect(try text("<p> a \n b<i> c</i> <b> d </b>e \t</p>") == "a b c d e")
    #expect(try text("<div>  </div><div> a </div>  <div>b</div>") == "a\nb")
  }

  @Test("Non-breaking spaces stay")
  func nonBreaking() throws {
    #expect(try text("<p>a&nbsp;&nbsp;b") == "a\u{A0}\u{A0}b")
  }

  @Test("A blank line sets paragraphs and headings apart")
  func paragraphs() throws {
    #expect(
      try text("<h1>T</h1><p>a</p><p>b</p><div>c</div><blockquote><p>d</p></blockquote>e")
        == "T\n\na\n\nb\n\nc\n\nd\n\ne")
  }

  @Test("Blocks stand on lines of their own")
  func blocks() throws {
    #expect(try text("<div>a<div>b<section>c</section>d</div>e<article>f</article></div>") == "a\nb\nc\nd\ne\nf")
  }

  @Test("A line break is one line end, two of them make a blank line")
  func lineBreaks() throws {
    #expect(try text("<p>a<br>b<br/><br>c<br><br><br>d<br></p>") == "a\nb\n\nc\n\nd")
    #expect(try text("<p>a <br> b") == "a\nb")
  }

  @Test("List items stand on their own lines, lists inside lists too")
  func lists() throws {
    #expect(try text("x<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>y") == "x\n\na\nb\nc\n\ny")
    #expect(try text("<dl><dt>a<dd>b</dl>") == "a\nb")
  }

  @Test("Cells are separated by tabs, rows by line ends; empty cells keep their place")
  func tables() throws {
    #expect(
      try text("<table><tr><th>a</th> <th>b</th></tr> <tr><td></td><td><p>c</p></td><td>d</td></tr></table>")
        == "a\tb\n\tc\td")
    #expect(try text("<table><tr><td>a</td><td></td></tr><tr><td>b</td></tr></table>") == "a\nb")
  }

  @Test("A table in a cell does not disturb the row around it")
  func nestedTables() throws {
    #expect(
      try text("<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>")
        == "a\tb\tc\td")
  }

  @Test("Preformatted text keeps its white space, but for the first line end")
  func preformatted() throws {
    #expect(try text("<p>a</p><pre>\n  b\n    c\n</pre><p>d</p>") == "a\n\n  b\n    c\n\nd")
    #expect(try text("<div>a<pre><b>\nx</b>  y</pre>") == "a\n\nx  y")
    #expect(try text("<textarea>a  b\nc</textarea>") == "a  b\nc")
  }

  @Test(
    "What a browser does not show is left out",
    arguments: [
      "<script>x</script>", "<style>x</style>", "<noscript>x</noscript>", "<template>x</template>",
      "<iframe>x</iframe>", "<title>x</title>", "<svg><title>x</title><desc>y</desc><metadata>z</metadata></svg>",
      "<math><annotation>x</annotation></math>", "<i hidden>x</i>",
      "<i style='color:red; Display : NONE !important'>x</i>",
      "<dialog>x</dialog>", "<video>x</video>", "<datalist><option>x</datalist>", "<ruby><rp>x</rp></ruby>",
      "<!-- x -->",
    ])
  func hidden(source: String) throws {
    #expect(try text("<p>a</p>\(source)<p>b</p>") == "a\n\nb")
  }

  @Test(
    "What a browser shows is kept",
    arguments: [
      "<i aria-hidden=true>x</i>", "<i style='display:none;display:inline'>x</i>", "<i style='xdisplay:none'>x</i>",
      "<svg><text>x</text></svg>", "<dialog open>x</dialog>", "<wbr>x",
    ])
  func shown(source: String) throws {
    #expect(try page("<p>a</p><p>\(source)</p>").inlineText(0) == "a x")
  }

  @Test("The node asked for is taken to be visible")
  func rootIsVisible() throws {
    let document = try page("<title> The\n title </title><p hidden>x")
    #expect(document.visibleText(try #require(document.first("title"))) == "The title")
    #expect(document.visibleText(try #require(document.first("p"))) == "x")
  }

  @Test("Inline text is one line")
  func inline() throws {
    let document = try page(" <h1>a<br>b</h1><p>c</p><table><tr><td>d<td>e</table><pre>f\n g</pre><b>h</b>i ")
    #expect(document.inlineText(0) == "a b c d e f g hi")
  }

  @Test("Deep pages are read without recursion")
  func deep() throws {
    #expect(try text(String(repeating: "<div>", count: 100_000) + "end") == "end")
  }
}
