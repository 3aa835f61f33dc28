internal import GRDB
public import StetModel

/// What the versions of a whole site tell together.
extension ArchiveIndex {
  /// Goes through the changes of a site's pages: versions that the page is the cause of, its first one left out, where the
  /// page says when it was published.
  /// - Parameters:
  ///   - host: the name of the host's folder.
  ///   - body: is given the date of publication as the record has it, and when the change was seen.
  public func eachChange(
    of host: String, _ body: (_ published: String, _ seen: Timestamp) -> Void
  ) throws(ArchiveError) {
    let causes = [SnapshotCause.page.rawValue, SnapshotCause.import.rawValue]
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT versions.published, versions.captured FROM pages CROSS JOIN versions ON versions.page = pages.id
          WHERE pages.folder >= ? AND pages.folder < ? AND versions.cause IN (?, ?) AND versions.published IS NOT NULL
            AND versions.captured > pages.first_seen
          """, arguments: Self.folders(of: host) + StatementArguments(causes))
      while let row = try rows.next() { body(row[0], Timestamp(secondsSince1970: row[1])) }
    }
  }

  /// Goes through the tags of a site's pages, as the latest version of each has them.
  /// - Parameters:
  ///   - host: the name of the host's folder.
  ///   - body: is given a page's tags in order, and the day that it is of: when it was published, else captured.
  public func eachTagged(of host: String, _ body: (_ tags: [String], _ dated: Timestamp) -> Void) throws(ArchiveError) {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT versions.tags, versions.dated FROM pages CROSS JOIN versions ON versions.page = pages.id
          WHERE pages.folder >= ? AND pages.folder < ? AND versions.current = 1 AND versions.tags IS NOT NULL
          """, arguments: Self.folders(of: host))
      while let row = try rows.next() {
        let tags: String = row[0]
        body(tags.split(separator: "\n").map(String.init), Timestamp(secondsSince1970: row[1]))
      }
    }
  }

  /// The folders of a host's pages, as the bounds of a range: "0" is what follows "/".
  private static func folders(of host: String) -> StatementArguments {
    ["\(ArchiveLayout.pages)/\(host)/", "\(ArchiveLayout.pages)/\(host)0"]
  }
}
