internal import ArgumentParser
internal import Glibc
internal import StetDiff
internal import StetExtract
internal import StetModel

/// What a comparison costs: on reviews under the edits that publishers make, and on long texts that are hard to compare.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Measures comparisons; writes the pairs for others to compare; prints JSON.",
    discussion:
      "Prints {\"pairs\": [{\"name\", \"bytes\", \"seconds\", \"approximate\"}]}: seconds of processor time from two "
      + "records in memory to the text for a terminal, and whether the comparison says that it is coarse.")

  @Argument(help: "Batch manifests of the reviews to edit; without any, the hard pairs are measured.")
  var manifests: [String] = []

  @Option(help: "A folder that the pairs are written to, as snapshots and as plain text.")
  var out: String?

  @Option(help: "The length of a hard pair's sides, in bytes.")
  var bytes = 2_000_000

  @Option(help: "How many times each pair is compared; the best time counts.")
  var rounds = 3

  @Option(help: "Only hard pairs with this in their names.")
  var only = ""

  func run() throws {
    let pairs = manifests.isEmpty ? hardPairs() : try editedReviews()
    var rows: [JSONValue] = []
    for make in pairs {
      guard let pair = try make() else { continue }
      if let out { try pair.write(to: out) }
      let isApproximate = SnapshotDiff.between(pair.old, pair.new).isApproximate
      rows.append(
        .object([
          "name": .string(pair.name),
          "bytes": .number(Double(pair.new.review.map { CompactJSON.bytes($0.json).count } ?? 0)),
          "seconds": .number(pair.seconds(rounds: rounds)), "approximate": .bool(isApproximate),
        ]))
    }
    print(String(decoding: CompactJSON.bytes(.object(["pairs": .array(rows)])), as: UTF8.self))
  }

  private func hardPairs() -> [() throws -> BenchPair?] {
    HardPair.all.filter { only.isEmpty || $0.name.contains(only) }.map { hard in { try hard.pair(bytes: bytes) } }
  }

  /// Each review under each edit that it has a place for.
  private func editedReviews() throws -> [() throws -> BenchPair?] {
    let extractor = Extractor()
    return try manifests.flatMap(BenchPage.entries).enumerated().flatMap { number, entry in
      let page = try BenchPage(entry)
      let input = Page(
        requested: page.address, final: page.address, body: page.bytes, received: Timestamp(secondsSince1970: 0))
      guard let review = try? extractor.extract(input).review else { return [() throws -> BenchPair?]() }
      return ReviewEdit.all.enumerated().map { index, edit in
        {
          var random = SplitMix(state: UInt64(number * 100 + index))
          var edited = review
          return edit.apply(&edited, &random) ? try BenchPair("\(number)-\(edit.name)", review, edited) : nil
        }
      }
    }
  }
}
