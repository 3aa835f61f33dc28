internal import GRDB
public import StetModel

extension RunState {
  /// Notes a trouble.
  /// - Returns: the trouble with the moment since when it has been the same, and whether it is new or has changed.
  public func note(_ trouble: RunTrouble) throws(ArchiveError) -> (trouble: RunTrouble, isNews: Bool) {
    var trouble = trouble
    var isNews = true
    try write { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT code, since FROM troubles WHERE subject = ?", arguments: [trouble.subject])
      if let row {
        // It fails since it first did, whatever the reason is today.
        trouble.since = Timestamp(secondsSince1970: row[1])
        isNews = row[0] != trouble.code
      }
      try db.execute(
        sql: "INSERT OR REPLACE INTO troubles (subject, site, code, message, since, seen) VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          trouble.subject, trouble.site, trouble.code, trouble.message, trouble.since.secondsSince1970,
          trouble.seen.secondsSince1970,
        ])
    }
    return (trouble, isNews)
  }

  /// Notes that something goes well again.
  /// - Parameter codePrefix: only a trouble whose code begins with this is over.
  /// - Returns: the trouble that is over; nil when there was none.
  public func settle(_ subject: String, codePrefix: String = "") throws(ArchiveError) -> RunTrouble? {
    guard let trouble = try read(nil, { try Self.troubles("subject = ?", [subject], $0).first }),
      trouble.code.hasPrefix(codePrefix)
    else { return nil }
    try write { try $0.cachedStatement(sql: "DELETE FROM troubles WHERE subject = ?").execute(arguments: [subject]) }
    return trouble
  }

  /// The troubles of a site, the oldest first.
  public func troubles(of site: String) throws(ArchiveError) -> [RunTrouble] {
    try read([]) { try Self.troubles("site = ?", [site], $0) }
  }

  /// The troubles of all sites, the oldest first.
  public func troubles() throws(ArchiveError) -> [RunTrouble] { try read([]) { try Self.troubles("TRUE", [], $0) } }

  /// Forgets troubles that were not met again since then: nobody asks for what they are about any more.
  public func forgetTroubles(before moment: Timestamp) throws(ArchiveError) {
    try write { try $0.execute(sql: "DELETE FROM troubles WHERE seen < ?", arguments: [moment.secondsSince1970]) }
  }

  /// When a page or a source of a site last answered well; nil: never.
  public func lastSuccess(of site: String) throws(ArchiveError) -> Timestamp? {
    try read(nil) { db in
      try Int64.fetchOne(db, sql: "SELECT good FROM sites WHERE name = ?", arguments: [site])
        .map(Timestamp.init(secondsSince1970:))
    }
  }

  /// Notes that a page or a source of a site answered well.
  public func noteSuccess(of site: String, at moment: Timestamp) throws(ArchiveError) {
    try write { db in
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO sites (name, good) VALUES (?, ?)")
        .execute(arguments: [site, moment.secondsSince1970])
    }
  }

  private static func troubles(_ condition: String, _ arguments: StatementArguments, _ db: Database) throws
    -> [RunTrouble]
  {
    let statement = try db.cachedStatement(
      sql: "SELECT subject, site, code, message, since, seen FROM troubles WHERE \(condition) ORDER BY since, subject")
    return try Row.fetchAll(statement, arguments: arguments).map { row in
      var trouble = RunTrouble(
        subject: row[0], site: row[1], code: row[2], message: row[3], at: Timestamp(secondsSince1970: row[5]))
      trouble.since = Timestamp(secondsSince1970: row[4])
      return trouble
    }
  }
}
