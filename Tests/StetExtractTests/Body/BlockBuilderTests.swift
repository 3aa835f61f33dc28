import StetExtract
import StetModel
import Testing

@Suite struct BlockBuilderTests {
  @Test("AMP's pictures and players are read like pictures and frames")
  func amp() throws {
    let review = try ShortPage.review(
      """
      <amp-img src="/sea.jpg" width="900" height="600" alt="The sea"></amp-img>
      <amp-youtube data-videoid="abc123" width="480" height="270"></amp-youtube>
      """)
    #expect(review.images == [ReviewImage(src: "https://example.org/sea.jpg", alt: "The sea")])
    #expect(review.body.contains(.embed(src: "https://www.youtube.com/embed/abc123", title: nil)))
  }

  @Test("An image that loads late counts once, with the address of its copy for readers without script if need be")
  func lazy() throws {
    let placeholder = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    let review = try ShortPage.review(
      """
      <p><img src="\(placeholder)" data-src="/one.jpg"><noscript><img src="/one.jpg"></noscript></p>
      <p><img src="\(placeholder)" alt="Two"><noscript><img src="/two.jpg"></noscript></p>
      """)
    #expect(review.images.map(\.src) == ["https://example.org/one.jpg", "https://example.org/two.jpg"])
  }

  @Test("A footnote's number is plain text, and the arrow back to it is nothing")
  func footnotes() throws {
    let review = try ShortPage.review(
      """
      <p>It is, on the whole, a sad affair.<sup><a href="#n1">1</a></sup> See <a href="/b">the other one</a>.</p>
      <ol><li id="n1">Or so I was told. <a href="#r1">↩</a></li></ol>
      """)
    #expect(review.links == [ReviewLink(url: "https://example.org/b", text: "the other one")])
    #expect(review.body.contains(.list(ordered: true, items: [ListItem(text: "Or so I was told.")])))
  }

