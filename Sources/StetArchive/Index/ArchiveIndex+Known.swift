internal import GRDB
public import StetModel

extension ArchiveIndex {
  /// The pages that an address ever led to.
  func holders(of alias: PageKey) throws(ArchiveError) -> [PageKey] {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT key FROM aliases CROSS JOIN pages ON pages.id = aliases.page WHERE alias = ?")
      return try String.fetchAll(statement, arguments: [alias.description]).map { PageKey(stored: $0) }
    }
  }

  /// The folder of the page of whose text an address has a later page; of several the first by key.
  func folder(ofPart address: PageKey) throws(ArchiveError) -> String? {
    try read { db in
      let statement = try db.cachedStatement(
        sql: "SELECT folder FROM parts CROSS JOIN pages ON pages.id = page WHERE address = ? ORDER BY key LIMIT 1")
      return try String.fetchOne(statement, arguments: [address.description])
    }
  }

  /// When pages were last visited, by their key or by an address that ever led to them. What the archive does not know
  /// is left out.
  public func lastVisits(of addresses: [PageKey]) throws(ArchiveError) -> [PageKey: Timestamp] {
    try read { db in
      var visits: [PageKey: Timestamp] = [:]
      for start in stride(from: 0, to: addresses.count, by: 500) {
        let part = addresses[start..<min(start + 500, addresses.count)].map(\.description)
        let marks = part.map { _ in "?" }.joined(separator: ", ")
        let sql = """
          SELECT key, last_visit FROM pages WHERE key IN (\(marks)) AND last_visit IS NOT NULL
          UNION ALL
          SELECT alias, last_visit FROM aliases CROSS JOIN pages ON pages.id = aliases.page
          WHERE alias IN (\(marks)) AND last_visit IS NOT NULL
          """
        let rows = try Row.fetchCursor(db, sql: sql, arguments: StatementArguments(part + part))
        while let row = try rows.next() {
          let visit = Timestamp(secondsSince1970: row[1])
          visits[PageKey(stored: row[0])] = visits[PageKey(stored: row[0])].map { max($0, visit) } ?? visit
        }
      }
      return visits
    }
  }
}
