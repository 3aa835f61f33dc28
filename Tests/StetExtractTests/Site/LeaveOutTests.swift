import StetModel
import StetTestSupport
import Testing

@testable import StetExtract

@Suite struct LeaveOutTests {
  private static let appeal =
    "Reel Harbour has no owner but its readers. If you like what you read, <a href=\"/give\">give what you can</a>."
  private static let plainAppeal =
    "Reel Harbour has no owner but its readers. If you like what you read, give what you can."

  private func extraction(_ paragraphs: [String], explaining: Bool = false) throws -> Extraction {
    let address = try #require(PageAddress("http://reviews.example/film"))
    let moment = try #require(Timestamp("2026-11-22T06:00:03Z"))
    let page = Page(
      requested: address, final: address, body: Array(ReviewPage(paragraphs: paragraphs).html.utf8), received: moment)
    return try Extractor().extract(page, explaining: explaining)
  }

  private var block: RecurringBlock { RecurringBlock(BlockPrint(of: Self.plainAppeal), pages: 7, of: 9) }

  @Test("A block that recurs goes from the text with its links; the record says which, and the explanation why")
  func leaves() throws {
    var read = try extraction(ReviewPage.paragraphs + [Self.appeal], explaining: true)
    #expect(read.review.body.last?.plainText == Self.plainAppeal)
    #expect(read.review.links.map(\.text) == ["give what you can"])
    read.leaveOut([block])
    #expect(read.review.body.map(\.plainText) == ReviewPage.paragraphs)
    #expect(read.review.links.isEmpty)
    #expect(read.extractor.recurring == [block])
    let lost = try #require(read.explanations.first { $0.field == "body" }?.losers.last)
    #expect(lost.value == Self.plainAppeal)
    #expect(lost.rule == "recurs on 7 of 9 other pages of this host")
    #expect(read.explanations.first { $0.field == "body" }?.winner?.value == "4 blocks")
    // A second time there is nothing left to do.
    let again = read
    read.leaveOut([block])
    #expect(read == again)
  }

  @Test("What the page does not say is not noted, and what an earlier version was read without stays out")
  func settled() throws {
    var other = try extraction(ReviewPage.paragraphs)
    let before = other
    other.leaveOut([block], settled: [block])
    #expect(other == before)
    var read = try extraction(ReviewPage.paragraphs + [Self.appeal])
    read.leaveOut([], settled: [block])
    #expect(read.review.body == before.review.body)
    #expect(read.extractor.recurring == [block])
  }

  @Test("A text of which nothing would be left stays, and rules that part nothing any more go")
  func remains() {
    var review = Review(url: "")
    review.body = [.paragraph(text: Self.plainAppeal)]
    #expect(review.leaveOut([block.print]).isEmpty)
    #expect(review.body.count == 1)
    review.body = [
      .paragraph(text: "One."), .rule, .paragraph(text: Self.plainAppeal), .rule, .paragraph(text: "Two."),
    ]
    review.leaveOut([block.print])
    #expect(review.body == [.paragraph(text: "One."), .rule, .paragraph(text: "Two.")])
    review.body = [.paragraph(text: "One."), .rule, .paragraph(text: Self.plainAppeal)]
    review.leaveOut([block.print])
    #expect(review.body == [.paragraph(text: "One.")])
  }