  @Test(
    "What is left out of a line parts two words, but no word from its mark, and none in scripts without spaces",
    arguments: [
      ("Film↑Music", "Film Music"), ("Fin.↑Ça", "Fin. Ça"), ("Tür↑Öl", "Tür Öl"), ("영화↑음악", "영화 음악"),
      ("Film↑’s", "Film’s"), ("“Film↑”", "“Film”"), ("“↑Été", "“Été"), ("这部电影↑很好", "这部电影很好"),
      ("映画↑。", "映画。"), ("這部↑《電影》", "這部《電影》"), ("หนัง↑ดี", "หนังดี"),
    ])
  func parted(line: String, text: String) throws {
    // The arrow leads back from a footnote, and is no text.
    let html = line.replacing("↑", with: ##"<a href="#r1">↑</a>"##)
    let review = try ShortPage.review("<p>A piece of text, one of some length: \(html) and so on, as it goes.</p>")
    let found = review.bodyText
    #expect(found.contains("length: \(text) and"))
  }

  @Test("What goes on behind a list within an entry stands behind it, not before")
  func behindInnerList() throws {
    let review = try ShortPage.review(
      "<ul><li>One<ul><li>A part of it</li></ul>and more of one</li><li>Two</li><li>Three</li></ul>")
    let one = ListItem(text: "One", items: [ListItem(text: "A part of it")])
    let rest = [ListItem(text: "Two"), ListItem(text: "Three")]
    let middle = Array(review.body.dropFirst().prefix(3))
    let expected: [Block] = [
      .list(ordered: false, items: [one]), .paragraph(text: "and more of one"), .list(ordered: false, items: rest),
    ]
    #expect(middle == expected)
  }

  @Test("Lists in lists without an end are read to the end")
  func listsInLists() throws {
    let review = try ShortPage.review(String(repeating: "<ul><li>an entry ", count: 60))
    #expect(review.bodyText.contains("an entry"))
    let closed = try ShortPage.review(
      String(repeating: "<ul><li>an entry ", count: 60) + "<h3>Deep down</h3>"
        + String(repeating: "</li></ul>", count: 60))
    #expect(closed.body.contains(.heading(level: 3, text: "Deep down")))
    #expect(closed.bodyText.contains("A last paragraph"))
  }

  @Test("A card that previews another page is not text, a linked picture or headline is")
  func cards() throws {
    let review = try ShortPage.review(
      """
      <figure><a href="/other"><div><div>Another page</div><div>What it is about, in a few words.</div></div></a></figure>
      <a href="/big.jpg"><img src="/small.jpg" alt="A pier"></a>
      <h2><a href="/part-two">Part two</a></h2>
      """)
    #expect(!review.bodyText.contains("Another page"))
    #expect(review.images.map(\.alt) == ["A pier"])
    #expect(review.body.contains(.heading(level: 2, text: "Part two")))
  }

  @Test(
    "Offers of shops, sub-scores and readers' votes in the text are not text",
    arguments: [
      #"<div class="shop-widget"><h4>Best deals</h4><ul><li><a href="https://shop.example/a">99 at a shop</a></li></ul></div>"#,
      #"<section class="score-box"><h3>The marks</h3><ul><li>Sound 7</li><li>Story 8</li></ul></section>"#,
      #"<div id="readers">Readers say: 4.2 (118 votes)</div>"#,
    ])
  func boxes(box: String) throws {
    let review = try ShortPage.review(
      box + "<p>What is said about the marks in a sentence, 8 of 10, stays.</p>", title: "A quiet film – review")
    #expect(review.body.count == 3)
    #expect(review.bodyText.contains("stays."))
  }

  @Test("Lists within lists are read once each, and keep what is no list", arguments: [60, 200])
  func nestedLists(depth: Int) throws {
    let open = String(repeating: "<ul><li>", count: depth)
    let close = String(repeating: "</li></ul>", count: depth)
    let heading = try ShortPage.review(open + "<h2>At the bottom</h2>" + close)
    #expect(heading.body.contains(.heading(level: 2, text: "At the bottom")))

    let threaded = (1...depth).map {
      "<ul><li><p>Answer \($0), which is long enough, and has commas enough, to be taken for running text.</p><h3>And a heading</h3><p>More of it</p>"
    }.joined()
    let answers = try ShortPage.review(threaded + close)
    #expect(answers.bodyText.occurrences(of: "Answer ") == depth)
  }

  @Test(
    "Words that stand in a list without an entry round them stay",
    arguments: ["<ul>Words of a list<li>One entry</li></ul>", "<ul><div>Words of a list</div></ul>"])
  func looseWords(list: String) throws {
    #expect(try ShortPage.review(list).body.contains(.paragraph(text: "Words of a list")))
  }

  @Test("A mark within a mark of its kind counts once")
  func nestedMarks() throws {
    let depth = 30
    let paragraphs = (1...50).map { "<div>Paragraph \($0), which has commas, and goes on, for a while.</div>" }.joined()
    let bold = String(repeating: "<b>", count: depth) + paragraphs + String(repeating: "</b>", count: depth)
    let last = "Paragraph 50, which has commas, and goes on, for a while."
    let voice = "One, and the same, voice, as it goes on."
    let review = try ShortPage.review(bold + "<p><em>One, <i>and the same,</i> voice, as it goes on.</em></p>")
    #expect(review.body.contains(.paragraph(text: last, markdown: "**\(last)**")))
    #expect(review.body.contains(.paragraph(text: voice, markdown: "*\(voice)*")))
  }

  @Test("Code loses the empty lines round it, however many there are", .timeLimit(.minutes(1)))
  func emptyLines() throws {
    let lines = String(repeating: "\n", count: 2_000_000)
    let review = try ShortPage.review("<pre>\(lines)  let a = 1\n\nlet b = 2\n\n</pre>")
    #expect(review.body.contains(.code(text: "  let a = 1\n\nlet b = 2", language: nil)))
  }

  @Test(
    "A paragraph's Markdown reads as its text, whatever signs stand in it",
    arguments: [
      ("a &lt;b&gt; &amp;amp; AT&amp;T; R&amp;B <em>c</em>", #"a \<b> \&amp; AT\&T; R&B *c*"#),
      ("<code>x_y*z\\&lt;&amp;lt;</code>", #"`x_y*z\<&lt;`"#),
      ("<code>a`b</code> <code>``</code>", "``a`b`` ``` `` ```"),
      ("<code>a</code><code>b</code> <em><code>c</code></em>", "`ab` *`c`*"),
      ("<code>a <b>b</b> <a href='/c'>c</a><br>d</code>", "`a b c`\\\n`d`"),
      ("<b>a</b><b>b</b> <i>c</i><i>d</i><b>e</b>", "**ab** *cd***e**"),
      ("<b>Verdict:</b>good <b>So:</b> bad", "**Verdict:**&#103;ood **So:** bad"),
      ("a<b>(b)</b> c<i>“d”</i>é", "&#97;**(b)** &#99;*“d”*&#233;"),
      ("<b>So:</b><i>yes</i> x<b><code>y</code></b>", "**So:***&#121;es* &#120;**`y`**"),
      ("Oh!<a href='/a(b)?c&amp;amp;d'>so</a>", #"Oh\![so](<https://example.org/a(b)?c\&amp;d>)"#),
    ])
  func markdown(html: String, markdown: String) throws {
    let review = try ShortPage.review("<p>\(html)</p>")
    guard case .paragraph(_, let found) = review.body.dropFirst().first else {
      Issue.record("there is no paragraph")
      return
    }
    #expect(found == markdown)
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func occurrences(of text: String) -> Int { ranges(of: text).count }
}
