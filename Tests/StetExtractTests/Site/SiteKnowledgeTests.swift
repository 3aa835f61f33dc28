import StetModel
import Testing

@testable import StetExtract

@Suite struct SiteKnowledgeTests {
  private static let appeal =
    "The Harbour Post has no owner but its readers. If you like what you read here, give what a cup of tea costs."

  private func key(_ name: String) -> PageKey { PageKey(stored: "http://post.example/\(name)") }

  /// Paragraphs that no other page has.
  private func own(_ name: String, count: Int = 8) -> [Block] {
    (0..<count).map {
      .paragraph(
        text: "Paragraph \($0) of \(name) says something that stands nowhere else, and takes its time to say it.")
    }
  }

  private func knowledge(_ pages: [(String, [Block])]) -> SiteKnowledge {
    var knowledge = SiteKnowledge()
    for (name, body) in pages { knowledge.note(key(name), body, recurring: []) }
    return knowledge
  }

  private func texts(_ body: [Block], without recurring: [RecurringBlock]) -> [String] {
    var review = Review(url: "")
    review.body = body
    return review.leaveOut(Set(recurring.map(\.print))).map(\.plainText)
  }

  @Test("What two other pages say word for word is the site's, and how many say it is told")
  func recurs() {
    let appeal: Block = .paragraph(text: Self.appeal)
    let known = knowledge([("a", own("a") + [appeal]), ("b", own("b") + [appeal]), ("c", own("c"))])
    // White space and marks that nobody sees do not count.
    let body = own("d") + [.paragraph(text: Self.appeal.replacing(" has", with: "\n has\u{AD}"))]
    let found = known.recurring(in: body, of: key("d"))
    #expect(found.map(\.pages) == [2])
    #expect(found.map(\.of) == [3])
    #expect(texts(body, without: found).count == 1)
  }

  @Test("One other page is not enough, nor is the page itself, nor fewer than half of those that are asked")
  func tooFew() {
    let appeal: Block = .paragraph(text: Self.appeal)
    let body = own("d") + [appeal]
    #expect(knowledge([("a", own("a") + [appeal]), ("b", own("b"))]).recurring(in: body, of: key("d")).isEmpty)
    let itself = knowledge([("a", own("a") + [appeal]), ("d", body), ("d", body)])
    #expect(itself.recurring(in: body, of: key("d")).isEmpty)
    let few = knowledge([
      ("a", own("a") + [appeal]), ("b", own("b") + [appeal]), ("c", own("c")), ("e", own("e")), ("f", own("f")),
    ])
    #expect(few.recurring(in: body, of: key("d")).isEmpty)
  }

  @Test("Pages that are copies of one another count once, and copies of the page itself not at all")
  func copies() {
    let appeal: Block = .paragraph(text: Self.appeal)
    let body = own("d") + [appeal]
    let print = knowledge([("a", own("a") + [appeal]), ("a?print", own("a") + [appeal])])
    #expect(print.recurring(in: body, of: key("d")).isEmpty)
    let editions = knowledge([("d1", body), ("d2", Array(own("d").prefix(4)) + own("x", count: 9) + [appeal])])
    #expect(editions.recurring(in: body, of: key("d")).isEmpty)
  }

  @Test("Where more than a quarter of a text would go, nothing goes")
  func quarter() {
    let notes: [Block] = (0..<3).map {
      .paragraph(
        text: "Note \($0) of the house on how its marks are to be understood, printed with each and every review.")
    }
    let known = knowledge([("a", own("a", count: 20) + notes), ("b", own("b", count: 20) + notes)])
    #expect(known.recurring(in: own("c", count: 12) + notes, of: key("c")).count == 3)
    #expect(known.recurring(in: own("d", count: 6) + notes, of: key("d")).isEmpty)
  }

