import StetModel
import Testing

@Suite struct ReviewTests {
  /// A record with every field and every kind of block.
  static var whole: Review {
    var review = Review(url: "http://reviews.example/film", kind: .review, confidence: 0.875)
    review.title = "A quiet film"
    review.byline = "By Ada Example, film critic"
    review.authors = [
      Author(name: "Ada Example", url: "http://reviews.example/ada", bio: "Ada writes."), Author(name: "Bo"),
    ]
    review.authorBio = "Ada writes."
    review.published = "2026-11"
    review.modified = "2026-11-22T06:00:03+01:00"
    review.publishedText = "November 2026"
    review.lead = "Nothing happens, well."
    review.body = [
      .heading(level: 2, text: "The plot"), .paragraph(text: "It is quiet.", markdown: "It is *quiet*."),
      .list(ordered: true, items: [ListItem(text: "One", markdown: "**One**", items: [ListItem(text: "Inner")])]),
      .quote(blocks: [.paragraph(text: "Hush.")], cite: "The hero"),
      .figure(src: "http://reviews.example/a.jpg", alt: "A hill", caption: "The hill"),
      .table(rows: [["Cast", "Role"], ["Cy", "Hero"]], header: true, caption: "Cast"),
      .code(text: "10 PRINT\n", language: "basic"), .embed(src: "http://video.example/1", title: "Trailer"), .rule,
      .unknown(.object(["beam": 3, "text": "Later.", "type": "hologram"])),
    ]
    review.tags = [Term(name: "Drama", url: "http://reviews.example/tag/drama"), Term(name: "Quiet")]
    review.categories = [Term(name: "Film")]
    review.breadcrumb = [Term(name: "Home", url: "http://reviews.example/")]
    review.rating = Rating(value: .number(3.5), best: 5, worst: 0.5, text: "★★★½")
    review.item = ReviewItem(
      type: "Movie", name: "Hush", creators: ["Di Rector"], year: 2026, url: "http://film.example/")
    review.pros = ["Silence"]
    review.cons = ["More silence"]
    review.verdict = "See it."
    review.siteName = "Example Reviews"
    review.language = "en-GB"
    review.images = [ReviewImage(src: "http://reviews.example/a.jpg", alt: "A hill", caption: "The hill")]
    review.links = [ReviewLink(url: "http://film.example/", text: "Hush")]
    review.comments = CommentState(count: 3, closed: true)
    return review
  }

  @Test("A record with every field comes back from its JSON as it was")
  func roundTrip() throws {
    let bytes = PrettyJSON.bytes(Self.whole.json)
    #expect(try Review(json: JSONParser.parse(bytes)) == Self.whole)
  }

  @Test("A field that the page does not have is absent from the JSON")
  func emptyFields() {
    let names = Review(url: "http://x.example/").json.object?.members.map(\.name)
    #expect(names == ["url", "kind", "confidence"])
  }

  @Test("A letter grade stays a string")
  func grades() throws {
    let rating = Rating(value: .grade("B+"), text: "B+")
    #expect(rating.json["value"] == "B+")
    #expect(try Rating(json: rating.json) == rating)
  }

  @Test("A kind and a block of a later version are no reason to refuse a record; unknown members are left alone")
  func laterVersions() throws {
    let json = try JSONParser.parse(
      #"{"url":"http://x.example/","kind":"dream","new":1,"body":[{"type":"hologram","text":"Later."}]}"#)
    let review = try Review(json: json)
    #expect(review.kind == .other)
    #expect(review.bodyText == "Later.")
    #expect(review.json["body"] == json["body"])
  }

  @Test("A known field of another shape is an error that names its path")
  func wrongShapes() throws {
    for (text, path) in [
      ("{}", "url"), ("[]", ""), (#"{"url":1}"#, "url"),
      (#"{"url":"u","authors":[{"name":"a"},{}]}"#, "authors.1.name"),
      (#"{"url":"u","body":[{"type":"quote","blocks":[{"type":"heading","text":"x"}]}]}"#, "body.0.blocks.0.level"),
      (#"{"url":"u","pros":["a",1]}"#, "pros"), (#"{"url":"u","body":[{"type":"table","rows":[[1]]}]}"#, "body.0.rows"),
    ] {
      let json = try JSONParser.parse(text)
      let error = #expect(throws: JSONShapeError.self) { try Review(json: json) }
      #expect(error?.path == path)
    }
  }
}
