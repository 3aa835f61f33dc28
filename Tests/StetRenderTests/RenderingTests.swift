import StetModel
import StetTestSupport
import Testing

@testable import StetRender

@Suite struct RenderingTests {
  @Test("Markdown: text stays text, links lead to the web only, blocks keep their shape")
  func markdown() {
    #expect(
      MarkdownRendering.render(SampleReview.review) == #"""
        # Night \& \<Day\> \*again\*

        *By Ida Marsh · 2024-03-01 · 3.5/5*

        Movie: Night (2023), Marta Quill

        **A lead**

        1\. not a list

        **bold** and a [link](https://reel.example/2) and [bad](javascript:alert(1))

        # Part #1

        1. one
           1. inner
        2. two

        > said
        >
        > again
        >
        > — Brandt

        ![A lamp](<https://reel.example/a%20b.jpg>)

        *The lamp*

        | a\|b | c |
        | --- | --- |
        | d |  |

        ````swift
        let x = "```"
        ````

        Trailer

        ---

        ## For

        - sound

        ## Verdict

        See it

        Tags: [drama](<https://reel.example/tag/drama>), x

        <https://reel.example/1>

        """#)
  }

  @Test("Text is the plain reading")
  func text() {
    let text = PlainTextRendering.render(SampleReview.review)
    #expect(
      text.hasPrefix("Night & <Day> *again*\n\nBy Ida Marsh · 2024-03-01 · 3.5/5\n\nMovie: Night (2023), Marta Quill\n")
    )
    #expect(text.contains("\n1. one\n   1. inner\n2. two\n"))
    #expect(text.contains("\n> said\n>\n> again\n>\n> — Brandt\n"))
    #expect(text.contains("\na|b\tc\nd\n"))
    #expect(text.hasSuffix("\nhttps://reel.example/1\n"))
  }

  @Test("HTML: everything escaped, no address but http and https, nothing loaded")
  func html() {
    let html = HTMLRendering.render([SampleReview.review])
    #expect(html.contains("<h1>Night &amp; &lt;Day&gt; *again*</h1>"))
    #expect(
      html.contains(
        "<strong>bold</strong> and a <a href=\"https://reel.example/2\" rel=\"noopener nofollow\">link</a> and bad"))
    #expect(!html.contains("javascript:"))
    #expect(!html.contains("data:"))
    #expect(!html.contains("<img"))
    #expect(!html.contains("<script"))
    #expect(html.contains("<ol><li>one<ol><li>inner</li></ol></li><li>two</li></ol>"))
    #expect(html.contains("<tr><th>a|b</th><th>c</th></tr><tr><td>d</td></tr>"))
  }

  @Test(
    "Inline Markdown becomes HTML; what has no end stays text",
    arguments: [
      ("a *b* **c** `d<e` \\*f\\*", "a <em>b</em> <strong>c</strong> <code>d&lt;e</code> *f*"),
      ("***both*** _x_ snake_case_name", "<em><strong>both</strong></em> <em>x</em> snake_case_name"),
      ("***a* b** ***a** b*", "<strong><em>a</em> b</strong> <em><strong>a</strong> b</em>"),
      ("**Verdict:**good **Verdict:**&#103;ood", "**Verdict:**good <strong>Verdict:</strong>good"),
      ("a**(b)** &#97;**(b)** _a_b", "a**(b)** a<strong>(b)</strong> _a_b"),
      ("*open and `open", "*open and `open"), ("2 * 3 * 4", "2 * 3 * 4"),
      ("<b onclick=x>&amp;", "&lt;b onclick=x&gt;&amp;amp;"),
      (
        "[a](<https://x.example/b c>) [n] [m](",
        #"<a href="https://x.example/b c" rel="noopener nofollow">a</a> [n] [m]("#
      ),
      (
        #"[q](https://x.example/"onmouseover=)"#,
        #"<a href="https://x.example/&quot;onmouseover=" rel="noopener nofollow">q</a>"#
      ),
      ("![alt](https://x.example/i.png)", #"<a href="https://x.example/i.png" rel="noopener nofollow">alt</a>"#),
      ("[*a*](https://x.example/(b))", #"<a href="https://x.example/(b)" rel="noopener nofollow"><em>a</em></a>"#),
      ("*a [b*](https://x.example/)", #"*a <a href="https://x.example/" rel="noopener nofollow">b*</a>"#),
      ("]](( ![", "]](( !["), ("one\\\ntwo", "one<br>\ntwo"),
      ("``a`b`` `` ` `` `\\*` \\& \\<", "<code>a`b</code> <code>`</code> <code>\\*</code> &amp; &lt;"),
      (#"[a](<https://x.example/\>b> "t")"#, #"<a href="https://x.example/&gt;b" rel="noopener nofollow">a</a>"#),
    ])
  func inline(markdown: String, html: String) {
    #expect(InlineMarkdown.html(markdown) == html)
  }

  @Test(
    "Hostile inline Markdown ends, and nothing but known tags comes out",
    arguments: ["*", "[", "`", "_*", "**[", "](", "[](<", "[](", "[](x \""])
  func hostile(mark: String) {
    let html = InlineMarkdown.html(String(repeating: mark + "a ", count: 20_000))
    for tag in html.split(separator: "<").dropFirst() {
      #expect(["em>", "/em>", "strong>", "/strong>", "code>", "/code>"].contains { tag.hasPrefix($0) })
    }
    #expect(html.contains("a"))
  }

  @Test(
    "Plain text in Markdown reads as itself",
    arguments: [
      ("# no heading", "\\# no heading"), ("- no list", "\\- no list"), ("+ no list", "\\+ no list"),
      ("12) no list", "12\\) no list"), ("1984 is a year", "1984 is a year"),
      ("=== no underline", "\\=== no underline"),
      ("a_b [c](d)", "a\\_b \\[c\\](d)"), ("line\nbreak", "line break"), ("<b>", "\\<b\\>"),
    ])
  func escapes(text: String, markdown: String) {
    #expect(MarkdownText.inline(text) == markdown)
  }

  @Test("One list right behind another stays a list of its own; number signs at the end of a heading stay")
  func neighbours() {
    var review = Review(url: "https://reel.example/1")
    let list = Block.list(ordered: true, items: [ListItem(text: "one")])
    review.body = [
      .list(ordered: false, items: [ListItem(text: "a")]), list, list, list, .heading(level: 2, text: "C ##"),
    ]
    #expect(MarkdownRendering.render(review).hasPrefix("- a\n\n1) one\n\n1. one\n\n1) one\n\n## C #\\#\n"))
  }

  @Test(
    "A paragraph that begins like the definition of a link is read as text",
    arguments: [
      "[Night]: http://reel.example/", "[Night \\] train]: x", "[Night](http://reel.example/): a film", "[Night] train",
    ])
  func definition(markdown: String) {
    var review = Review(url: "http://reel.example/1")
    review.body = [.paragraph(text: "Night", markdown: markdown)]
    let rendered = MarkdownRendering.render(review)
    #expect(rendered.hasPrefix(markdown.contains("]:") ? "\\" + markdown : markdown))
    #expect(throws: Never.self) { try MarkdownReader.blocks(rendered) }
  }

  @Test("Hard breaks stay in Markdown, indented where their entry is, and start no block")
  func hardBreaks() {
    var review = SampleReview.review
    review.body = [
      .paragraph(text: "one\n# two", markdown: "*one*\\\n# two"), .paragraph(text: "three\n- four"),
      .list(ordered: false, items: [ListItem(text: "five", items: [ListItem(text: "six\nseven")])]),
    ]
    let markdown = MarkdownRendering.render(review)
    #expect(markdown.contains("*one*\\\n\\# two\n\nthree\\\n\\- four\n\n- five\n  - six\\\n    seven\n"))
    #expect(HTMLRendering.render([review]).contains("<p><em>one</em><br>\n# two</p>"))
  }
}
