internal import StetArchive
internal import StetModel

extension Archive {
  /// The last version of a page that has a record: no tombstone, and not redacted. Nil when there is none.
  /// - Parameter moment: only versions captured until then count; nil: all.
  func lastRecord(of page: ArchivedPage, until moment: Timestamp? = nil) throws(ArchiveError) -> Snapshot? {
    for version in try versionsInTime(of: page).reversed() {
      let snapshot = try snapshot(version, of: page).snapshot
      if snapshot.review != nil, moment.map({ snapshot.captured <= $0 }) ?? true { return snapshot }
    }
    return nil
  }
}
