internal import StetDigest
public import StetModel

extension ArchiveWriter {
  /// How many visits must find a page absent before it counts as gone.
  public static let absencesBeforeGone = 3
  /// Over how many seconds these visits must spread at least: two days.
  public static let secondsBeforeGone: Int64 = 2 * 86400

  /// Logs that a page was not found (404 or 410). On the third such visit in a row, two days or more after the first,
  /// a tombstone is written; the last good version stays as it is.
  ///
  /// - Parameters:
  ///   - address: the address that was asked for, or the one that answered. A page that it merely led to once is not
  ///     meant (`page(answeringAt:)`).
  ///   - extractor: what the tombstone names; nil: as the version before it.
  ///   - exchanges: the evidence: the request and the response, and redirects before them.
  /// - Returns: the visit; nil when the archive has no such page, and nothing is written.
  public func recordAbsence(
    _ address: PageAddress, status: Int, at: Timestamp, extractor: ExtractorFacts? = nil, exchanges: [HTTPExchange] = []
  ) throws(ArchiveError) -> Visit? {
    guard let page = try page(answeringAt: address) else { return nil }
    return try recordAbsence(page: page, status: status, at: at, extractor: extractor, exchanges: exchanges)
  }

  /// Logs that a page of the archive was not found, by its key.
  /// - Throws: `unknownPage` when the archive does not have it.
  public func recordAbsence(
    page key: PageKey, status: Int, at: Timestamp, extractor: ExtractorFacts? = nil, exchanges: [HTTPExchange] = []
  ) throws(ArchiveError) -> Visit {
    try record(.absent(key, status: status, at: at, extractor: extractor, exchanges: exchanges))
  }

  func planAbsence(
    _ page: OpenPage, status: Int, at: Timestamp, extractor: ExtractorFacts?, _ exchanges: [HTTPExchange]
  ) throws(ArchiveError) -> PlannedVisit {
    guard page.highestVersion > 0 || !page.log.visits.isEmpty else {
      throw ArchiveError(
        code: .unknownPage, message: "Cannot note '\(page.key)' as absent: the archive has no such page.",
        subject: page.key.description)
    }
    var visit = Visit(at: at, page: page.key, outcome: .absent)
    let address = exchanges.last?.address.description
    visit.url = address == page.key.description ? nil : address
    visit.status = status
    visit.payload = exchanges.last.map { Digest.sha256(of: $0.body) }
    let evidence = page.evidence(exchanges, payload: visit.payload)
    visit.record = evidence.last?.record
    guard page.highestVersion > 0, isGone(page, at: at) else { return PlannedVisit(page, visit, evidence) }
    let archived = ArchivedPage(key: page.key, folder: page.folder, aliases: [])
    let last = try archive.snapshot(page.highestVersion, of: archived).snapshot
    visit.outcome = .gone
    let tombstone = Snapshot(
      page: page.key, version: page.highestVersion + 1, captured: at, cause: .gone,
      previous: page.digest(of: page.highestVersion),
      response: ResponseFacts(
        status: status, finalURL: exchanges.last?.address.description ?? page.key.description, payload: visit.payload,
        record: visit.record),
      extractor: extractor ?? last.extractor, review: nil)
    return try plan(tombstone, visit, evidence, page)
  }

  /// Whether an absence now makes enough of them since the page was last seen, and no tombstone stands yet.
  private func isGone(_ page: OpenPage, at: Timestamp) -> Bool {
    var absences: [Timestamp] = []
    for visit in page.log.visitsInTime where visit.at <= at {
      if visit.outcome.sawThePage {
        absences = []
      } else if visit.outcome == .absent {
        absences.append(visit.at)
      }
    }
    let isMarked =
      page.log.visitsInTime.last { $0.at <= at && ($0.outcome.sawThePage || $0.outcome == .gone) }?
      .outcome == .gone
    guard !isMarked, let first = absences.first, absences.count + 1 >= Self.absencesBeforeGone else { return false }
    return at.secondsSince1970 - first.secondsSince1970 >= Self.secondsBeforeGone
  }
}
