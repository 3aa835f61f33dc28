/// Keeps an archive's index up to date while a run writes. Nothing here ever fails a capture.
struct IndexKeeping: Sendable {
  let archive: Archive
  let journal: ChangeJournal

  /// How many pages change before the index is brought up to date in the middle of a run.
  private static let interval = 512
  /// An index that is missing is made at the end of a run only for an archive of fewer pages than this.
  private static let smallArchive = 200

  /// After a change, which has come to its end.
  func changed() {
    guard journal.unsettledCount >= Self.interval else { return }
    journal.settle()
    _ = archive.index(.refresh, patience: .zero, looksAtHosts: false) { _, _ in }
  }

  /// At the end of a run; false when nothing was changed.
  func endChanges() -> Bool {
    guard journal.hasBegun else { return false }
    journal.end()
    return true
  }

  /// Brings the index up to date, when the run is over.
  func catchUp() {
    if archive.index(.refresh) == nil, isSmall { _ = archive.index(.build) }
  }

  private var isSmall: Bool {
    guard let hosts = try? archive.folderNames(in: ArchiveLayout.pages), hosts.count < Self.smallArchive else {
      return false
    }
    var count = 0
    for host in hosts {
      count += (try? archive.entries(in: "\(ArchiveLayout.pages)/\(host)").count) ?? 0
      if count >= Self.smallArchive { return false }
    }
    return true
  }
}
