import StetArchive
import StetDiff
import StetExtract
import StetKit
import StetModel
import StetTestSupport
import Testing

@Suite struct FairComparisonTests {
  let folder: TemporaryDirectory
  let writer: ArchiveWriter
  private static let address = "http://reviews.example/film"

  init() throws {
    folder = try TemporaryDirectory()
    writer = try ArchiveWriter.open(at: folder.path("Archive"))
  }

  /// A page that old rules have read, then today's, changed in one paragraph between the two.
  private func snapshots(kept: Bool = true, newRules: ExtractorFacts = Extractor.facts) throws -> (Snapshot, Snapshot) {
    var page = ReviewPage()
    try OldReading.store(Self.address, page.html, at: "2020-11-01T00:00:00Z", into: writer, kept: kept) {
      $0.title = "A title as it was read"
    }
    page.paragraphs[1] = "The older keeper sings now, and that changes the whole evening."
    try OldReading.store(Self.address, page.html, at: "2020-12-01T00:00:00Z", into: writer, rules: newRules) { _ in }
    let found = try writer.archive.find(Self.address)
    return (
      try writer.archive.snapshot(1, of: found).snapshot, try writer.archive.snapshot(2, of: found).snapshot
    )
  }

  private var rereading: Rereading { Rereading(writer.archive, extractor: Extractor()) }

  private func fields(_ comparison: FairComparison) -> [RecordField] {
    SnapshotDiff.between(comparison.old, comparison.new).changes.map(\.field)
  }

  @Test("Versions that different rules have read differ by what the publisher did, and by nothing else")
  func reread() throws {
    let (old, new) = try snapshots()
    let comparison = FairComparison(old, new, rereading: rereading)
    #expect(comparison.basis == .reread)
    #expect(fields(comparison) == [.body])
    #expect(fields(FairComparison(stored: old, new)) == [.title, .body])
    // Either way round.
    #expect(fields(FairComparison(new, old, rereading: rereading)) == [.body])
  }

  @Test("Versions that the same rules have read are compared as stored, whichever they were")
  func sameRules() throws {
    let (old, new) = try snapshots(newRules: OldReading.rules)
    let comparison = FairComparison(old, new, rereading: rereading)
    #expect(comparison.basis == .stored)
    #expect(fields(comparison) == [.title, .body])
  }

  @Test("Without a response, or without an archive, what was stored is compared, and the reason is told")
  func lack() throws {
    let (old, new) = try snapshots(kept: false)
    let comparison = FairComparison(old, new, rereading: rereading)
    #expect(comparison.basis == .storedForLack("the response of version 1 is not kept"))
    #expect(fields(comparison) == [.title, .body])
    #expect(FairComparison(old, new, rereading: nil).basis != .stored)
  }

  @Test("A tombstone is compared as it is")
  func tombstone() throws {
    let (old, new) = try snapshots()
    var gone = new
    gone.review = nil
    gone.cause = .gone
    #expect(FairComparison(old, gone, rereading: rereading).basis == .stored)
  }

  @Test("A history tells what the publisher did; what is of the rules is called so")
  func history() throws {
    let (old, new) = try snapshots()
    let change = VersionChange(old, new, rereading: rereading)
    #expect(change.diff.changes.map(\.field) == [.body])
    #expect(change.note == nil)
    let unkept = VersionChange(old, new, rereading: nil)
    #expect(unkept.diff.changes.map(\.field) == [.title, .body])
    #expect(unkept.summary.hasSuffix("(read by other rules, which may be why)"))
    var again = old
    (again.cause, again.extractor) = (.extractor, Extractor.facts)
    again.review?.title = "A title as it is read today"
    let reread = VersionChange(old, again, rereading: rereading)
    #expect(reread.diff.changes.map(\.field) == [.title])
    #expect(reread.note == "read again by other rules")
  }
}
