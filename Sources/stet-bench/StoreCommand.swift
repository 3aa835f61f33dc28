internal import ArgumentParser
internal import StetArchive
internal import StetModel

/// Snapshots stored per second, each safe on disk before the next one starts.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Measures how many snapshots are stored durably in a second.")

  @Argument(help: "Folder of a new archive.")
  var archive: String

  @Option(help: "How many pages are stored, then stored again with a change, then visited unchanged.")
  var count = 200

  func run() throws {
    let writer = try ArchiveWriter.open(at: archive)
    defer { writer.close() }
    let clock = ContinuousClock()
    print("\(count) pages of \(PrettyJSON.bytes(capture(0, edition: 1)?.review.json ?? .null).count) bytes")
    for (title, edition, expected) in [
      ("new pages", 1, VisitOutcome.new), ("changed pages", 2, .changed), ("unchanged pages", 2, .unchanged),
    ] {
      let time = try clock.measure {
        for number in 0..<count {
          guard let capture = capture(number, edition: edition) else { continue }
          let visit = try writer.record(capture)
          guard visit.outcome == expected else {
            throw BenchError(message: "a visit to a page among the \(title) was recorded as \(visit.outcome)")
          }
        }
      }
      let rate = Double(count) / (time / .seconds(1))
      let cells = "\(Int(rate.rounded()))/s"
      print(title + String(repeating: " ", count: max(28 - title.count, 1)) + cells)
    }
  }

  /// A review of the usual length: some 900 words in fourteen paragraphs.
  private func capture(_ number: Int, edition: Int) -> Capture? {
    guard let address = PageAddress("https://bench.example/reviews/\(number)/"),
      let rules = Digest("sha256:" + String(repeating: "0", count: 64))
    else { return nil }
    var review = Review(url: address.description, kind: .review, confidence: 0.9)
    review.title = "The quiet harbour, seen for the \(number)th time"
    review.byline = "By Ada Example"
    review.body = (0..<14).map { paragraph in
      let sentence = "Sentence \(paragraph) of page \(number) says, in edition \(edition), what the others did not. "
      return .paragraph(text: String(repeating: sentence, count: 5))
    }
    return Capture(
      page: PageKey(address), captured: Timestamp(secondsSince1970: 1_790_000_000 + Int64(edition) * 86_400),
      response: ResponseFacts(status: 200, finalURL: address.description),
      extractor: ExtractorFacts(version: "bench", rules: rules), review: review)
  }
}
