internal import StetModel

/// What publishers do to a review, done to a record: the edits that comparisons are measured on.
struct ReviewEdit: Sendable {
  let name: String
  /// Changes the record; false where it has no place for the edit.
  let apply: @Sendable (inout Review, inout SplitMix) -> Bool

  private static let addition =
    "A paragraph that nobody had written before stands here, about ferries, umbrellas and almonds."

  static let all: [ReviewEdit] = [
    ReviewEdit(name: "nothing") { _, _ in true },
    ReviewEdit(name: "insert") { review, random in
      review.body.insert(.paragraph(text: addition), at: Int.random(in: 0...review.body.count, using: &random))
      return true
    },
    ReviewEdit(name: "delete") { review, random in
      guard let place = paragraphs(review).randomElement(using: &random) else { return false }
      review.body.remove(at: place)
      return true
    },
    ReviewEdit(name: "move") { review, _ in
      let places = paragraphs(review)
      guard let from = places.first, let to = places.last, to - from >= 3 else { return false }
      review.body.insert(review.body.remove(at: from), at: to)
      return true
    },
    ReviewEdit(name: "split") { review, random in
      guard let place = paragraphs(review).randomElement(using: &random) else { return false }
      let words = review.body[place].plainText.split(separator: " ")
      review.body[place] = .paragraph(text: words[..<(words.count / 2)].joined(separator: " "))
      review.body.insert(.paragraph(text: words[(words.count / 2)...].joined(separator: " ")), at: place + 1)
      return true
    },
    ReviewEdit(name: "slip") { review, random in
      guard let place = paragraphs(review).randomElement(using: &random) else { return false }
      review.body[place] = rewritten(review.body[place], share: 0, &random)
      return true
    },
    ReviewEdit(name: "rewrite") { review, random in
      for place in paragraphs(review) where random.next().isMultiple(of: 3) {
        review.body[place] = rewritten(review.body[place], share: 0.3, &random)
      }
      return true
    },
    ReviewEdit(name: "dress") { review, _ in
      for place in paragraphs(review) {
        let text = review.body[place].plainText
        review.body[place] = .paragraph(text: text.replacing("'", with: "’").replacing(" - ", with: " – "))
      }
      return true
    },
    ReviewEdit(name: "rating") { review, _ in
      review.rating = Rating(value: .number(3), best: 5, text: "3/5")
      return true
    },
  ]

  /// Places of paragraphs of twenty words and more.
  private static func paragraphs(_ review: Review) -> [Int] {
    review.body.indices.filter {
      guard case .paragraph(let text, _) = review.body[$0] else { return false }
      return text.split(separator: " ").count >= 20
    }
  }

  /// A paragraph with such a share of other words, one at least.
  static func rewritten(_ block: Block, share: Double, _ random: inout SplitMix) -> Block {
    var words = block.plainText.split(separator: " ").map(String.init)
    for _ in 0..<max(1, Int(Double(words.count) * share)) {
      let place = Int.random(in: words.indices, using: &random)
      words[place] = InventedPages.word(random.rank(below: 50_000))
    }
    return .paragraph(text: words.joined(separator: " "))
  }
}
