import StetModel
import StetTestSupport

/// Records made of what is hard to print: marks of Markdown and HTML, empty parts, lists in lists, text that looks like
/// something else.
struct RandomReview {
  private var generator: SeededGenerator

  static func make(seed: Int) -> Review {
    var maker = RandomReview(generator: SeededGenerator(seed: UInt64(seed)))
    return maker.review()
  }

  private static let pieces = [
    "night", "the", "film", "*", "**", "_", "`", "```", "#", "##", "-", "---", "+", "=", "===", ">", "<b>", "</p>",
    "<script>", "&amp;", "&", "1.", "12)", "1986.", "[a](b)", "[x]:", "](", "!", "![", "|", "| --- |", "\\", "~~~", "'",
    "\"", "javascript:alert(1)", "https://x.example/?a=1&b=(2)", "映画", "naïve", "★★★½", ":", "  ", "onclick=x",
  ]

  private mutating func text(upTo maximum: Int = 8) -> String {
    let count = Int.random(in: 1...maximum, using: &generator)
    let words = (0..<count).map { _ in generator.pick(Self.pieces) }
    // No text of a record is empty, or begins or ends with space.
    let text = words.joined(separator: generator.pick([" ", " ", ""])).split(separator: " ").joined(separator: " ")
    return text.isEmpty ? "night" : text
  }

  private mutating func maybe(_ percent: Int = 50) -> String? { generator.chance(percent) ? text(upTo: 4) : nil }

  private mutating func address() -> String? {
    generator.pick([nil, "https://reel.example/a b(1).jpg", "https://reel.example/\"><script>", "javascript:alert(1)"])
  }

  private mutating func items(depth: Int) -> [ListItem] {
    (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      ListItem(text: text(), items: depth < 2 && generator.chance(30) ? items(depth: depth + 1) : [])
    }
  }

  private mutating func blocks(depth: Int) -> [Block] {
    (0..<Int.random(in: 0...6, using: &generator)).map { _ in block(depth: depth) }
  }

  private mutating func block(depth: Int) -> Block {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...2: .paragraph(text: text() + (generator.chance(30) ? "\n" + text() : ""))
    case 3: .heading(level: Int.random(in: 1...6, using: &generator), text: text(upTo: 4))
    case 4...5: .list(ordered: generator.chance(50), items: items(depth: 0))
    case 6 where depth < 2: .quote(blocks: blocks(depth: depth + 1), cite: maybe())
    case 7: .figure(src: address(), alt: maybe(), caption: maybe())
    case 8: .table(rows: [[text(), text()], [text()]], header: generator.chance(50), caption: maybe())
    case 9: .code(text: text() + "\n  " + text(), language: generator.pick([nil, "swift"]))
    case 10: .embed(src: address() ?? "https://x.example/", title: maybe())
    default: .rule
    }
  }

  private mutating func review() -> Review {
    var review = Review(url: "https://reel.example/1", kind: generator.pick(PageKind.allCases), confidence: 0.5)
    review.title = maybe(80)
    review.byline = maybe()
    review.authors = (0..<generator.pick([0, 1, 2])).map { _ in Author(name: text(), url: address(), bio: maybe()) }
    review.authorBio = maybe()
    review.published = generator.pick([nil, "2012-11", "2012-11-17T15:40:00+01:00"])
    review.lead = maybe()
    review.body = blocks(depth: 0)
    review.tags = (0..<generator.pick([0, 3])).map { _ in Term(name: text(upTo: 2), url: address()) }
    review.categories = (0..<generator.pick([0, 2])).map { _ in Term(name: text(upTo: 2), url: address()) }
    review.breadcrumb = (0..<generator.pick([0, 2])).map { _ in Term(name: text(upTo: 2), url: address()) }
    review.rating = generator.pick([
      nil, Rating(value: .number(3.5), best: 5, text: "★★★½"), Rating(value: .grade("B+"), text: ""),
    ])
    review.item = maybe().map {
      ReviewItem(type: generator.pick([nil, "Movie"]), name: $0, creators: [text()], year: 2012)
    }
    review.pros = (0..<generator.pick([0, 2])).map { _ in text() }
    review.cons = (0..<generator.pick([0, 1])).map { _ in text() }
    review.verdict = maybe()
    review.siteName = maybe()
    review.language = generator.pick([nil, "en", "x\"><script>"])
    return review
  }
}
