import StetModel
import StetTestSupport

/// Records made from a small stock of values, so that two of them often agree, nearly agree, or differ only in what does
/// not count.
struct RandomRecords {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private static let words = [
    "the", "a", "film", "war", "festival", "don't", "4.5", "2012-11-17", "e\u{301}clair", "éclair", "映画", "がいい",
    "か\u{3099}", "ไม่", "👩‍👩‍👧", "—", "“fine”", "…", "и", "кино", "\u{A0}", "co\u{AD}operate", "x,y", "(1,000)", "\t",
  ]

  mutating func text(maximumWords: Int = 12) -> String {
    let count = Int.random(in: 0...maximumWords, using: &generator)
    return (0..<count).map { _ in generator.pick(Self.words) }.joined(separator: generator.pick([" ", " ", "", "  "]))
  }

  mutating func optionalText() -> String? { generator.chance(30) ? nil : text(maximumWords: 3) }

  mutating func block(depth: Int = 0) -> Block {
    switch Int.random(in: 0..<(depth == 0 ? 12 : 6), using: &generator) {
    case 0...3: .paragraph(text: text(), markdown: optionalText())
    case 4: .heading(level: generator.pick([2, 3]), text: text(maximumWords: 2))
    case 5: .rule
    case 6:
      .list(ordered: generator.chance(50), items: [ListItem(text: text()), ListItem(text: text(maximumWords: 2))])
    case 7: .quote(blocks: [block(depth: 1), block(depth: 1)], cite: optionalText())
    case 8: .figure(src: optionalText(), alt: optionalText(), caption: optionalText())
    case 9:
      .table(rows: [[text(maximumWords: 2), text(maximumWords: 2)], [text(maximumWords: 1)]], caption: optionalText())
    case 10: .code(text: text() + "\n  " + text(), language: optionalText())
    default: .embed(src: text(maximumWords: 1), title: optionalText())
    }
  }

  mutating func term() -> Term {
    Term(
      name: generator.pick(["war", "festival", "film"]),
      url: generator.pick([nil, "http://a.example/t", "https://a.example/t"]))
  }

  mutating func review() -> Review {
    var review = Review(url: "http://a.example/")
    review.title = optionalText()
    review.byline = optionalText()
    review.authors = (0..<Int.random(in: 0...2, using: &generator)).map { _ in
      Author(name: generator.pick(["Ada Example", "Bo Sample"]), bio: optionalText())
    }
    review.authorBio = optionalText()
    review.published = generator.pick([nil, "2012", "2012-11-17"])
    review.lead = optionalText()
    review.body = (0..<Int.random(in: 0...8, using: &generator)).map { _ in block() }
    review.tags = (0..<Int.random(in: 0...3, using: &generator)).map { _ in term() }
    review.categories = (0..<Int.random(in: 0...2, using: &generator)).map { _ in term() }
    review.rating = generator.pick([
      nil, Rating(value: .number(4), best: 5, text: "4/5"), Rating(value: .number(3), best: 5, text: "3/5"),
      Rating(value: .number(4), best: 5, text: "four"), Rating(value: .grade("B+"), text: "B+"),
    ])
    review.item = generator.pick([nil, ReviewItem(name: "X", year: 2012), ReviewItem(type: "Movie", name: "X")])
    review.pros = (0..<Int.random(in: 0...2, using: &generator)).map { _ in generator.pick(["quick", "short"]) }
    review.cons = (0..<Int.random(in: 0...2, using: &generator)).map { _ in generator.pick(["loud", "long"]) }
    review.verdict = optionalText()
    return review
  }

  /// The record with a few fields changed, or things that do not count, or nothing.
  mutating func variant(of review: Review) -> Review {
    let other = self.review()
    var variant = review
    switch Int.random(in: 0..<16, using: &generator) {
    case 0: variant.title = other.title
    case 1: variant.byline = other.byline
    case 2: variant.authors = generator.chance(50) ? other.authors : review.authors.reversed()
    case 3: variant.authorBio = other.authorBio
    case 4: variant.published = other.published
    case 5: variant.lead = other.lead
    case 6: variant.tags = generator.chance(50) ? other.tags : review.tags.reversed()
    case 7: variant.categories = generator.chance(50) ? other.categories : review.categories.shuffled(using: &generator)
    case 8: variant.rating = other.rating
    case 9: variant.item = other.item
    case 10: variant.pros = generator.chance(50) ? other.pros : review.pros.reversed()
    case 11: variant.cons = other.cons
    case 12: variant.verdict = other.verdict
    case 13: variant.body.shuffle(using: &generator)
    case 14:
      variant.language = "en"
      variant.siteName = "A"
      variant.modified = "2020"
      variant.links = [ReviewLink(url: "http://b.example/", text: "b")]
      variant.comments = CommentState(count: Int.random(in: 0...9, using: &generator))
    default:
      for index in variant.body.indices where generator.chance(30) { variant.body[index] = block() }
      if generator.chance(40), !variant.body.isEmpty { variant.body.removeFirst() }
      if generator.chance(40) { variant.body.append(block()) }
    }
    return variant
  }
}
