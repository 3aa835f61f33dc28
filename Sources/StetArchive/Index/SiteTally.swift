internal import Foundation
internal import GRDB

/// What one page adds to the sums of its site.
struct SiteTally: Hashable {
  /// The host folder.
  let host: String
  let versions: Int
  let visits: Int
  let gone: Int
  let days: [DayCount]

  init(_ entry: PageEntry) {
    host = Self.host(of: entry.page.folder)
    versions = entry.numbers.count
    visits = entry.visits
    gone = entry.latest?.isGone == true ? 1 : 0
    days = entry.days
  }

  private init(_ row: Row) {
    host = row[0]
    versions = row[1]
    visits = row[2]
    gone = row[3]
    days = DayCounts.unpacked(row[4])
  }

  /// The host folder of a page's folder.
  static func host(of folder: String) -> String {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 1 ? String(parts[1]) : ""
  }

  /// What the page in this folder adds at present; nil when the index does not have it.
  static func read(_ db: Database, _ folder: String) throws -> SiteTally? {
    let statement = try db.cachedStatement(
      sql: "SELECT host, versions, visits, gone, days FROM pages WHERE folder = ?")
    return try Row.fetchOne(statement, arguments: [folder]).map(SiteTally.init)
  }

  /// Puts what a page adds in the place of what it added before, in all sums.
  static func replace(_ old: SiteTally?, by new: SiteTally?, of host: String, in db: Database) throws {
    guard old != new else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO sites (host, pages, versions, visits, gone) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (host) DO UPDATE SET pages = pages + excluded.pages, versions = versions + excluded.versions,
          visits = visits + excluded.visits, gone = gone + excluded.gone
        """
    ).execute(arguments: [
      host, (new == nil ? 0 : 1) - (old == nil ? 0 : 1), (new?.versions ?? 0) - (old?.versions ?? 0),
      (new?.visits ?? 0) - (old?.visits ?? 0), (new?.gone ?? 0) - (old?.gone ?? 0),
    ])
    if new == nil {
      try db.cachedStatement(sql: "DELETE FROM sites WHERE host = ? AND pages = 0").execute(arguments: [host])
    }
    var changes: [Int: DayCount] = [:]
    for count in new?.days ?? [] { changes[count.day] = count }
    for count in old?.days ?? [] {
      changes[count.day, default: DayCount(day: count.day)].captures -= count.captures
      changes[count.day, default: DayCount(day: count.day)].changes -= count.changes
    }
    for change in changes.values where change.captures != 0 || change.changes != 0 {
      for name in [host, ""] { try add(change, of: name, in: db) }
    }
  }

  private static func add(_ change: DayCount, of host: String, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO days (host, day, captures, changes) VALUES (?, ?, ?, ?)
        ON CONFLICT (host, day) DO UPDATE SET captures = captures + excluded.captures,
          changes = changes + excluded.changes
        """
    ).execute(arguments: [host, change.day, change.captures, change.changes])
    guard change.captures < 0 || change.changes < 0 else { return }
    try db.cachedStatement(sql: "DELETE FROM days WHERE host = ? AND day = ? AND captures = 0 AND changes = 0")
      .execute(arguments: [host, change.day])
  }
}
