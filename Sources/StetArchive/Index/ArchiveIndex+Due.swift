internal import GRDB
public import StetModel

extension ArchiveIndex {
  /// Goes through the pages that are due at a moment, those that have waited longest first.
  ///
  /// - Parameters:
  ///   - host: only pages of exactly this host; nil: of all.
  ///   - last: goes on behind this page, the last one of an earlier call with the same moment and schedule.
  ///   - body: is given each page; false ends it.
  public func duePages(
    at moment: Timestamp, by schedule: RevisitSchedule, host: String? = nil, after last: DuePage? = nil,
    _ body: (DuePage) -> Bool
  ) throws(ArchiveError) {
    try read { db in
      let (sql, arguments) = Self.due(moment, schedule, host, last)
      let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
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

  /// The query: along an index for the adaptive schedule and for fixed intervals, else by a sort.
  private static func due(
    _ moment: Timestamp, _ schedule: RevisitSchedule, _ host: String?, _ last: DuePage?
  ) -> (String, StatementArguments) {
    var (due, condition, order) = ("due", "due <= ?", "due")
    var arguments: StatementArguments = [moment.secondsSince1970]
    if schedule.minimum == schedule.maximum {
      (due, condition, order) = ("last_visit + \(schedule.minimum)", "last_visit <= ?", "last_visit")
      arguments = [moment.secondsSince1970 - schedule.minimum]
    } else if schedule != .adaptive {
      let absence = RevisitSchedule.outcomesOfAbsence.map { "'\($0)'" }.joined(separator: ", ")
      due = """
        last_visit + CASE WHEN outcome IN (\(absence))
        THEN min(\(schedule.maximum), \(schedule.minimum) << min(streak - 1, \(RevisitSchedule.maximumDoublings)))
        ELSE max(\(schedule.minimum), min(\(schedule.maximum), last_visit - coalesce(last_change, first_seen))) END
        """
      condition = "\(due) <= ?"
      order = due
    }
    if let last {
      condition += " AND (\(order), key, folder) > (?, ?, ?)"
      let place = schedule.minimum == schedule.maximum ? last.lastVisit : last.due
      arguments += [place.secondsSince1970, last.key.description, last.folder]
    }
    if let host {
      condition += " AND domain = ?"
      arguments += [HostDomain.of(ASCII.lowercased(host))]
    }
    let sql = """
      SELECT key, folder, \(due), first_seen, last_visit, last_change, outcome, streak
      FROM pages WHERE \(condition) ORDER BY \(order), key, folder
      """
    return (sql, arguments)
  }
}
