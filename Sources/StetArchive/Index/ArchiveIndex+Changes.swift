internal import GRDB
public import StetModel

extension ArchiveIndex {
  /// Whose changes are asked for.
  public enum ChangeScope: Sendable, Hashable {
    /// All pages.
    case all
    /// The pages in a host's folder (`reviews.example_8080`).
    case hostFolder(String)
    /// The pages of a host and of hosts below it, whatever the port.
    case host(String)
  }

  /// Up to so many of a host's pages are looked at one by one; of more, the changes of all pages are passed by.
  private static let fewPages = 2000

  /// What changed last, the newest first; at one moment in the order of folders. What other rules of extraction read in a
  /// page is no change of it.
  ///
  /// - Parameters:
  ///   - place: goes on behind this one; nil: from the newest on.
  ///   - since: only what was captured at or after this moment.
  public func changes(
    _ scope: ChangeScope = .all, after place: IndexedChange.Place? = nil, since: Timestamp? = nil, limit: Int
  ) throws(ArchiveError) -> [IndexedChange] {
    try read { db in
      var source = "versions INDEXED BY versions_by_captured CROSS JOIN pages ON pages.id = versions.page"
      var conditions = ["versions.cause <> ?"]
      var arguments: StatementArguments = [SnapshotCause.extractor.rawValue]
      if let range = Self.range(scope) {
        if try Self.areFew(range, db) {
          source = "pages CROSS JOIN versions ON versions.page = pages.id"
        }
        conditions.append("pages.\(range.column) >= ? AND pages.\(range.column) < ?")
        arguments += [range.start, range.end]
      }
      if let since {
        conditions.append("versions.captured >= ?")
        arguments += [since.secondsSince1970]
      }
      if let place {
        conditions.append(
          "versions.captured <= ? AND (versions.captured < ? OR (pages.folder, versions.number) > (?, ?))")
        let captured = place.captured.secondsSince1970
        arguments += [captured, captured, place.folder, place.version]
      }
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT versions.captured, pages.folder, versions.number, pages.key, versions.cause, versions.digest,
            versions.title
          FROM \(source) WHERE \(conditions.joined(separator: " AND "))
          ORDER BY versions.captured DESC, pages.folder, versions.number LIMIT \(max(0, limit))
          """, arguments: arguments)
      return rows.compactMap(Self.change)
    }
  }

  private static func change(_ row: Row) -> IndexedChange? {
    guard let cause = SnapshotCause(rawValue: row[4]), let digest = Digest(row[5] as String) else { return nil }
    return IndexedChange(
      place: IndexedChange.Place(
        captured: Timestamp(secondsSince1970: row[0]), folder: row[1], version: row[2]),
      page: PageKey(stored: row[3]), cause: cause, digest: digest, title: row[6])
  }

  private struct Range {
    let column: String
    let start: String
    let end: String
  }

  private static func range(_ scope: ChangeScope) -> Range? {
    switch scope {
    case .all: return nil
    // "0" is what follows "/".
    case .hostFolder(let name):
      return Range(
        column: "folder", start: "\(ArchiveLayout.pages)/\(name)/", end: "\(ArchiveLayout.pages)/\(name)0")
    case .host(let host):
      let range = HostDomain.range(of: ASCII.lowercased(host))
      return Range(column: "domain", start: range.start, end: range.end)
    }
  }

  private static func areFew(_ range: Range, _ db: Database) throws -> Bool {
    let sql =
      "SELECT count(*) FROM (SELECT 1 FROM pages WHERE \(range.column) >= ? AND \(range.column) < ? "
      + "LIMIT \(fewPages + 1))"
    return try Int.fetchOne(db, sql: sql, arguments: [range.start, range.end]) ?? 0 <= fewPages
  }
}
