internal import GRDB
internal import Glibc

/// How much a find of each term of a query tells: the fewer versions have it, the more.
///
/// Reckoned from the versions that were added last, and of these from no more finds than it takes: a count of all that
/// have a common word would take longer than the search itself.
struct TermRarity {
  /// How many versions are looked at, from the last on.
  private static let sample: Int64 = 50_000
  /// How many finds of a term are enough.
  private static let enough = 2_000

  private let db: Database
  private let last: Int64

  init(_ db: Database) throws {
    self.db = db
    last = try Int64.fetchOne(db, sql: "SELECT max(id) FROM versions") ?? 0
  }

  /// The rarity of each term, in the order in which the query's expression has them; what must not be there weighs nothing.
  func of(_ query: SearchQuery) throws -> [Double] {
    // Nothing to weigh it against.
    guard query.wanted.count > 1 else { return [1] }
    return try query.wanted.map { try rarity($0.expression) }
  }

  /// The usual length of a text, in bytes.
  func usualLength() throws -> Double {
    try Double.fetchOne(
      db, sql: "SELECT avg(length) FROM versions INDEXED BY versions_facts WHERE id > ?", arguments: [last - 1_000])
      ?? 1
  }

  private func rarity(_ expression: String) throws -> Double {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), min(id) FROM (
          SELECT rowid AS id FROM words WHERE words MATCH ? AND rowid > ? ORDER BY rowid DESC LIMIT \(Self.enough))
        """, arguments: [expression, last - Self.sample])
    guard let row else { return 1 }
    let found: Int = row[0]
    let seen = found == Self.enough ? last - (row[1] as Int64) + 1 : min(last, Self.sample)
    return log(1 + (Double(seen) - Double(found) + 0.5) / (Double(found) + 0.5))
  }
}
