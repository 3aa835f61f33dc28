public import StetArchive
internal import StetDiff
public import StetExtract
internal import StetModel

/// Today's rules, and what is known of each site, over what is stored: reads pages again in parallel, tells what differs, and
/// stores it when asked to.
///
/// What is stored are versions of the same capture with the cause `extractor`. A version that today's rules have read, and
/// that has no more that recurs on its site, is not read again, so that a run that was stopped goes on where it was as far
/// as anything had to be written.
public struct Reextraction: Sendable {
  /// Which versions are read again.
  public enum Versions: String, Sendable, Hashable, CaseIterable {
    /// The latest capture of each page.
    case latest
    /// Every capture.
    case all
  }

  /// How many versions are read before what differs in them is stored together.
  private static let batch = 256

  private struct Item: Sendable {
    let page: ArchivedPage
    let version: Int
  }

  private let archive: Archive
  private let rereading: Rereading
  private let sites: KnownSites
  private let versions: Versions
  private let jobs: Int

  /// A way through an archive.
  /// - Parameter jobs: how many threads read.
  public init(
    _ archive: Archive, responses: any StoredResponses, extractor: Extractor = Extractor(),
    versions: Versions = .latest,
    jobs: Int = BatchExtraction.cores
  ) {
    self.archive = archive
    rereading = Rereading(responses, extractor: extractor)
    sites = KnownSites(archive, effort: .build)
    self.versions = versions
    self.jobs = max(1, jobs)
  }

  /// Reads again.
  /// - Parameters:
  ///   - pages: nil: all of the archive.
  ///   - writer: stores what differs; nil: nothing is written.
  ///   - shouldStop: asked between two batches; what was stored before is whole.
  ///   - progress: told of pages done, of how many.
  /// - Throws: `ArchiveError` when the archive as a whole is in trouble.
  public func run(
    pages: [ArchivedPage]? = nil, writer: ArchiveWriter? = nil, shouldStop: () -> Bool = { false },
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws(ArchiveError) -> ReextractReport {
    var report = ReextractReport()
    var waiting: [Item] = []
    var done = 0
    let total = if let pages { pages.count } else { try archive.pageCount() }
    func take(_ page: ArchivedPage) throws(ArchiveError) -> Bool {
      do throws(ArchiveError) {
        let readings = try CurrentReadings(of: page, in: archive).versions
        waiting += (versions == .all ? readings[...] : readings.suffix(1)).map { Item(page: page, version: $0) }
      } catch  where !error.isAboutTheArchive {
        report.note(ReextractOutcome(.failed, page.key, 0, summary: error.message))
      }
      done += 1
      progress(done, total)
      guard waiting.count >= Self.batch else { return true }
      try read(&waiting, writer, &report)
      report.isStopped = shouldStop()
      return !report.isStopped
    }
    if let pages {
      for page in pages where try !take(page) { break }
    } else {
      try archive.walk(failure: { $0 }) { page throws(ArchiveError) in try take(page) }
    }
    if !report.isStopped { try read(&waiting, writer, &report) }
    return report
  }

  private func read(
    _ items: inout [Item], _ writer: ArchiveWriter?, _ report: inout ReextractReport
  ) throws(ArchiveError) {
    let batch = items
    items = []
    var captures: [Capture] = []
    OrderedWork(count: batch.count, threads: jobs) { outcome(of: batch[$0]) }.run { outcome in
      report.note(outcome)
      if writer != nil, let capture = outcome.capture { captures.append(capture) }
    }
    guard let writer else { return }
    for result in writer.record(captures.map(Observation.seen)) {
      if try result.get().wroteVersion { report.written += 1 }
    }
  }

  /// Reads one version again; on any thread.
  private func outcome(of item: Item) -> ReextractOutcome {
    let key = item.page.key
    func outcome(_ kind: ReextractOutcome.Kind, _ reason: String = "") -> ReextractOutcome {
      ReextractOutcome(kind, key, item.version, summary: reason)
    }
    do throws(ArchiveError) {
      let snapshot = try archive.snapshot(item.version, of: item.page).snapshot
      guard let review = snapshot.review else { return outcome(.current) }
      if rereading.isCurrent(snapshot), try !sites.mayHaveMore(snapshot) { return outcome(.current) }
      switch try rereading.read(snapshot, knowing: sites) {
      case .missing: return outcome(.missing)
      case .unreadable(let reason): return outcome(.worse, reason)
      case .read(let extraction, let parts):
        if review.versionedContent == extraction.review.versionedContent { return outcome(.same) }
        // Never worse: a page that was stored as no page (`--any-page`) stays what it was.
        if review.kind.isArchivable, let error = QuarantineError(extraction, page: key, after: review) {
          return outcome(.worse, error.reason)
        }
        return Self.changed(snapshot, extraction, parts: parts)
      }
    } catch {
      return outcome(.failed, error.message)
    }
  }

  private static func changed(
    _ snapshot: Snapshot, _ extraction: Extraction, parts: Int
  ) -> ReextractOutcome {
    var read = snapshot
    read.review = extraction.review
    read.extractor = extraction.extractor
    let diff = SnapshotDiff.between(snapshot, read)
    var response = snapshot.response ?? ResponseFacts(status: 200, finalURL: snapshot.page.description)
    response.charset = extraction.charset
    if parts < response.parts.count {
      response.missing = extraction.continuation?.address?.textWithoutUser ?? response.parts[parts].finalURL
      response.parts.removeSubrange(parts...)
    }
    let capture = Capture(
      page: snapshot.page, captured: snapshot.captured, cause: .extractor, response: response,
      extractor: extraction.extractor, review: extraction.review, provenance: extraction.provenance)
    return ReextractOutcome(
      .changed, snapshot.page, snapshot.version, summary: diff.summary, fields: diff.changes.map(\.field),
      weight: diff.changes.reduce(0) { $0 + weight($1) }, capture: capture)
  }

  /// How bad a change may be. A field that is lost is worse than one that reads otherwise, and one that is new may be
  /// what the new rules are for.
  private static func weight(_ change: FieldChange) -> Int {
    switch (change.kind, change.detail) {
    case (.removed, _): 1000
    case (_, .body(let body)): 20 * (body.count(.removed) + body.count(.added)) + body.changedWords
    case (.changed, _): 100
    case (.added, _): 10
    case (.reordered, _): 1
    }
  }
}
