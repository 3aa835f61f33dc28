internal import StetExtract
internal import StetModel

/// What every record promises, whatever the page was.
enum RecordPromises {
  /// The record reads back as it was written, is no longer than its page, and its facts have their shapes.
  static func check(_ extraction: Extraction, pageBytes: Int) {
    let review = extraction.review
    let json = CompactJSON.bytes(review.json)
    let read = (try? JSONParser.parse(json)).flatMap { try? Review(json: $0) }
    promise(read == review, "the record is read other than it was written")
    promise((0...1).contains(review.confidence), "confidence is not from 0 to 1")
    // One byte of windows-1252, and a NUL, become up to three of UTF-8.
    let limit = pageBytes * 3 + 1_000
    promise(review.bodyText.utf8.count <= limit, "a body longer than its page")
    for text in [review.title, review.byline, review.authorBio, review.lead, review.verdict, review.publishedText] {
      guard let text else { continue }
      promise(!text.isEmpty && text.utf8.count <= limit, "a field that is empty, or longer than its page")
    }
    check(date: review.published)
    check(date: review.modified)
    if let rating = review.rating { check(rating) }
    for explanation in extraction.explanations {
      for candidate in explanation.losers + [explanation.winner].compactMap(\.self) {
        promise((0...1).contains(candidate.score), "a score that is not from 0 to 1")
      }
    }
  }

  /// EDTF level 0 or a date-time.
  static func check(date: String?) {
    guard let date else { return }
    let bytes = Array(date.utf8)
    promise([4, 7, 10].contains(bytes.count) || (bytes.count >= 16 && bytes[10] == UInt8(ascii: "T")), date)
    for (index, byte) in bytes.prefix(10).enumerated() {
      promise(index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte), date)
    }
  }

  /// A number within its scale, or a grade.
  static func check(_ rating: Rating) {
    switch rating.value {
    case .grade(let grade): promise(!grade.isEmpty && grade.utf8.count < 40, grade)
    case .number(let value):
      promise(value.isFinite, "an infinite rating")
      if let best = rating.best { promise(value <= best && best.isFinite, "better than the best") }
      if let worst = rating.worst { promise(worst.isFinite, "an infinite scale") }
    }
  }
}
