internal import GRDB
public import StetModel

extension ArchiveIndex {
  /// The days from one to another, both included, on which something was captured, in order.
  /// - Parameter host: the name of a host's folder; nil for all of them together.
  public func activity(
    of host: String? = nil, from first: CalendarDay, to last: CalendarDay
  ) throws(ArchiveError) -> [DayActivity] {
    try activity(of: [host ?? ""], from: first, to: last)[0]
  }

  /// The same for several hosts, in their order.
  public func activity(
    of hosts: [String], from first: CalendarDay, to last: CalendarDay
  ) throws(ArchiveError) -> [[DayActivity]] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT day, captures, changes FROM days WHERE host = ? AND day BETWEEN ? AND ? ORDER BY day")
      return try hosts.map { host in
        try Row.fetchAll(statement, arguments: [host, first.daysSince1970, last.daysSince1970]).map { row in
          DayActivity(day: CalendarDay(daysSince1970: row[0]), captures: row[1], changes: row[2])
        }
      }
    }
  }
}
