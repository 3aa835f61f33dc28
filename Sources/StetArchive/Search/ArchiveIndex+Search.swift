internal import GRDB
internal import StetModel

extension ArchiveIndex {
  /// How many that fit are weighed against each other, at most: more would take longer than anybody waits.
  static let maximumWeighed = 5_000

  /// Looks for a query in the records' texts, the best first (BM25, a word in the title weighing most).
  ///
  /// - Parameters:
  ///   - offset: how many of the best to pass by; beyond the last, the total is 0.
  ///   - limit: how many hits to return.
  public func search(
    _ query: SearchQuery, in scope: SearchScope = .current, offset: Int = 0, limit: Int
  ) throws(ArchiveError) -> SearchResult {
    let expression = query.expression
    return try read { db in
      var (sql, arguments) = try Self.weighing(query, scope, db)
      sql = """
        SELECT best.id, best.score, best.total, pages.key, pages.folder, versions.number, versions.current,
          versions.captured, versions.published, versions.title, versions.authors
        FROM (SELECT id, score, count(*) OVER () AS total FROM (\(sql)) ORDER BY score, id DESC LIMIT ? OFFSET ?) AS best
          JOIN versions ON versions.id = best.id JOIN pages ON pages.id = versions.page
        ORDER BY best.score, best.id DESC
        """
      arguments += [max(1, limit), max(0, offset)]
      let rows = try Row.fetchAll(db, sql: sql, arguments: arguments)
      let hits = rows.map { row in
        SearchHit(
          page: PageKey(stored: row[3]), folder: row[4], version: row[5], isCurrent: row[6],
          captured: Timestamp(secondsSince1970: row[7]), published: row[8], title: row[9], authors: row[10],
          score: -(row[1] as Double))
      }
      let total: Int = rows.first?[2] ?? 0
      return SearchResult(
        hits: try HitMarking(archive: archive, expression: expression).marked(hits), total: total,
        isMinimum: total >= Self.maximumWeighed)
    }
  }

  /// The versions that fit, with their scores, the last added first.
  private static func weighing(
    _ query: SearchQuery, _ scope: SearchScope, _ db: Database
  ) throws -> (String, StatementArguments) {
    var conditions = ["words MATCH ?"]
    var arguments: StatementArguments = [query.expression]
    if scope == .current { conditions.append("versions.current = 1") }
    if let after = query.after {
      conditions.append("versions.dated >= ?")
      arguments += [after.secondsSince1970]
    }
    if let before = query.before {
      conditions.append("versions.dated < ?")
      arguments += [before.secondsSince1970]
    }
    // Looked up for each find; where the pages are few, before anything else is.
    let places = PageListingQuery.ranges(query.hosts)
    if !query.hosts.isEmpty, try PageListingQuery.areFew(places.condition, places.arguments, db) {
      conditions.append(
        "+words.rowid IN (SELECT id FROM versions WHERE page IN (SELECT id FROM pages WHERE \(places.condition)))")
      arguments += places.arguments
    }
    for (hosts, isWanted) in [(query.hosts, true), (query.unwantedHosts, false)] where !hosts.isEmpty {
      let places = PageListingQuery.ranges(hosts)
      conditions.append(isWanted ? places.condition : "NOT \(places.condition)")
      arguments += places.arguments
    }
    // CROSS JOIN: SQLite is to walk along the words, in the order in which FTS5 has them. Of the versions it needs no more
    // than stands in the index.
    let pages = query.hosts.isEmpty && query.unwantedHosts.isEmpty ? "" : "CROSS JOIN pages ON pages.id = versions.page"
    let rarity = try TermRarity(db)
    let rarities = try rarity.of(query)
    let sql = """
      SELECT words.rowid AS id, \(SearchWeight.call(length: "versions.length", terms: rarities.count)) AS score
      FROM words CROSS JOIN versions INDEXED BY versions_facts ON versions.id = words.rowid \(pages)
      WHERE \(conditions.joined(separator: " AND ")) ORDER BY words.rowid DESC LIMIT \(maximumWeighed)
      """
    return (sql, [try rarity.usualLength()] + StatementArguments(rarities) + arguments)
  }
}
