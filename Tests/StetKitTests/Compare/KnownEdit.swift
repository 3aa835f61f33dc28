import StetModel
import StetTestSupport

/// An edit that a test makes to a record, and what the comparison has to say of it.
struct KnownEdit: Sendable {
  let name: String
  /// Changes the record; nil where the record has no place for the edit.
  let edit: @Sendable (inout Review, inout SeededGenerator) -> Expectation?

  /// What the comparison has to report: these fields, and in the body these kinds with these counts.
  struct Expectation {
    var fields: Set<String> = []
    var body: [String: Int] = [:]
    var changedWords: Int?
  }

  /// Places of paragraphs long enough to be told apart from all others.
  static func paragraphs(_ review: Review) -> [(place: Int, words: [Substring])] {
    var seen: [String: Int] = [:]
    for block in review.body { seen[block.plainText, default: 0] += 1 }
    return review.body.enumerated().compactMap { place, block in
      guard case .paragraph(let text, _) = block, seen[text] == 1 else { return nil }
      let words = text.split(separator: " ")
      return words.count >= 20 && !text.contains("\n") ? (place, words) : nil
    }
  }

  static let sentence =
    "A paragraph that nobody had written before stands here, about ferries, umbrellas and the price of salted almonds."

  static let all: [KnownEdit] = [
    KnownEdit(name: "nothing") { _, _ in Expectation() },
    KnownEdit(name: "a paragraph inserted") { review, random in
      review.body.insert(.paragraph(text: sentence), at: Int.random(in: 0...review.body.count, using: &random))
      return Expectation(fields: ["body"], body: ["added": 1])
    },
    KnownEdit(name: "a paragraph deleted") { review, random in
      guard let (place, _) = paragraphs(review).randomElement(using: &random) else { return nil }
      review.body.remove(at: place)
      return Expectation(fields: ["body"], body: ["removed": 1])
    },
    KnownEdit(name: "a paragraph moved") { review, random in
      let places = paragraphs(review).map(\.place)
      // The longer way round something: between neighbours nobody can tell which one moved.
      guard let from = places.first, let to = places.last, to - from >= 3 else { return nil }
      let block = review.body.remove(at: from)
      review.body.insert(block, at: to)
      return Expectation(fields: ["body"], body: ["moved": 1])
    },
    KnownEdit(name: "a paragraph split") { review, random in
      guard let (place, words) = paragraphs(review).filter({ $0.words.count >= 40 }).randomElement(using: &random)
      else {
        return nil
      }
      let half = words.count / 2
      review.body[place] = .paragraph(text: words[..<half].joined(separator: " "))
      review.body.insert(.paragraph(text: words[half...].joined(separator: " ")), at: place + 1)
      return Expectation(fields: ["body"], body: ["split": 1], changedWords: 0)
    },
    KnownEdit(name: "two paragraphs merged") { review, random in
      let places = paragraphs(review)
      let pairs = zip(places, places.dropFirst()).filter { $0.place + 1 == $1.place }
      guard let (first, second) = pairs.randomElement(using: &random) else { return nil }
      review.body[first.place] = .paragraph(text: (first.words + second.words).joined(separator: " "))
      review.body.remove(at: second.place)
      return Expectation(fields: ["body"], body: ["merged": 1], changedWords: 0)
    },
    KnownEdit(name: "a slip mended") { review, random in
      guard let (place, printed) = paragraphs(review).randomElement(using: &random) else { return nil }
      var words = printed
      let plain = words.indices.filter { words[$0].count > 3 && words[$0].allSatisfy { $0.isASCII && $0.isLetter } }
      guard let word = plain.randomElement(using: &random) else { return nil }
      words[word] = Substring(words[word] + "zzy")
      review.body[place] = .paragraph(text: words.joined(separator: " "))
      return Expectation(fields: ["body"], body: ["edited": 1], changedWords: 2)
    },
    KnownEdit(name: "the rating lowered") { review, _ in
      review.rating = Rating(value: .number(3), best: 5, text: "3/5")
      return Expectation(fields: ["rating"])
    },
    KnownEdit(name: "another dress of the same signs") { review, _ in
      func dressed(_ text: String) -> String {
        text.replacing("'", with: "’").replacing("...", with: "…").replacing(" - ", with: " – ").replacing(
          "\"", with: "”"
        )
        .replacing("“", with: "\"").replacing(" ", with: "\u{A0}")
      }
      review.title = review.title.map(dressed)
      review.authorBio = review.authorBio.map(dressed)
      review.body = review.body.map { block in
        if case .paragraph(let text, _) = block { return .paragraph(text: dressed(text)) }
        return block
      }
      return Expectation()
    },
    KnownEdit(name: "tags in another order") { review, _ in
      review.tags.reverse()
      return Expectation()
    },
    KnownEdit(name: "an author added") { review, _ in
      review.authors.append(Author(name: "Zenobia Quill"))
      return Expectation(fields: ["authors"])
    },
    KnownEdit(name: "a tag added and one gone") { review, _ in
      review.tags = review.tags.dropLast() + [Term(name: "umbrellas")]
      return Expectation(fields: ["tags"])
    },
    KnownEdit(name: "pictures from another server") { review, _ in
      for place in review.body.indices {
        if case .figure(_, let alt, let caption) = review.body[place] {
          review.body[place] = .figure(src: "https://cdn.example/\(place).jpg", alt: alt, caption: caption)
        }
      }
      review.links = []
      return Expectation()
    },
  ]
}
