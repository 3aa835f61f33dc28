internal import GRDB
public import StetModel

extension RunState {
  /// What is remembered of a site's source; a new one where nothing is.
  public func source(_ address: PageAddress, kind: String, of site: String) throws(ArchiveError) -> SourceState {
    try read(SourceState(address, kind: kind)) { db in
      var source = SourceState(address, kind: kind)
      let statement = try db.cachedStatement(
        sql: """
          SELECT asked, good, etag, modified, digest, failures, rules FROM sources WHERE site = ? AND address = ?
          """)
      guard let row = try Row.fetchOne(statement, arguments: [site, address.description]) else { return source }
      source.asked = (row[0] as Int64?).map(Timestamp.init(secondsSince1970:))
      source.good = (row[1] as Int64?).map(Timestamp.init(secondsSince1970:))
      source.etag = row[2]
      source.lastModified = row[3]
      source.digest = (row[4] as String?).flatMap(Digest.init)
      source.failures = row[5]
      source.rules = (row[6] as String?).flatMap(Digest.init)
      return source
    }
  }

  /// The sources of a kind that are remembered of a site, by address.
  public func sources(of site: String, kind: String) throws(ArchiveError) -> [PageAddress] {
    try read([]) { db in
      try String.fetchAll(
        db, sql: "SELECT address FROM sources WHERE site = ? AND kind = ? ORDER BY address", arguments: [site, kind]
      ).compactMap { PageAddress($0) }
    }
  }

  /// Forgets a source.
  public func forgetSource(_ address: PageAddress, of site: String) throws(ArchiveError) {
    try write { db in
      try db.execute(
        sql: "DELETE FROM sources WHERE site = ? AND address = ?", arguments: [site, address.description])
    }
  }

  /// Remembers a source, and with it the addresses that it named: both or neither. Of an address that is waiting already
  /// nothing changes.
  /// - Parameters:
  ///   - isPassing: whether the source is done with, and forgotten.
  ///   - next: sources that are to be asked for next; those that are remembered already are left alone.
  /// - Returns: how many of the addresses were new.
  public func remember(
    _ source: SourceState, isPassing: Bool = false, next: [SourceState] = [], of site: String,
    found: [WaitingAddress] = []
  ) throws(ArchiveError) -> Int {
    var count = 0
    try write { db in
      for next in next {
        try db.execute(
          sql: "INSERT OR IGNORE INTO sources (site, address, kind) VALUES (?, ?, ?)",
          arguments: [site, next.address.description, next.kind])
      }
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO sources (site, address, kind, asked, good, etag, modified, digest, failures, rules)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          site, source.address.description, source.kind, source.asked?.secondsSince1970, source.good?.secondsSince1970,
          source.etag, source.lastModified, source.digest?.description, source.failures, source.rules?.description,
        ])
      if isPassing {
        try db.execute(
          sql: "DELETE FROM sources WHERE site = ? AND address = ?", arguments: [site, source.address.description])
      }
      for address in found {
        try Self.insert(address, of: site, "INSERT OR IGNORE", db)
        count += db.changesCount
      }
    }
    return count
  }
}