  @Test(
    "Short lines, quotations and code that recur are the article's own; a heading or a line goes with what it stands by"
  )
  func caution() {
    let quote: Block = .quote(blocks: [
      .paragraph(text: "Whoever reads this by the light of a lamp shall know that the sea was here before.")
    ])
    let code: Block = .code(text: String(repeating: "import harbour; ", count: 8))
    let shared: [Block] = [
      .heading(level: 2, text: "Verdict"), .paragraph(text: "Runs in cinemas."), quote, code,
    ]
    let appeal: [Block] = [
      .heading(level: 2, text: "A word from us"), .paragraph(text: Self.appeal), .paragraph(text: "Thank you."),
    ]
    func body(_ name: String) -> [Block] { shared + own(name, count: 20) + appeal }
    let known = knowledge([("a", body("a")), ("b", body("b"))])
    let found = known.recurring(in: body("c"), of: key("c"))
    #expect(texts(body("c"), without: found) == ["A word from us", Self.appeal, "Thank you."])
  }

  @Test("What was left out of a page still tells that it recurs")
  func leftOut() {
    let appeal: Block = .paragraph(text: Self.appeal)
    let seen = knowledge([("a", own("a") + [appeal]), ("b", own("b") + [appeal])])
    let found = seen.recurring(in: own("c") + [appeal], of: key("c"))
    var known = SiteKnowledge()
    for name in ["a", "b"] { known.note(key(name), own(name), recurring: found) }
    #expect(known.recurring(in: own("c") + [appeal], of: key("c")) == found)
  }

  @Test("However many pages a host has, those seen last are asked, and no more")
  func bounded() {
    let appeal: Block = .paragraph(text: Self.appeal)
    var known = knowledge([("old1", own("old1") + [appeal]), ("old2", own("old2") + [appeal])])
    for number in 0..<40 { known.note(key("n\(number)"), own("n\(number)"), recurring: []) }
    #expect(known.recurring(in: own("d") + [appeal], of: key("d")).isEmpty)
    for number in 0..<9 { known.note(key("m\(number)"), own("m\(number)") + [appeal], recurring: []) }
    let found = known.recurring(in: own("d") + [appeal], of: key("d"))
    #expect(found.map(\.pages) == [9])
    #expect(found.map(\.of) == [SiteKnowledge.maximumPages])
  }

  @Test(
    "A heading that stands beside a block of the site's, and above the article's own words, too, is called nobody's")
  func twice() {
    let heading: Block = .heading(level: 2, text: "Verdict")
    let appeal: [Block] = [heading, .paragraph(text: Self.appeal)]
    func body(_ name: String) -> [Block] { own(name, count: 20) + appeal }
    let known = knowledge([("a", body("a")), ("b", body("b"))])
    #expect(texts(body("c"), without: known.recurring(in: body("c"), of: key("c"))) == ["Verdict", Self.appeal])
    let both = [heading] + body("c")
    #expect(texts(both, without: known.recurring(in: both, of: key("c"))) == [Self.appeal])
  }

  @Test("Of what stood beside a block that went, a stored text says nothing: a line of it that recurs is in doubt")
  func doubt() {
    let appeal: Block = .paragraph(text: Self.appeal)
    let heading: Block = .heading(level: 2, text: "Join us")
    let known = knowledge([("a", own("a") + [heading, appeal]), ("b", own("b") + [heading, appeal])])
    let found = [RecurringBlock(BlockPrint(of: Self.appeal), pages: 2, of: 2)]
    func mayHaveMore(_ body: [Block], without recurring: [RecurringBlock]) -> Bool {
      known.mayHaveMore(MeasuredBody(body), of: key("c"), without: recurring)
    }
    #expect(mayHaveMore(own("c") + [heading], without: found))
    #expect(!mayHaveMore(own("c") + [heading], without: []))
    #expect(!mayHaveMore(own("c") + [.heading(level: 2, text: "Verdict")], without: found))
    #expect(mayHaveMore(own("c") + [appeal], without: []))
  }
}

extension SiteKnowledge {
  fileprivate mutating func note(_ key: PageKey, _ body: [Block], recurring: [RecurringBlock]) {
    note(key, MeasuredBody(body), recurring: recurring)
  }

  fileprivate func recurring(in body: [Block], of key: PageKey) -> [RecurringBlock] {
    recurring(in: MeasuredBody(body), of: key)
  }
}
