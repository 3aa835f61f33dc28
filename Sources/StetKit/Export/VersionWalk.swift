internal import StetArchive
internal import StetModel

/// Goes through the versions of a selection in an order that does not change: by page folder, then by time.
struct VersionWalk {
  let archive: Archive
  let selection: ExportSelection

  /// How many pages there are to look at.
  func pageCount() throws(ArchiveError) -> Int {
    var count = 0
    for host in hosts { count += try archive.pageCount(host: host) }
    return count
  }

  /// Hands over version after version; one of them is in memory at a time.
  /// - Parameter visited: told of each page when its versions are done; what it throws ends the walk.
  func run(visited: () throws -> Void, _ body: (SelectedVersion) throws -> Void) throws {
    for host in hosts {
      try archive.walk(host: host, failure: { $0 as any Error }) { page throws(any Error) in
        switch selection.versions {
        case .latest: try latest(of: page).map(body)
        case .all: try all(of: page, body)
        }
        try visited()
        return true
      }
    }
  }

  private var hosts: [String?] { selection.hosts.isEmpty ? [nil] : selection.hosts }

  private func isWanted(_ captured: Timestamp) -> Bool { selection.since.map { captured >= $0 } ?? true }

  /// The latest version that has a record; nil where it is too old, or where there is none.
  private func latest(of page: ArchivedPage) throws(ArchiveError) -> SelectedVersion? {
    var goneSince: Timestamp?
    for version in try archive.versionsInTime(of: page).reversed() {
      let sealed = try archive.snapshot(version, of: page)
      guard sealed.snapshot.review == nil else {
        guard isWanted(sealed.snapshot.captured) else { return nil }
        return SelectedVersion(page: page, sealed: sealed, goneSince: goneSince)
      }
      // A redacted version has no record either.
      if sealed.snapshot.cause == .gone { goneSince = sealed.snapshot.captured }
    }
    return nil
  }

  private func all(of page: ArchivedPage, _ body: (SelectedVersion) throws -> Void) throws {
    for version in try archive.versionsInTime(of: page) {
      let sealed = try archive.snapshot(version, of: page)
      guard isWanted(sealed.snapshot.captured) else { continue }
      let goneSince = sealed.snapshot.cause == .gone ? sealed.snapshot.captured : nil
      try body(SelectedVersion(page: page, sealed: sealed, goneSince: goneSince))
    }
  }
}
