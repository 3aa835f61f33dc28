internal import GRDB
internal import Glibc

/// The host folders of an archive and when a page folder was last made or removed in each: what shows that somebody put
/// a page there by hand, or took one away.
struct HostFolders {
  private let times: [String: Int64]

  static func read(_ archive: Archive) throws(ArchiveError) -> HostFolders {
    var times: [String: Int64] = [:]
    for host in try archive.folderNames(in: ArchiveLayout.pages) {
      var facts = stat()
      guard unsafe lstat(archive.layout.absolute("\(ArchiveLayout.pages)/\(host)"), &facts) == 0 else { continue }
      times[host] = Int64(facts.st_mtim.tv_sec) * 1_000_000_000 + Int64(facts.st_mtim.tv_nsec)
    }
    return HostFolders(times: times)
  }

  /// All names, those included that only the index has, sorted.
  func allNames(_ db: Database) throws -> [String] { Set(try Self.known(db).keys).union(times.keys).sorted() }

  /// Whether all look as the index has them.
  func areKnown(_ db: Database) throws -> Bool { try Self.known(db) == times }

  /// Hosts whose folders look different though no new page of theirs is noted that would say why.
  ///
  /// - Parameter noted: page folders that the journal names.
  func unexplained(_ db: Database, _ archive: Archive, _ noted: [String]) throws -> [String] {
    let known = try Self.known(db)
    let tables = IndexTables(db: db)
    let noted = Set(noted)
    return try Set(known.keys).union(times.keys).filter { host in
      guard known[host] != times[host] else { return false }
      let path = "\(ArchiveLayout.pages)/\(host)"
      let before = Set(try tables.folders(startingWith: path + "/"))
      let now = Set(try archive.folderNames(in: path).filter(FolderName.isPageFolder).map { "\(path)/\($0)" })
      let new = now.subtracting(before)
      // A folder that was replaced shows in the time only.
      return new.isEmpty || !new.isSubset(of: noted) || !before.isSubset(of: now)
    }.sorted()
  }

  func write(_ db: Database) throws {
    guard try !areKnown(db) else { return }
    try db.execute(sql: "DELETE FROM hosts")
    for (host, time) in times {
      try db.execute(sql: "INSERT INTO hosts VALUES (?, ?)", arguments: [host, time])
    }
  }

  private static func known(_ db: Database) throws -> [String: Int64] {
    var times: [String: Int64] = [:]
    let rows = try Row.fetchCursor(db, sql: "SELECT name, time FROM hosts")
    while let row = try rows.next() { times[row[0]] = row[1] }
    return times
  }
}
