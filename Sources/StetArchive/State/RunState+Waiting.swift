internal import GRDB
public import StetModel

extension RunState {
  /// The hosts, with port where it is not the usual one, at which addresses of a site are due at a moment, sorted.
  public func waitingHosts(of site: String, at moment: Timestamp) throws(ArchiveError) -> [String] {
    try read([]) { db in
      try String.fetchAll(
        db, sql: "SELECT DISTINCT host FROM waiting WHERE site = ? AND due <= ? ORDER BY host",
        arguments: [site, moment.secondsSince1970])
    }
  }

  /// Addresses of a site at one host that are due at a moment, those that have waited longest first.
  /// - Parameters:
  ///   - known: those of pages that the archive has, or the others.
  ///   - last: goes on behind this one, the last one of an earlier call.
  public func waiting(
    of site: String, at host: String, known: Bool, due moment: Timestamp, after last: WaitingAddress? = nil, limit: Int
  ) throws(ArchiveError) -> [WaitingAddress] {
    try read([]) { db in
      var condition = "site = ? AND host = ? AND known = ? AND due <= ?"
      var arguments: StatementArguments = [site, host, known, moment.secondsSince1970]
      if let last {
        condition += " AND (due, address) > (?, ?)"
        arguments += [last.due.secondsSince1970, last.address.description]
      }
      let statement = try db.cachedStatement(
        sql: "SELECT \(Self.columns) FROM waiting WHERE \(condition) ORDER BY due, address LIMIT \(limit)")
      return try Row.fetchAll(statement, arguments: arguments).compactMap(Self.address)
    }
  }

  /// What is remembered of an address; nil when it does not wait.
  public func waiting(_ address: PageAddress) throws(ArchiveError) -> WaitingAddress? {
    try read(nil) { db in
      let statement = try db.cachedStatement(sql: "SELECT \(Self.columns) FROM waiting WHERE address = ?")
      return try Row.fetchOne(statement, arguments: [address.description]).flatMap(Self.address)
    }
  }

  /// How many addresses of a site wait, due or not.
  public func countWaiting(of site: String) throws(ArchiveError) -> Int {
    try read(0) { db in
      try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM waiting WHERE site = ?"), arguments: [site]) ?? 0
    }
  }

  /// Remembers that addresses wait, in the place of what was remembered of them.
  public func await(_ addresses: [WaitingAddress], of site: String) throws(ArchiveError) {
    guard !addresses.isEmpty else { return }
    try write { db in for address in addresses { try Self.insert(address, of: site, "INSERT OR REPLACE", db) } }
  }

  /// Forgets addresses that wait no more.
  public func forget(_ addresses: [PageAddress]) throws(ArchiveError) {
    guard !addresses.isEmpty else { return }
    try write { db in
      let statement = try db.cachedStatement(sql: "DELETE FROM waiting WHERE address = ?")
      for address in addresses { try statement.execute(arguments: [address.description]) }
    }
  }

  private static let columns = "address, found, dated, due, reason, failures, known"

  private static func address(_ row: Row) -> WaitingAddress? {
    guard let address = PageAddress(row[0]) else { return nil }
    return WaitingAddress(
      address, found: Timestamp(secondsSince1970: row[1]),
      dated: (row[2] as Int64?).map(Timestamp.init(secondsSince1970:)), due: Timestamp(secondsSince1970: row[3]),
      reason: row[4], failures: row[5], isKnown: row[6])
  }

  static func insert(_ address: WaitingAddress, of site: String, _ verb: String, _ db: Database) throws {
    let host = address.address.port.map { "\(address.address.host):\($0)" } ?? address.address.host
    try db.cachedStatement(
      sql: """
        \(verb) INTO waiting (address, site, host, found, dated, due, reason, failures, known)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      address.address.description, site, host, address.found.secondsSince1970, address.dated?.secondsSince1970,
      address.due.secondsSince1970, address.reason, address.failures, address.isKnown,
    ])
  }
}
