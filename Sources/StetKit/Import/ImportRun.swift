internal import Glibc
internal import StetFetch
public import Logging
public import StetArchive
public import StetExtract
public import StetModel

/// Stored captures into the archive, in the order of time, without any network.
///
/// What an earlier import, or an earlier part of this one, has stored is left alone: the same files again change nothing,
/// and what was stopped goes on where it was.
public struct ImportRun {
  private static let batch = 2048

  private let writer: ArchiveWriter
  private let archiving: Archiving
  private let extractor: Extractor
  private let jobs: Int
  private let maximumBytes: Int
  private let latest: Timestamp

  /// An import.
  /// - Parameters:
  ///   - acceptsAnyPage: stores listings, error pages and block pages too.
  ///   - jobs: how many threads read pages.
  ///   - maximumBytes: the longest page that is read.
  ///   - now: captures that are dated more than a day later are refused: they would stay the latest version until then. Nil:
  ///     by the machine's clock.
  public init(
    into writer: ArchiveWriter, extractor: Extractor, acceptsAnyPage: Bool = false,
    jobs: Int = BatchExtraction.cores, maximumBytes: Int = 16 << 20, now: Timestamp? = nil, logger: Logger
  ) {
    self.writer = writer
    self.extractor = extractor
    self.jobs = max(1, jobs)
    self.maximumBytes = maximumBytes
    let now = now?.secondsSince1970 ?? Int64(time(nil))
    // Clocks differ, and so do ideas of when a day is.
    latest = Timestamp(secondsSince1970: now + 86_400)
    archiving = Archiving(
      into: writer, extractor: extractor, acceptsAnyPage: acceptsAnyPage, cause: .import, logger: logger)
  }

  /// Imports every page in the files.
  /// - Parameters:
  ///   - shouldStop: asked before every page; what is in hand is finished.
  ///   - progress: told how far it is: first in bytes of the files that are looked through, then in captures.
  ///   - receive: told of a capture as soon as it is durable.
  /// - Throws: `ArchiveError` when the archive itself is in trouble; what `receive` throws.
  public func run(
    _ archives: [WebArchive], shouldStop: () -> Bool = { false }, progress: (ImportStage) -> Void = { _ in },
    receive: (ImportOutcome) throws -> Void
  ) throws -> ImportReport {
    let plan = try ImportPlan(archives, latest: latest, shouldStop: shouldStop) {
      progress(.looking(bytes: $0, of: $1))
    }
    var report = ImportReport()
    report.skipped = plan.skipped
    report.errors = plan.errors
    let reading = ImportReading(files: plan.files, extractor: extractor, maximumBytes: maximumBytes)
    var known = KnownCaptures(writer)
    var group = ImportGroup(writer)
    func write() throws {
      for imported in try group.write() {
        known.note(imported.outcome, at: imported.captured)
        try receive(imported)
      }
    }
    var done = 0
    let items = try plan.inTime()
    while done < plan.count, !shouldStop() {
      // So many at a time: what is known is not read at all, and the threads seldom wait for the last of a batch.
      var fresh: [ImportItem] = []
      while fresh.count < Self.batch, !shouldStop(), let packed = try items.next() {
        guard let item = ImportItem(packed: packed) else { continue }
        if try known.contains(item.address, at: item.date) {
          report.known += 1
          done += 1
        } else {
          fresh.append(item)
        }
      }
      guard !fresh.isEmpty else { break }
      let work = OrderedWork(count: fresh.count, threads: jobs) { [fresh] in (fresh[$0], reading.read(fresh[$0])) }
      var isStopped = false
      try work.run { (item, result) in
        isStopped = isStopped || shouldStop()
        guard !isStopped else { return }
        done += 1
        progress(.importing(done, of: plan.count, item.address))
        switch result {
        case .failure(let reason): report.skipped[reason, default: 0] += 1
        case .success(let reading):
          let canonical = (try? reading.extraction.get().canonical).map(AddressParser.settled)
          let own = PageKey(item.address)
          var key = try writer.key(for: item.address, canonical: canonical)
          if group.mustBeWritten(before: [own, key]) {
            try write()
            // What was just written may be what this page belongs to.
            key = try writer.key(for: item.address, canonical: canonical)
          }
          if try known.contains(key, at: item.date) {
            report.known += 1
          } else if try known.contains(item.address, at: item.date) {
            report.known += 1
          } else {
            let review = FetchedReview(importing: reading.page, reading.extraction)
            var judgement = try archiving.judge(review)
            if group.mustBeWritten(before: [judgement.page]) {
              try write()
              judgement = try archiving.judge(review)
            }
            group.add(
              item, judgement, length: reading.page.body.count, contradictsDigest: reading.contradictsDigest,
              missing: review.missing)
          }
        }
      }
      try write()
    }
    report.left = plan.count - done
    return report
  }
}
