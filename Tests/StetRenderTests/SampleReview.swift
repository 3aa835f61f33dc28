import StetModel

/// A record with a bit of everything, and traps in it.
enum SampleReview {
  static let review: Review = {
    var review = Review(url: "https://reel.example/1", kind: .review, confidence: 0.9)
    review.title = "Night & <Day> *again*"
    review.authors = [Author(name: "Ida Marsh")]
    review.published = "2024-03-01"
    review.rating = Rating(value: .number(3.5), best: 5, text: "")
    review.item = ReviewItem(type: "Movie", name: "Night", creators: ["Marta Quill"], year: 2023)
    review.lead = "A lead"
    review.body = [
      .paragraph(text: "1. not a list"),
      .paragraph(
        text: "bold and a link",
        markdown: "**bold** and a [link](https://reel.example/2) and [bad](javascript:alert(1))"),
      .heading(level: 1, text: "Part #1"),
      .list(ordered: true, items: [ListItem(text: "one", items: [ListItem(text: "inner")]), ListItem(text: "two")]),
      .quote(blocks: [.paragraph(text: "said"), .paragraph(text: "again")], cite: "Brandt"),
      .figure(src: "https://reel.example/a b.jpg", alt: "A lamp", caption: "The lamp"),
      .table(rows: [["a|b", "c"], ["d"]], header: true, caption: nil),
      .code(text: "let x = \"```\"", language: "swift"),
      .embed(src: "javascript:alert(1)", title: "Trailer"),
      .rule,
    ]
    review.pros = ["sound"]
    review.verdict = "See it"
    review.tags = [
      Term(name: "drama", url: "https://reel.example/tag/drama"), Term(name: "x", url: "data:text/html,x"),
    ]
    return review
  }()
}
