internal import GRDB
public import StetModel

extension ArchiveIndex {
  /// Goes through the pages that are due at a moment, those that have waited longest first.
  ///
  /// - Parameters:
  ///   - host: only pages of exactly this host; nil: of all.
  ///   - body: is given each page; false ends it.
  public func duePages(
    at moment: Timestamp, by schedule: RevisitSchedule, host: String? = nil, _ body: (DuePage) -> Bool
  ) throws(ArchiveError) {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT key, folder,
            last_visit + max(:minimum, min(:maximum, last_visit - coalesce(last_change, first_seen))) AS due,
            first_seen, last_visit, last_change, outcome, streak
          FROM pages
          WHERE last_visit <= :moment - :minimum AND due <= :moment AND (:host IS NULL OR host = :host)
          ORDER BY due, key, folder
          """,
        arguments: [
          "minimum": schedule.minimum, "maximum": schedule.maximum, "moment": moment.secondsSince1970,
          "host": host.map { ASCII.lowercased($0) },
        ])
      while let row = try rows.next() {
        let page = DuePage(
          key: PageKey(stored: row[0]), folder: row[1], due: Timestamp(secondsSince1970: row[2]),
          firstSeen: Timestamp(secondsSince1970: row[3]), lastVisit: Timestamp(secondsSince1970: row[4]),
          lastChange: (row[5] as Int64?).map(Timestamp.init(secondsSince1970:)), outcome: VisitOutcome(row[6]),
          streak: row[7])
        if !body(page) { break }
      }
    }
  }
}