  @Test(
    "Leaving out some blocks and then others is leaving out all of them, whatever stood beside them; quotations stay")
  func steps() {
    let others = "The Harbour Post is printed on Mondays and Thursdays, and sent to every house that has a letter box."
    let body: [Block] = [
      .paragraph(text: "One."), .rule, .heading(level: 2, text: "Join us"), .paragraph(text: Self.plainAppeal), .rule,
      .paragraph(text: "Thank you."), .paragraph(text: others), .rule, .quote(blocks: [.paragraph(text: others)]),
      .paragraph(text: "Two."),
    ]
    let prints = ["Join us", Self.plainAppeal, "Thank you.", others].map { BlockPrint(of: $0) }
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2]] {
      var review = Review(url: "")
      review.body = body
      for index in order { review.leaveOut([prints[index]]) }
      #expect(
        review.body == [
          .paragraph(text: "One."), .rule, .quote(blocks: [.paragraph(text: others)]), .paragraph(text: "Two."),
        ])
    }
  }

  @Test("Rules are tidied where something went, and nowhere else")
  func rules() {
    var review = Review(url: "")
    let text: [Block] = [.paragraph(text: "One."), .rule, .rule, .paragraph(text: "Two.")]
    review.body = text + [.rule, .paragraph(text: Self.plainAppeal)]
    review.leaveOut([block.print])
    #expect(review.body == text)
  }

  @Test(
    "Links go with the block that has them, unless another one leads there, too: whatever their addresses are spelled like"
  )
  func links() throws {
    let appeal = """
      <a href="/give?a=(b)&amp;c=%3Cd%3E">Give</a> what you <a href="/can\\[x]">can</a>, <a href="/both">both</a> of <a \
      href="/head">you</a> and <a href="/item">yours</a>: a <code>](http://odd.example</code> Harbour <a href="/end">sinks</a>.
      """
    let plain = "Give what you can, both of you and yours: a ](http://odd.example Harbour sinks."
    let list =
      "</p><ul><li>One <a href=\"/both\">more</a> <a href=\"/kept\">link</a></li><li>Two more of them</li></ul>"
    let last = "The boat comes back for the lamp in the spring, and the keepers are not there any more to hand it over."
    let heading = "<h2><a href=\"/head\">you</a></h2><p>"
    var read = try extraction(ReviewPage.paragraphs + [appeal, list + heading + last])
    func paths() -> [String] { read.review.links.map { $0.url.replacing("http://reviews.example", with: "") } }
    #expect(paths().count == 8)
    read.leaveOut([RecurringBlock(BlockPrint(of: plain), pages: 2, of: 2)])
    #expect(read.extractor.recurring.count == 1)
    #expect(paths() == ["/both", "/head", "/both", "/kept"])
  }

  @Test(
    "A block of twenty thousand links costs what its length does: with the square of that nobody would wait for it")
  func many() {
    let numbers = 0..<20_000
    func link(_ number: Int) -> ReviewLink {
      ReviewLink(url: "http://reviews.example/\(number)", text: "film \(number)")
    }
    func paragraph(_ links: [ReviewLink]) -> Block {
      .paragraph(
        text: links.map(\.text).joined(separator: " "),
        markdown: links.map { "[\($0.text)](\($0.url))" }.joined(separator: " "))
    }
    var review = Review(url: "")
    let gone = paragraph(numbers.map(link))
    review.body =
      [.paragraph(text: "One.")] + numbers.map { .paragraph(text: "Row \($0)") } + [gone, paragraph([link(7)])]
    review.links = numbers.map(link)
    #expect(review.leaveOut([BlockPrint(of: gone.plainText)]) == [gone])
    #expect(review.links == [link(7)])
  }

  @Test("The author's note stays the author's, though the text goes on without it")
  func biography() throws {
    let note = "Ida Marsh writes about films and the sea, and lives above a chandler's shop in the old harbour."
    var page = ReviewPage().html
    page.replace("<p class=\"tags\">", with: "<div class=\"author-bio\"><p>\(note)</p></div><p class=\"tags\">")
    let address = try #require(PageAddress("http://reviews.example/film"))
    let moment = try #require(Timestamp("2026-11-22T06:00:03Z"))
    var read = try Extractor().extract(
      Page(requested: address, final: address, body: Array(page.utf8), received: moment))
    #expect(read.review.authorBio == note)
    read.review.body.append(.paragraph(text: note))
    read.leaveOut([RecurringBlock(BlockPrint(of: note), pages: 2, of: 2)])
    #expect(read.review.body.map(\.plainText) == ReviewPage.paragraphs)
    #expect(read.review.authorBio == note)
    #expect(read.review.authors.first?.bio == note)
  }

  @Test("A print is what sha256sum makes of the text")
  func digits() {
    // printf %s abc | sha256sum | cut -c 1-16
    #expect(BlockPrint(of: "abc").description == "ba7816bf8f01cfea")
  }
}
