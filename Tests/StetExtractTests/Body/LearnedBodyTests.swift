import StetModel
import Testing

@testable import StetExtract

/// What the block model and the guards round it make of a page.
@Suite struct LearnedBodyTests {
  private static let prose = """
    <p>The harbour is shut for the winter, and the film is about the four people who stay: a pilot, a cook, a boy and his
    aunt. Nothing happens to them that would not happen anywhere else, and it is told with great patience.</p>
    <p>What I liked best is the sound. Ropes, kettles, gulls, a radio that nobody turns off; you could shut your eyes and
    know who is in the room. I did not, because the pictures are just as good, and as quiet.</p>
    <p>There are two scenes too many, both of them on the ferry, and the ending explains what had been clear for an hour.
    Those are small things. Go and see it, and take a warm coat with you for the way home.</p>
    """

  private func body(_ html: String) throws -> String {
    let address = try #require(PageAddress("https://harbour.example/review"))
    let page = Page(
      requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 0))
    return try Extractor(profiles: []).extract(page).review.bodyText
  }

  @Test("A page that a script draws may have its text in noscript")
  func scriptless() throws {
    let text = try body(
      "<html><head><title>Harbour</title></head><body><div id=app></div><noscript><h1>Harbour</h1>\(Self.prose)\(Self.prose.replacing("The", with: "A"))</noscript><script>draw()</script></body></html>"
    )
    #expect(text.contains("take a warm coat"))
  }

  @Test("What noscript says beside a text stays out of it")
  func noscriptAside() throws {
    let text = try body(
      "<html><body><article><h1>Harbour</h1>\(Self.prose)<noscript><p>Please switch on scripts to see our comments, all of them.</p></noscript></article></body></html>"
    )
    #expect(text.contains("take a warm coat"))
    #expect(!text.contains("switch on scripts"))
  }

  @Test("A text that is printed twice, for wide and narrow screens, is read once")
  func twice() throws {
    let text = try body(
      "<html><body><main><h1>Harbour</h1><div class=wide>\(Self.prose)</div><div class=narrow>\(Self.prose)</div></main></body></html>"
    )
    #expect(text.ranges(of: "take a warm coat").count == 1)
  }

  @Test("What an author says again, in the same box or among new sentences in another one, is meant")
  func saidAgain() throws {
    let refrain =
      "<p>And the gulls went up, all of them at once, and the whole harbour was quiet again for a while, as it is.</p>"
    let text = try body(
      """
      <html><body><article class=post><h1>Harbour</h1><div>\(Self.prose)\(refrain)\(refrain)</div><h2>Later</h2>
      <div><p>The second half is about the spring, and it is not as good, for all that it is longer and has more jokes.</p>
      \(refrain)<p>After that nothing much is said, by anyone, and the credits run over a picture of the empty quay.</p></div>
      </article></body></html>
      """)
    #expect(text.ranges(of: "the gulls went up").count == 3)
  }

  @Test(
    "What stands under a heading over a form for comments, over comments or other pages, is no text",
    arguments: [
      "Leave a comment", "Deja un comentario", "7 Comments", "Related articles",
      "Das könnte dich auch interessieren",
    ])
  func underHeading(heading: String) throws {
    let text = try body(
      """
      <html><body><article class=post><h1>Harbour</h1><div class="entry-content">\(Self.prose)</div>
      <div><h4>\(heading)</h4><p>Whoever writes here is asked to be kind to all the others, and not to use any rude words.</p>
      </div></article></body></html>
      """)
    #expect(text.contains("take a warm coat"))
    #expect(!text.contains("Whoever writes here"))
  }

  @Test("The words of a paywall and what it offers are cut off a text's end")
  func paywall() throws {
    let text = try body(
      """
      <html><body><article class=post><h1>Harbour</h1><div class="entry-content">\(Self.prose)
      <p>To continue reading this story, please join us. You can choose a day, a month or a whole year of the paper.</p>
      <p>When you join you will get all our stories, from every harbour on this coast, and a mug with a picture of a gull.</p>
      </div></article></body></html>
      """)
    #expect(text.contains("take a warm coat"))
    #expect(!text.contains("To continue reading") && !text.contains("a mug with"))
  }

  @Test("A line that asks for followers is cut off a text's end, one in the middle of the text stays")
  func followers() throws {
    let line = "<p>You will find all of this, and more, on our YouTube channel, every week.</p>"
    func page(_ middle: String, _ end: String) -> String {
      "<html><body><article class=post><h1>Harbour</h1><div class=\"entry-content\">\(middle)\(Self.prose)\(Self.prose.replacing("The", with: "Some").replacing("What", with: "All that"))\(Self.prose.replacing("The", with: "No").replacing("What", with: "Little that"))\(end)</div></article></body></html>"
    }
    #expect(try !body(page("", line)).contains("our YouTube channel"))
    #expect(try body(page(Self.prose.replacing("The", with: "Any") + line, "")).contains("our YouTube channel"))
  }

  @Test("A line that is nothing but a link, between the paragraphs, points elsewhere; a sentence does not, nor do many")
  func pointers() throws {
    func text(_ lines: [String]) throws -> String {
      let marked = lines.map { "<p><a href=\"/\($0.count)\">\($0)</a></p>" }.joined()
      return try body(
        "<html><body><article class=post><h1>Harbour</h1><div class=\"entry-content\">\(Self.prose)\(marked)\(Self.prose.replacing("The", with: "Some").replacing("What", with: "All that"))</div></article></body></html>"
      )
    }
    let one = "A walk along the harbour wall, before the winter and after it"
    #expect(try !text([one]).contains(one))
    #expect(try text([one + "."]).contains(one))
    let many = ["first", "second", "third", "fourth", "fifth"].map {
      "A walk along the harbour wall, the \($0) of all of them"
    }
    #expect(try text(many).contains(many[2]))
  }

  @Test(
    "A line that sends its reader to another page is no text, in whatever language",
    arguments: ["Vea también", "Le puede interesar", "Auch lesen", "Zie ook", "Смотрите также"])
  func seeAlso(label: String) throws {
    let line = "<p>\(label): <a href=/wall>A walk along the harbour wall, before the winter and after it.</a></p>"
    let text = try body(
      "<html><body><article class=post><h1>Harbour</h1><div class=\"entry-content\">\(Self.prose)\(line)\(Self.prose.replacing("The", with: "Some").replacing("What", with: "All that"))</div></article></body></html>"
    )
    #expect(text.contains("take a warm coat"))
    #expect(!text.contains("harbour wall"))
  }

  @Test("A last line that announces what does not follow is cut off; one that something follows is not")
  func announcement() throws {
    func text(_ end: String) throws -> String {
      try body(
        "<html><body><article class=post><h1>Harbour</h1><div class=\"entry-content\">\(Self.prose)<p>What the captain said of it:</p>\(end)</div></article></body></html>"
      )
    }
    #expect(try !text("").contains("What the captain said"))
    #expect(
      try text("<p>Nobody has asked me, and I would not know what to say, but I shall not sail in winter.</p>")
        .contains("What the captain said"))
  }

  @Test("Words on a picture are text, though they are called an overlay")
  func overlay() throws {
    let parts = Self.prose.replacing("<p>What", with: "<div class=\"text-overlay\"><p>What").replacing(
      "as quiet.</p>", with: "as quiet.</p></div>")
    let text = try body("<html><body><article class=post><h1>Harbour</h1>\(parts)</article></body></html>")
    #expect(text.contains("What I liked best"))
  }

  @Test(
    "What cannot be seen, and how to read a character, are no part of the text; a last heading that is a sentence is")
  func invisible() throws {
    let text = try body(
      "<html><body><article><h1>Harbour</h1>\(Self.prose)<p>The <ruby>港<rt>みなと</rt></ruby> is a har\u{AD}bour, and the film\u{200B}maker knows it very well, as one can see in every scene.</p><h3>So for now, I shall rely on my own two feet, and on nobody else.</h3></article></body></html>"
    )
    #expect(text.contains("The 港 is a harbour, and the filmmaker knows"))
    #expect(text.contains("rely on my own two feet"))
  }

  @Test(
    "What asks readers for something is no text, wherever it stands",
    arguments: ["newsletter-box", "cookie-consent", "share-buttons", "donate-now"])
  func appeals(name: String) throws {
    let appeal =
      "<div class=\"\(name)\"><p>We would be glad of your kind support, which takes a minute, and helps us very much.</p></div>"
    let parts = Self.prose.replacing("</p>\n", with: "</p>\(appeal)\n", maxReplacements: 1)
    let text = try body("<html><body><article class=post><h1>Harbour</h1>\(parts)</article></body></html>")
    #expect(text.contains("take a warm coat"))
    #expect(!text.contains("kind support"))
  }

  @Test("The confidence is a share, higher for a plain article than for a row of links")
  func confidence() throws {
    let address = try #require(PageAddress("https://harbour.example/"))
    func confidence(_ html: String) throws -> Double {
      let page = Page(
        requested: address, final: address, body: Array(html.utf8), received: Timestamp(secondsSince1970: 0))
      return try Extractor(profiles: []).extract(page).review.confidence
    }
    let article = try confidence("<html><body><article><h1>Harbour</h1>\(Self.prose)</article></body></html>")
    let links = (0..<40).map { "<li><a href=/\($0)>Something about page number \($0)</a></li>" }.joined()
    let listing = try confidence("<html><body><h1>All pages</h1><ul>\(links)</ul></body></html>")
    #expect(article <= 1 && listing >= 0)
    #expect(article > listing + 0.2)
  }
}
