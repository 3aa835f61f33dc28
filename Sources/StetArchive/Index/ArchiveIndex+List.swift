internal import GRDB
internal import StetModel

extension ArchiveIndex {
  /// Goes through the pages of a listing, one at a time.
  ///
  /// - Parameters:
  ///   - unreadable: is told of page folders that nobody can tell the page of, first of all, and of pages whose latest
  ///     version cannot be read, in their place.
  ///   - body: is given each page; false ends the list.
  public func list(
    _ listing: PageListing, unreadable: (ArchiveError) -> Void, _ body: (PageSummary) -> Bool
  ) throws(ArchiveError) {
    try read { db in
      let query = try PageListingQuery(listing, db)
      for row in try Row.fetchAll(db, sql: "SELECT code, message, subject FROM unreadable ORDER BY folder") {
        if let error = Self.error(row, 0) { unreadable(error) }
      }
      // Without a limit SQLite would rather sort all of them than walk along an index.
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT pages.key, pages.folder, pages.versions, pages.latest, versions.captured, versions.cause,
            versions.digest, versions.title, pages.problem_code, pages.problem, pages.problem_subject
          FROM \(query.pages) LEFT JOIN versions ON versions.page = pages.id AND versions.number = pages.latest
          WHERE \(query.condition) ORDER BY \(query.order)
          """, arguments: query.arguments)
      var left = listing.limit ?? .max
      while left > 0, let row = try rows.next() {
        if let error = Self.error(row, 8) {
          unreadable(error)
        } else {
          left -= 1
          if !body(Self.summary(row)) { break }
        }
      }
    }
  }

  /// The highest count of versions in a listing; 0 when it is empty.
  public func maximumVersions(_ listing: PageListing) throws(ArchiveError) -> Int {
    try read { db in
      let query = try PageListingQuery(listing, order: .versions, db)
      let sql = "SELECT versions FROM \(query.pages) WHERE \(query.condition) ORDER BY versions DESC LIMIT 1"
      return try Int.fetchOne(db, sql: sql, arguments: query.arguments) ?? 0
    }
  }

  static func summary(_ row: Row) -> PageSummary {
    var latest: PageSummary.Latest?
    if let number: Int = row[3], let captured: Int64 = row[4], let cause = SnapshotCause(rawValue: row[5] ?? ""),
      let digest = Digest(row[6] ?? "")
    {
      latest = PageSummary.Latest(
        version: number, captured: Timestamp(secondsSince1970: captured), cause: cause, digest: digest, title: row[7])
    }
    return PageSummary(key: PageKey(stored: row[0]), folder: row[1], versions: row[2], latest: latest)
  }

  private static func error(_ row: Row, _ column: Int) -> ArchiveError? {
    guard let text: String = row[column], let code = ArchiveError.Code(rawValue: text) else { return nil }
    return ArchiveError(code: code, message: row[column + 1], subject: row[column + 2])
  }
}
