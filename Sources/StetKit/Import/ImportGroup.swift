internal import StetArchive
internal import StetModel

/// Captures that share the wait for the disk: of different pages, because what is to become of a capture depends on those
/// before it.
struct ImportGroup {
  /// So many: threads that wait for the disk are begun for each group, 32 at most. Each page keeps some files open.
  private static let maximumCount = 64
  /// So long may their contents be together, in bytes, but for the last one.
  private static let maximumBytes = 8 << 20

  private let writer: ArchiveWriter
  private var members: [(item: ImportItem, judgement: PageJudgement, contradictsDigest: Bool, missing: MissingPart?)] =
    []
  /// The pages, and the addresses that lead to them.
  private var pages: Set<PageKey> = []
  private var bytes = 0

  init(_ writer: ArchiveWriter) { self.writer = writer }

  /// Whether it has to be written before one more can be judged.
  /// - Parameter keys: the page of the next, under all its names.
  func mustBeWritten(before keys: [PageKey]) -> Bool {
    members.count == Self.maximumCount || bytes >= Self.maximumBytes || keys.contains(where: pages.contains)
  }

  /// Adds a capture that does not have to wait.
  /// - Parameters:
  ///   - length: of its content, in bytes.
  ///   - contradictsDigest: whether its payload does not fit its digest.
  ///   - missing: the next page of a review, of which this is the first only.
  mutating func add(
    _ item: ImportItem, _ judgement: PageJudgement, length: Int, contradictsDigest: Bool, missing: MissingPart?
  ) {
    members.append((item, judgement, contradictsDigest, missing))
    bytes += length
    pages.formUnion([judgement.page, PageKey(item.address)])
  }

  /// Writes all of it.
  /// - Returns: what came of each, in order, durable.
  /// - Throws: `ArchiveError` when the archive itself is in trouble, after the others were written.
  mutating func write() throws(ArchiveError) -> [ImportOutcome] {
    let results = writer.record(members.map(\.judgement.observation))
    defer { (members, pages, bytes) = ([], [], 0) }
    var outcomes: [ImportOutcome] = []
    for ((item, judgement, contradictsDigest, missing), result) in zip(members, results) {
      let outcome: PageOutcome
      do throws(ArchiveError) {
        outcome = judgement.outcome(try result.get())
      } catch {
        if error.isAboutTheArchive { throw error }
        outcome = PageOutcome(.failed, item.address, error: error)
      }
      let warnings = [
        contradictsDigest ? Self.doubt(item) : nil,
        missing.flatMap { outcome.kind == .new || outcome.kind == .changed ? Self.loss($0, item) : nil },
      ].compactMap(\.self)
      outcomes.append(
        ImportOutcome(
          captured: item.date, outcome: outcome, warning: warnings.isEmpty ? nil : warnings.joined(separator: " ")))
    }
    return outcomes
  }

  /// Nothing is fetched, and what was captured of the next page may be of another year.
  private static func loss(_ missing: MissingPart, _ item: ImportItem) -> String {
    "Of '\(item.address)' of \(item.date) the first page is stored only: the text goes on at '\(missing.address)'."
  }

  /// One of the two digests is wrong, and nothing tells which.
  private static func doubt(_ item: ImportItem) -> String {
    "The content of '\(item.address)' of \(item.date) does not fit its WARC-Payload-Digest, though its record fits its "
      + "WARC-Block-Digest: it is taken as it stands. Compare it with another copy of the file."
  }
}
