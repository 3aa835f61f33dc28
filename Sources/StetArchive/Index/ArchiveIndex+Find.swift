internal import GRDB
internal import StetModel

extension ArchiveIndex {
  /// The first pages, by key, that fit, and how many fit in all; `countLimit` where that many fit or more.
  func matches(
    _ match: PageMatch, limit: Int, countLimit: Int
  ) throws(ArchiveError) -> (pages: [ArchivedPage], count: Int) {
    let choice = Self.choice(match)
    return try read { db in
      let found = try Int64.fetchAll(
        db, sql: "SELECT pages.id FROM \(choice.source) WHERE \(choice.condition) LIMIT \(countLimit)",
        arguments: choice.arguments)
      guard !found.isEmpty else { return ([], 0) }
      // Of so many, the first are soon met on a walk by key.
      let isMany = found.count >= countLimit
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, key, folder FROM pages
          WHERE \(isMany ? choice.exact : "id IN (\(found.map(String.init).joined(separator: ", ")))")
          ORDER BY key, folder LIMIT \(limit)
          """, arguments: isMany ? choice.exactArguments : [])
      let pages = try rows.map { row in
        let aliases = try String.fetchAll(
          db, sql: "SELECT alias FROM aliases WHERE page = ? ORDER BY place", arguments: [row[0] as Int64])
        return ArchivedPage(key: PageKey(stored: row[1]), folder: row[2], aliases: aliases)
      }
      return (pages, found.count)
    }
  }

  /// The folders that nobody can tell the page of.
  func unreadableFolders() throws(ArchiveError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT folder FROM unreadable ORDER BY folder") }
  }

  /// How the pages that fit are met: in any order in `source`, by `condition`; or on a walk along all, by `exact`.
  private struct Choice {
    var source = "pages"
    var exact: String
    var exactArguments: StatementArguments
    var condition: String
    var arguments: StatementArguments

    init(_ exact: String, _ arguments: StatementArguments) {
      self.exact = exact
      exactArguments = arguments
      condition = exact
      self.arguments = arguments
    }

    /// Only those are looked at whose trigrams fit.
    mutating func look(in table: String, for expression: String) {
      source = "\(table) CROSS JOIN pages ON pages.id = \(table).rowid"
      condition = "\(table) MATCH ? AND \(exact)"
      arguments = [expression] + exactArguments
    }
  }

  private static func choice(_ match: PageMatch) -> Choice {
    func marks(_ texts: [String]) -> String { texts.map { _ in "?" }.joined(separator: ", ") }
    // `lower` folds ASCII only, as the search through the files does.
    switch match {
    case .keys(let keys): return Choice("key IN (\(marks(keys)))", StatementArguments(keys))
    case .aliases(let texts):
      return Choice("id IN (SELECT page FROM aliases WHERE alias IN (\(marks(texts))))", StatementArguments(texts))
    case .keyPart(let part):
      var choice = Choice("instr(lower(key), ?) > 0", [part])
      if let expression = AddressParts.expression(part) { choice.look(in: "key_parts", for: expression) }
      return choice
    case .aliasPart(let part):
      var choice = Choice(
        "EXISTS (SELECT 1 FROM aliases WHERE page = pages.id AND instr(lower(alias), ?) > 0)", [part])
      if let expression = AddressParts.expression(part) { choice.look(in: "alias_parts", for: expression) }
      return choice
    }
  }
}
