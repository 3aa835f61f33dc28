internal import GRDB
public import StetModel

extension RunState {
  /// What is remembered of a site's source; a new one where nothing is.
  public func source(_ address: PageAddress, of site: String) throws(ArchiveError) -> SourceState {
    try read(SourceState(address)) { db in
      var source = SourceState(address)
      let statement = try db.cachedStatement(
        sql: """
          SELECT asked, good, etag, modified, digest, leads, failures FROM sources WHERE site = ? AND address = ?
          """)
      guard let row = try Row.fetchOne(statement, arguments: [site, address.description]) else { return source }
      source.asked = (row[0] as Int64?).map(Timestamp.init(secondsSince1970:))
      source.good = (row[1] as Int64?).map(Timestamp.init(secondsSince1970:))
      source.etag = row[2]
      source.lastModified = row[3]
      source.digest = (row[4] as String?).flatMap(Digest.init)
      source.leads = ((row[5] as String?) ?? "").split(separator: "\n").compactMap { PageAddress(String($0)) }
      source.failures = row[6]
      return source
    }
  }

  /// Remembers a source, and with it the addresses that it named: both or neither. Of an address that is waiting already
  /// nothing changes.
  /// - Parameter found: host, address, day and due date are taken; `site` is that of the source.
  /// - Returns: how many of the addresses were new.
  public func remember(
    _ source: SourceState, of site: String, found: [WaitingAddress] = []
  ) throws(ArchiveError) -> Int {
    var count = 0
    try write { db in
      try db.execute(
        sql: """
          INSERT OR REPLACE INTO sources (site, address, asked, good, etag, modified, digest, leads, failures)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          site, source.address.description, source.asked?.secondsSince1970, source.good?.secondsSince1970, source.etag,
          source.lastModified, source.digest?.description,
          source.leads.isEmpty ? nil : source.leads.map(\.description).joined(separator: "\n"), source.failures,
        ])
      for address in found {
        try Self.insert(address, of: site, "INSERT OR IGNORE", db)
        count += db.changesCount
      }
    }
    return count
  }
}
