import StetArchive
import StetModel

/// Pages without an end, the same ones each time: words by Zipf's law, two versions each that differ in a paragraph.
struct InventedPages {
  static let versionsPerPage = 2
  private static let vocabulary = 50_000.0
  private static let syllables = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ye zi ro la".split(separator: " ")

  let wordsPerVersion: Int

  /// The word of a rank, 0 being the most frequent.
  static func word(_ rank: Int) -> String {
    var (rest, word) = (rank, "")
    repeat {
      word += syllables[rest % syllables.count]
      rest /= syllables.count
    } while rest > 0
    return word
  }

  /// 1,000 hosts share the pages.
  func key(_ number: Int) -> PageKey? {
    PageAddress("https://site\(number % 1000).example/reviews/\(number)-\(Self.word(number))").map { PageKey($0) }
  }

  func versions(_ number: Int) -> [(captured: Timestamp, review: Review)] {
    var random = SplitMix(state: UInt64(number))
    var paragraphs = (0..<4).map { _ in text(wordsPerVersion / 4, &random) }
    let title = text(5, &random)
    return (0..<Self.versionsPerPage).map { version in
      if version > 0 { paragraphs[version % 4] = text(wordsPerVersion / 4, &random) }
      var review = Review(url: "https://site.example/", kind: .review, confidence: 0.9)
      review.title = title
      review.authors = [Author(name: "\(Self.word(number % 700)) \(Self.word(number % 3000))")]
      review.published = "20\(10 + number % 15)-0\(1 + number % 9)-1\(number % 10)"
      review.tags = [Term(name: Self.word(number % 300))]
      review.body = paragraphs.map { .paragraph(text: $0) }
      let captured = Timestamp(secondsSince1970: 1_700_000_000 + Int64(number % 5000) * 3600 + Int64(version) * 864_000)
      return (captured, review)
    }
  }

  private func text(_ count: Int, _ random: inout SplitMix) -> String {
    (0..<count).map { _ in Self.word(random.rank(below: Self.vocabulary)) }.joined(separator: " ") + "."
  }
}
