internal import GRDB
internal import StetModel

extension ArchiveIndex {
  /// The first pages, by key, that fit, and how many fit in all.
  func matches(_ match: PageMatch, limit: Int) throws(ArchiveError) -> (pages: [ArchivedPage], count: Int) {
    let (condition, arguments) = Self.condition(match)
    return try read { db in
      guard
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM pages WHERE \(condition)", arguments: arguments),
        count > 0
      else { return ([], 0) }
      let rows = try Row.fetchAll(
        db, sql: "SELECT id, key, folder FROM pages WHERE \(condition) ORDER BY key, folder LIMIT \(limit)",
        arguments: arguments)
      let pages = try rows.map { row in
        let aliases = try String.fetchAll(
          db, sql: "SELECT alias FROM aliases WHERE page = ? ORDER BY place", arguments: [row[0] as Int64])
        return ArchivedPage(key: PageKey(stored: row[1]), folder: row[2], aliases: aliases)
      }
      return (pages, count)
    }
  }

  private static func condition(_ match: PageMatch) -> (String, StatementArguments) {
    func marks(_ texts: [String]) -> String { texts.map { _ in "?" }.joined(separator: ", ") }
    // `lower` folds ASCII only, as the search through the files does.
    switch match {
    case .keys(let keys): return ("key IN (\(marks(keys)))", StatementArguments(keys))
    case .aliases(let texts):
      return ("id IN (SELECT page FROM aliases WHERE alias IN (\(marks(texts))))", StatementArguments(texts))
    case .keyPart(let part): return ("instr(lower(key), ?) > 0", [part])
    case .aliasPart(let part):
      return ("id IN (SELECT page FROM aliases WHERE instr(lower(alias), ?) > 0)", [part])
    }
  }
}
