internal import GRDB
internal import StetModel

/// Puts entries into the tables of an index, inside a transaction of the caller's.
struct IndexTables {
  let db: Database

  /// A text that the index holds is no longer what the archive says. Words cannot be taken out singly: the index has to
  /// be made anew.
  struct Outdated: Error {}

  /// What the index says of the versions of a folder's page.
  func versions(of folder: String) throws -> [Int: Digest] {
    let rows = try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT number, digest FROM versions WHERE page = (SELECT id FROM pages WHERE folder = ?)"),
      arguments: [folder])
    return Dictionary(
      rows.compactMap { row in Digest(row[1]).map { (row[0], $0) } }, uniquingKeysWith: { first, _ in first })
  }

  /// What is compared of a page when looking for drift.
  struct PageRow {
    let key: String
    let versions: Int
    let latest: Int?
    let lastVisit: Int64?
    let aliases: [String]
  }

  func row(of folder: String) throws -> PageRow? {
    let statement = try db.cachedStatement(
      sql: "SELECT id, key, versions, latest, last_visit FROM pages WHERE folder = ?")
    guard let row = try Row.fetchOne(statement, arguments: [folder]) else { return nil }
    let aliases = try String.fetchAll(
      db.cachedStatement(sql: "SELECT alias FROM aliases WHERE page = ? ORDER BY place"), arguments: [row[0] as Int64])
    return PageRow(key: row[1], versions: row[2], latest: row[3], lastVisit: row[4], aliases: aliases)
  }

  /// How a folder looked when it was read.
  func signature(of folder: String) throws -> PageSignature? {
    for table in ["pages", "unreadable"] {
      let statement = try db.cachedStatement(
        sql: "SELECT log_size, log_time, folder_time FROM \(table) WHERE folder = ?")
      if let row = try Row.fetchOne(statement, arguments: [folder]) {
        return PageSignature(logSize: row[0], logTime: row[1], folderTime: row[2])
      }
    }
    return nil
  }

  /// Folders that the index has, of one host. The prefix ends with a slash.
  func folders(startingWith prefix: String) throws -> [String] {
    try ["pages", "unreadable"].flatMap { table in
      try String.fetchAll(
        db, sql: "SELECT folder FROM \(table) WHERE folder >= ?1 AND folder < ?2",
        arguments: [prefix, prefix.dropLast() + "0"])
    }
  }

  func store(_ entry: PageEntry, _ signature: PageSignature) throws {
    let folder = entry.page.folder
    try execute("DELETE FROM unreadable WHERE folder = ?", [folder])
    let known = try versions(of: folder)
    let read = Dictionary(entry.versions.map { ($0.number, $0.digest) }, uniquingKeysWith: { first, _ in first })
    for (number, digest) in known where entry.isWhole ? read[number] != digest : !entry.numbers.contains(number) {
      throw Outdated()
    }
    let knownKey = try key(of: folder)
    let tally = SiteTally(entry)
    try SiteTally.replace(SiteTally.read(db, folder), by: tally, of: tally.host, in: db)
    try execute(
      """
      INSERT INTO pages (folder, host, key, domain, versions, latest, captured, first_seen, last_visit, last_change, due,
        outcome, streak, visits, days, failing_since, gone, log_size, log_time, folder_time, problem_code, problem,
        problem_subject)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (folder) DO UPDATE SET key = excluded.key, domain = excluded.domain, versions = excluded.versions,
        latest = excluded.latest, captured = excluded.captured, first_seen = excluded.first_seen,
        last_visit = excluded.last_visit, last_change = excluded.last_change, due = excluded.due, outcome = excluded.outcome,
        streak = excluded.streak, visits = excluded.visits, days = excluded.days,
        failing_since = excluded.failing_since, gone = excluded.gone, log_size = excluded.log_size, log_time = excluded.log_time,
        folder_time = excluded.folder_time, problem_code = excluded.problem_code, problem = excluded.problem,
        problem_subject = excluded.problem_subject
      """,
      [
        folder, tally.host, entry.page.key.description, HostDomain.of(entry.host), entry.numbers.count,
        entry.latest?.version,
        entry.latest?.captured.secondsSince1970, entry.firstSeen?.secondsSince1970, entry.lastVisit?.secondsSince1970,
        entry.lastChange?.secondsSince1970, entry.due, entry.outcome?.description, entry.streak,
        entry.visits, DayCounts.packed(entry.days), entry.failingSince?.secondsSince1970, tally.gone, signature.logSize,
        signature.logTime, signature.folderTime, entry.problem?.code.rawValue,
        entry.problem?.message, entry.problem?.subject,
      ])
    guard let page = try id(of: folder) else { return }
    if knownKey != entry.page.key.description {
      try execute("INSERT INTO key_parts (rowid, parts) VALUES (?, lower(?))", [page, entry.page.key.description])
    }
    try storeAliases(entry.page.aliases, of: page)
    try storeParts(entry.parts, of: page)
    for version in entry.versions {
      if let digest = known[version.number] {
        guard digest == version.digest else { throw Outdated() }
      } else {
        try store(version, of: page)
      }
    }
    try markCurrent(page)
  }

  func storeUnreadable(_ folder: String, _ error: ArchiveError, _ signature: PageSignature) throws {
    try remove(folder)
    try execute(
      "INSERT OR REPLACE INTO unreadable VALUES (?, ?, ?, ?, ?, ?, ?)",
      [
        folder, error.code.rawValue, error.message, error.subject, signature.logSize, signature.logTime,
        signature.folderTime,
      ])
  }

  /// Removes what the index says of a folder.
  func remove(_ folder: String) throws {
    try execute("DELETE FROM unreadable WHERE folder = ?", [folder])
    guard let page = try id(of: folder) else { return }
    guard try versions(of: folder).isEmpty else { throw Outdated() }
    if let tally = try SiteTally.read(db, folder) { try SiteTally.replace(tally, by: nil, of: tally.host, in: db) }
    try execute("DELETE FROM aliases WHERE page = ?", [page])
    try execute("DELETE FROM parts WHERE page = ?", [page])
    try execute("DELETE FROM pages WHERE id = ?", [page])
  }

  private func storeAliases(_ aliases: [String], of page: Int64) throws {
    let statement = try db.cachedStatement(sql: "SELECT alias FROM aliases WHERE page = ? ORDER BY place")
    let known = try String.fetchAll(statement, arguments: [page])
    guard known != aliases else { return }
    try execute("DELETE FROM aliases WHERE page = ?", [page])
    for (place, alias) in aliases.enumerated() {
      try execute("INSERT INTO aliases VALUES (?, ?, ?)", [page, place, alias])
    }
    if !aliases.isEmpty {
      try execute(
        "INSERT INTO alias_parts (rowid, parts) VALUES (?, lower(?))", [page, aliases.joined(separator: "\n")])
    }
  }

  private func storeParts(_ parts: Set<String>, of page: Int64) throws {
    let statement = try db.cachedStatement(sql: "SELECT address FROM parts WHERE page = ?")
    guard try Set(String.fetchAll(statement, arguments: [page])) != parts else { return }
    try execute("DELETE FROM parts WHERE page = ?", [page])
    for address in parts.sorted() { try execute("INSERT INTO parts VALUES (?, ?)", [page, address]) }
  }

  private func store(_ version: VersionEntry, of page: Int64) throws {
    try execute(
      """
      INSERT INTO versions (page, number, current, dated, captured, cause, kind, title, authors, published, rating,
        tags, length, digest)
      VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        page, version.number, version.dated.secondsSince1970, version.captured.secondsSince1970,
        version.cause.rawValue, version.kind?.rawValue, version.title, version.authors, version.published,
        version.rating, version.tags, version.length, version.digest.description,
      ])
    guard let text = version.text else { return }
    try execute(
      "INSERT INTO words (rowid, \(SearchField.columns)) VALUES (last_insert_rowid(), ?, ?, ?, ?, ?)",
      StatementArguments(SearchField.allCases.map { WordRuns.split(text[$0]) }))
  }

  /// Marks the latest version in time that has text.
  private func markCurrent(_ page: Int64) throws {
    let current = """
      (SELECT id FROM versions WHERE page = ?1 AND kind IS NOT NULL ORDER BY captured DESC, number DESC LIMIT 1)
      """
    try execute("UPDATE versions SET current = 0 WHERE page = ?1 AND current = 1 AND id != \(current)", [page])
    try execute("UPDATE versions SET current = 1 WHERE id = \(current) AND current = 0", [page])
  }

  private func id(of folder: String) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM pages WHERE folder = ?"), arguments: [folder])
  }

  private func key(of folder: String) throws -> String? {
    try String.fetchOne(db.cachedStatement(sql: "SELECT key FROM pages WHERE folder = ?"), arguments: [folder])
  }

  private func execute(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
