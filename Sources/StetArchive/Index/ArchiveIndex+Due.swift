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
      let (sql, arguments) = Self.due(moment, schedule, host)
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
    _ moment: Timestamp, _ schedule: RevisitSchedule, _ host: String?
  ) -> (String, StatementArguments) {
    var (due, condition, order) = ("due", "due <= ?", "due")
    var arguments: StatementArguments = [moment.secondsSince1970]
    if schedule.minimum == schedule.maximum {
      (due, condition, order) = ("last_visit + \(schedule.minimum)", "last_visit <= ?", "last_visit")
      arguments = [moment.secondsSince1970 - schedule.minimum]
    } else if schedule != .adaptive {
      due = """
        last_visit + max(\(schedule.minimum), \
        min(\(schedule.maximum), last_visit - coalesce(last_change, first_seen)))
        """
      condition = "\(due) <= ?"
      order = "3"
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
