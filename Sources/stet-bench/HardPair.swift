internal import StetModel

/// Pairs of long texts that comparisons find hard, of any length.
struct HardPair: Sendable {
  let name: String
  private let texts: @Sendable (_ bytes: Int, inout SplitMix) -> (old: [Block], new: [Block])

  /// The pair with about so many bytes of text on each side.
  func pair(bytes: Int) throws -> BenchPair {
    var random = SplitMix(state: 7)
    let (old, new) = texts(bytes, &random)
    var (before, after) = (Review(url: "https://reviews.example/film/"), Review(url: "https://reviews.example/film/"))
    (before.body, after.body) = (old, new)
    return try BenchPair(name, before, after)
  }

  static let all: [HardPair] = [
    HardPair(name: "heavily-edited") { bytes, random in
      let old = prose(bytes, &random)
      var new = old.map { random.next().isMultiple(of: 10) ? $0 : ReviewEdit.rewritten($0, share: 0.2, &random) }
      for _ in 0..<(new.count / 10) {
        let place = Int.random(in: new.indices, using: &random)
        new.insert(new.remove(at: place), at: Int.random(in: 0..<new.count, using: &random))
      }
      return (old, new)
    },
    HardPair(name: "entirely-different") { bytes, random in (prose(bytes, &random), prose(bytes, &random)) },
    HardPair(name: "backwards") { bytes, random in
      let old = prose(bytes, &random)
      return (old, old.reversed())
    },
    HardPair(name: "all-split") { bytes, random in
      let old = prose(bytes, &random)
      return (
        old,
        old.flatMap { block -> [Block] in
          let words = block.plainText.split(separator: " ")
          return [words[..<(words.count / 2)], words[(words.count / 2)...]].map {
            .paragraph(text: $0.joined(separator: " "))
          }
        }
      )
    },
    HardPair(name: "one-block-edited") { bytes, random in
      let old = joined(prose(bytes, &random))
      return ([old], [ReviewEdit.rewritten(old, share: 0.2, &random)])
    },
    HardPair(name: "one-block-different") { bytes, random in
      ([joined(prose(bytes, &random))], [joined(prose(bytes, &random))])
    },
    HardPair(name: "one-block-of-two-words") { bytes, random in
      func text() -> Block {
        .paragraph(text: (0..<(bytes / 3)).map { _ in random.next() & 1 == 0 ? "ah" : "oh" }.joined(separator: " "))
      }
      return ([text()], [text()])
    },
    HardPair(name: "one-word") { bytes, random in
      func text() -> Block { .paragraph(text: String(repeating: "a", count: bytes) + InventedPages.word(9)) }
      return ([text()], [.paragraph(text: "b" + text().plainText)])
    },
    HardPair(name: "short-and-the-same") { bytes, _ in
      let count = bytes / 100
      return (
        (0..<count).map { _ in .paragraph(text: alike) },
        (0..<count).map { .paragraph(text: $0 % 10 == 0 ? alike + " Twice." : alike) }
      )
    },
    HardPair(name: "short-and-alike") { bytes, random in
      let count = bytes / 100
      return (
        (0..<count).map { .paragraph(text: "\($0). " + alike) },
        (0..<count).map { .paragraph(text: "\($0 * 7 % count + count / 2). " + alike) }
      )
    },
    HardPair(name: "a-word-a-block") { bytes, random in
      func blocks() -> [Block] {
        (0..<(bytes / 8)).map { _ in .paragraph(text: InventedPages.word(random.rank(below: 50_000))) }
      }
      return (blocks(), blocks())
    },
    HardPair(name: "each-block-edited") { bytes, _ in
      func blocks(_ end: String) -> [Block] {
        (0..<(bytes / 11)).map { .paragraph(text: "w\(10_000_000 + $0) \(end)") }
      }
      return (blocks("x"), blocks("y"))
    },
    HardPair(name: "one-object") { bytes, _ in
      // A block of a later version of stet, with more members than anyone would write.
      func block(_ value: String) -> [Block] {
        let members = (0..<(bytes / 20)).map { ",\"member\($0)\":\"\(value)\"" }.joined()
        return (try? JSONParser.parse(Array("{\"type\":\"members\"\(members)}".utf8))).map { [.unknown($0)] } ?? []
      }
      return (block("x"), block("y"))
    },
    HardPair(name: "chinese-edited") { bytes, random in
      let old = (0..<(bytes / 3)).map { _ in han(random.rank(below: 3_000)) }
      let new = old.map { random.next().isMultiple(of: 5) ? han(random.rank(below: 3_000)) : $0 }
      return (paragraphs(old), paragraphs(new))
    },
    HardPair(name: "chinese-one-block-different") { bytes, random in
      func text() -> Block {
        .paragraph(text: String((0..<(bytes / 3)).map { _ in han(random.rank(below: 3_000)) }))
      }
      return ([text()], [text()])
    },
  ]

  private static let alike =
    "A night at the pictures that is as long as all the others, and as dark, and as good as they."

  /// Paragraphs of sixty words by Zipf's law.
  private static func prose(_ bytes: Int, _ random: inout SplitMix) -> [Block] {
    var blocks: [Block] = []
    var length = 0
    while length < bytes {
      let words = (0..<60).map { _ in InventedPages.word(random.rank(below: 50_000)) }
      let text = words.joined(separator: " ") + "."
      length += text.utf8.count
      blocks.append(.paragraph(text: text))
    }
    return blocks
  }

  private static func joined(_ blocks: [Block]) -> Block {
    .paragraph(text: blocks.map(\.plainText).joined(separator: " "))
  }

  private static func han(_ rank: Int) -> Character {
    Character(Unicode.Scalar(0x4E00 + UInt32(rank)) ?? "一")
  }

  /// A hundred characters each.
  private static func paragraphs(_ characters: [Character]) -> [Block] {
    stride(from: 0, to: characters.count, by: 100).map {
      .paragraph(text: String(characters[$0..<min($0 + 100, characters.count)]))
    }
  }
}
