internal import GRDB
internal import StetModel

extension ArchiveIndex {
  /// All sites, by the name of the host's folder.
  public func sites() throws(ArchiveError) -> [SiteSummary] {
    try read { db in try Row.fetchAll(db, sql: Self.sites("TRUE") + " ORDER BY host").map(Self.site) }
  }

  /// The site in this host folder; nil when there is none.
  public func site(_ host: String) throws(ArchiveError) -> SiteSummary? {
    try read { db in
      try Row.fetchOne(db, sql: Self.sites("sites.host = ?"), arguments: [host]).map(Self.site)
    }
  }

  private static func sites(_ condition: String) -> String {
    """
    SELECT host, pages, versions, visits, gone,
      (SELECT max(last_change) FROM pages WHERE pages.host = sites.host),
      (SELECT count(*) FROM pages WHERE pages.host = sites.host AND failing_since IS NOT NULL),
      (SELECT min(failing_since) FROM pages WHERE pages.host = sites.host AND failing_since IS NOT NULL)
    FROM sites WHERE \(condition)
    """
  }

  private static func site(_ row: Row) -> SiteSummary {
    SiteSummary(
      host: row[0], pages: row[1], versions: row[2], visits: row[3], gone: row[4],
      lastChange: (row[5] as Int64?).map(Timestamp.init(secondsSince1970:)), failing: row[6],
      failingSince: (row[7] as Int64?).map(Timestamp.init(secondsSince1970:)))
  }
}
