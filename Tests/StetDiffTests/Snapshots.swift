import StetModel

@testable import StetDiff

/// Snapshots of one page for tests.
enum Snapshots {
  static func snapshot(
    _ review: Review?, version: Int = 1, captured: Int64 = 1_353_110_400, cause: SnapshotCause = .page
  ) throws -> Snapshot {
    let rules = Digest(bytes: [UInt8](repeating: 7, count: 32))
    struct NoDigest: Error {}
    guard let rules else { throw NoDigest() }
    return Snapshot(
      page: PageKey(stored: "http://reviews.example/the-defector/"), version: version,
      captured: Timestamp(secondsSince1970: captured), cause: review == nil ? .gone : cause, previous: nil,
      response: nil, extractor: ExtractorFacts(version: "1", rules: rules), review: review)
  }

  /// The difference between two records as versions 1 and 2.
  static func diff(_ old: Review?, _ new: Review?) throws -> SnapshotDiff {
    SnapshotDiff.between(try snapshot(old), try snapshot(new, version: 2, captured: 1_353_196_800))
  }

  /// A record with these paragraphs.
  static func review(_ paragraphs: [String]) -> Review {
    var review = Review(url: "http://reviews.example/the-defector/")
    review.body = paragraphs.map { .paragraph(text: $0) }
    return review
  }

  /// Compares two records and tells what it cost.
  static func effort(_ old: Review, _ new: Review) throws -> (diff: SnapshotDiff, effort: ComparisonEffort) {
    var effort = ComparisonEffort()
    let side = DiffSide(try snapshot(old), digest: nil)
    let diff = SnapshotDiff.between(side, old, side, new, effort: &effort)
    return (diff, effort)
  }
}
