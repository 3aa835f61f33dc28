internal import GRDB
internal import StetModel

extension ArchiveIndex {
  /// Some pages of a site.
  ///
  /// - Parameters:
  ///   - host: the name of the host's folder.
  ///   - isFailing: only those that were not seen at their last visit.
  ///   - offset: how many of them to pass by.
  ///   - limit: how many at most.
  public func pages(
    of host: String, by order: SitePage.Order = .address, failing isFailing: Bool = false, offset: Int = 0, limit: Int
  ) throws(ArchiveError) -> [SitePage] {
    try read { db in
      let sorted =
        switch order {
        case .address: "pages.key, pages.folder"
        case .changed: "pages.last_change DESC, pages.key, pages.folder"
        case .versions: "pages.versions DESC, pages.key, pages.folder"
        }
      // Chosen before the versions are looked up: only those that are shown need that.
      return try Row.fetchAll(
        db,
        sql: """
          SELECT pages.key, pages.folder, pages.versions, pages.latest, versions.captured, versions.cause,
            versions.digest, versions.title, pages.last_visit, pages.last_change, pages.failing_since, pages.outcome,
            pages.problem_code
          FROM (SELECT * FROM pages WHERE host = ? \(isFailing ? "AND failing_since IS NOT NULL" : "")
              ORDER BY \(sorted) LIMIT ? OFFSET ?) AS pages
            LEFT JOIN versions ON versions.page = pages.id AND versions.number = pages.latest
          ORDER BY \(sorted)
          """, arguments: [host, max(0, limit), max(0, offset)]
      ).map { row in
        func moment(_ column: Int) -> Timestamp? {
          (row[column] as Int64?).map(Timestamp.init(secondsSince1970:))
        }
        return SitePage(
          summary: Self.summary(row), lastVisit: moment(8), lastChange: moment(9), failingSince: moment(10),
          outcome: (row[11] as String?).map { VisitOutcome($0) }, isBroken: (row[12] as String?) != nil)
      }
    }
  }
}
