import StetModel
import Testing

@testable import StetExtract

@Suite struct DiscussionTests {
  private let address = "https://hut.example/forum/topic-12.html"

  @Test("A thread is by who wrote its first post, on that day, and is all posts' texts without their dress")
  func thread() throws {
    let review = try ThreadPage.review(at: address, head: "<h1>Hut Talk</h1><h2>A lamp for the hut</h2>") {
      ThreadPage.post($0, $1, behind: "<div class=\"signature\">Carry less, see more, and sleep, if you can.</div>")
    }
    #expect(review.kind == .forum)
    #expect(review.title == "A lamp for the hut")
    #expect(review.authors.map(\.name) == ["kettlebird"])
    #expect(review.published == "2011-05-12T22:00:00")
    for text in ThreadPage.texts { #expect(review.bodyText.contains(text)) }
    for dress in ["Senior Member", "Joined", "Carry less"] { #expect(!review.bodyText.contains(dress)) }
  }

  @Test("The posts are told by their numbers where nothing in the address speaks of a forum, too")
  func unknownSoftware() throws {
    let review = try ThreadPage.review(at: "https://hut.example/messages/12", head: "<h1>A lamp for the hut</h1>") {
      ThreadPage.post($0, $1, id: "m")
    }
    #expect(review.kind == .forum)
    #expect(review.authors.map(\.name) == ["kettlebird"])
  }

  @Test("Articles with a linked headline each are a list and no thread")
  func list() throws {
    let review = try ThreadPage.review(at: "https://hut.example/community/archive", head: "<h1>News</h1>") {
      "<h2><a href=\"/community/\($0)-lamp\">Lamp number \($0) of many</a></h2>" + ThreadPage.post($0, $1)
    }
    #expect(review.kind != .forum)
  }

  @Test("Comments below an article are no posts")
  func comments() throws {
    let article =
      "<article><h1>A lamp for the hut</h1><p class=\"byline\">By Ada Example</p>"
      + ThreadPage.texts.map { "<p>\($0) \($0) \($0)</p>" }.joined() + "</article>"
    let review = try ThreadPage.review(at: "https://hut.example/post/12", head: article) {
      ThreadPage.post($0, "Short of words, but \($0) of them, and a comma.", id: "comment-") + ($1.isEmpty ? " " : "")
    }
    #expect(review.kind != .forum)
    #expect(review.authors.map(\.name) == ["Ada Example"])
    #expect(!review.bodyText.contains("Short of words"))
  }

  @Test("Posts that follow each other closely tell the month from the day")
  func monthFirst() throws {
    let days = ["05-11-2011, 03:22 PM", "05-12-2011, 07:04 PM", "05-12-2011, 08:41 PM"]
    let review = try ThreadPage.review(at: address, head: "<h1>A lamp for the hut</h1>") {
      ThreadPage.post($0, $1, date: days[$0])
    }
    #expect(review.published == "2011-05-11T15:22:00")
  }

  @Test("What stands under a row of underscores is a signature, and the head of a quotation no text")
  func signature() throws {
    let review = try ThreadPage.review(at: address, head: "<h1>A lamp for the hut</h1>") {
      ThreadPage.post(
        $0, "<div>Originally posted by old tom</div><div>\($1)</div>_________________<br>Be kind, and rewind, always.")
    }
    #expect(review.bodyText.contains("the small one keeps turning up"))
    #expect(!review.bodyText.contains("rewind"))
    #expect(!review.bodyText.contains("Originally"))
  }

  @Test("A table that lays posts out is no data")
  func tables() throws {
    let review = try ThreadPage.review(at: address, head: "<h1>A lamp for the hut</h1>") {
      """
      <table id="post\($0)"><tr><td>May \($0 + 12), 2011</td><td>#\($0)</td></tr><tr><td><a href="/members/\($0)">\
      \(ThreadPage.names[$0])</a></td><td class="text">\($1)</td></tr></table>
      """
    }
    let hasTable = review.body.contains { if case .table = $0 { true } else { false } }
    #expect(!hasTable)
    #expect(review.authors.map(\.name) == ["kettlebird"])
  }

  @Test("A thread that nobody has answered is by who is named in its numbered post")
  func unanswered() throws {
    let review = try ThreadPage.review(at: address, head: "<h1>Hut Talk</h1><h2>A lamp for the hut</h2>") {
      $0 == 0 ? ThreadPage.post($0, $1) : ""
    }
    #expect(review.kind == .forum)
    #expect(review.title == "A lamp for the hut")
    #expect(review.authors.map(\.name) == ["kettlebird"])
    #expect(review.published == "2011-05-12T22:00:00")
  }

  @Test(
    "A subject is told from what the software sets round it",
    arguments: [
      ("Re: A lamp", "A lamp"), ("RE: Re: A lamp", "A lamp"), ("Topic: A lamp (Read 1834 times)", "A lamp"),
      ("Post subject: A lamp", "A lamp"), ("Reading lamps", "Reading lamps"), ("A lamp (brass)", "A lamp (brass)"),
    ])
  func dressing(line: String, subject: String) {
    #expect(DiscussionTitle.withoutDressing(line) == subject)
  }

  @Test("A login that links to its member by the headline is the author's")
  func login() throws {
    let review = try ThreadPage.review(
      at: "https://hut.example/post/12",
      head:
        "<h1>A lamp for the hut</h1><div><span><a class=\"person\" href=\"/u/kettlebird\">kettlebird</a></span></div>"
    ) { "<p>\($0) \($1)</p>" }
    #expect(review.authors.map(\.name) == ["kettlebird"])
  }

  @Test("A name before its mail address below the headline is the author's")
  func sender() throws {
    let review = try ThreadPage.review(
      at: "https://lists.example/2014-February/004411.html",
      head: "<h1>A lamp for the hut</h1><b>Odile Ohm</b> <a href=\"mailto:a%40b\">odile at example.org</a><br>"
    ) { "<p>\($0) \($1)</p>" }
    #expect(review.authors.map(\.name) == ["Odile Ohm"])
  }
}
