internal import ArgumentParser
internal import StetArchive
internal import StetDigest
internal import StetModel

/// Pages stored per second, each safe on disk before it is counted.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "Measures how many pages are stored durably in a second, with their responses.")

  @Argument(help: "Folder of a new archive.")
  var archive: String

  @Option(help: "How many pages are stored, then stored again with a change, then visited unchanged.")
  var count = 200

  @Option(help: "How many of them share their fsyncs; 1: each has its own.")
  var group = 1

  @Option(
    help: "How many versions of one page are stored instead, of which the time of the first and last hundred is told.")
  var versions = 0

  func run() throws {
    let writer = try ArchiveWriter.open(at: archive)
    defer { writer.close() }
    if versions > 0 { return try storeVersions(writer) }
    for (title, edition, expected) in [
      ("new", 1, VisitOutcome.new), ("changed", 2, .changed), ("unchanged", 2, .unchanged),
    ] {
      var observations = (0..<count).compactMap { capture($0, edition: edition).map { Observation.seen($0) } }
      let time = try ContinuousClock().measure {
        while !observations.isEmpty {
          for result in writer.record(Array(observations.prefix(group))) {
            let outcome = try result.get().outcome
            guard outcome == expected else { throw BenchError(message: "a \(title) page was recorded as \(outcome)") }
          }
          observations.removeFirst(min(group, observations.count))
        }
      }
      print("\(title)\t\(Double(count) / (time / .seconds(1)))")
    }
  }

  private func storeVersions(_ writer: ArchiveWriter) throws {
    var times: [Double] = []
    for edition in 1...versions {
      guard let capture = capture(0, edition: edition) else { continue }
      times.append(try ContinuousClock().measure { _ = try writer.record(capture) } / .milliseconds(1))
    }
    for (title, part) in [("first", times.prefix(100)), ("last", times.suffix(100))] {
      print("\(title)\t\(part.reduce(0, +) / Double(max(part.count, 1)))")
    }
  }

  /// A review of the usual length: some 900 words in fourteen paragraphs, on a page of 30 KB.
  private func capture(_ number: Int, edition: Int) -> Capture? {
    guard let address = PageAddress("https://bench.example/reviews/\(number)/"),
      let rules = Digest("sha256:" + String(repeating: "0", count: 64))
    else { return nil }
    var review = Review(url: address.description, kind: .review, confidence: 0.9)
    review.title = "The quiet harbour, seen for the \(number)th time"
    review.byline = "By Ada Example"
    // One paragraph is what a new edition changes.
    let texts = (0..<14).map { paragraph in
      let told = paragraph == 7 ? edition : 1
      let sentence = "Sentence \(paragraph) of page \(number) says, in edition \(told), what the others did not. "
      return String(repeating: sentence, count: 5)
    }
    review.body = texts.map { .paragraph(text: $0) }
    let frame = (0..<220).map {
      "<li class=\"menu-item menu-item-\($0)\"><a href=\"/section/\($0)/\">Section \($0)</a></li>\n"
    }
    let body = "<html><body><ul>\(frame.joined())</ul>\(texts.map { "<p>\($0)</p>" }.joined())</body></html>"
    let date = Timestamp(secondsSince1970: 1_790_000_000 + Int64(edition) * 86_400)
    let exchange = HTTPExchange(
      address: address, requestFields: [HeaderField(name: "Host", value: "bench.example")], status: 200, reason: "OK",
      fields: [HeaderField(name: "Content-Type", value: "text/html; charset=utf-8")], body: Array(body.utf8), date: date
    )
    return Capture(
      page: PageKey(address), captured: date,
      response: ResponseFacts(
        status: 200, finalURL: address.description, payload: Digest.sha256(of: Array(body.utf8))),
      exchanges: [exchange], extractor: ExtractorFacts(version: "bench", rules: rules), review: review)
  }
}
