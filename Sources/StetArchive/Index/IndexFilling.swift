internal import GRDB
package import StetModel

/// Puts invented pages into an index without writing their files: only for measuring an index of a size that nobody
/// wants to have on disk. What it holds drifts from the archive, which has none of these pages.
package struct IndexFilling {
  /// An invented version of a page.
  package struct Version {
    package let captured: Timestamp
    package let review: Review

    package init(captured: Timestamp, review: Review) {
      self.captured = captured
      self.review = review
    }
  }

  private let archive: Archive
  private let queue: DatabaseQueue

  /// Makes a new index, in place of one that is there.
  package init(_ archive: Archive) throws {
    self.archive = archive
    IndexFile.remove(archive.layout)
    guard let queue = try IndexFile.open(archive.layout, creating: true) else {
      throw ArchiveError.missingIndex(archive.path)
    }
    self.queue = queue
    // The index then reads no files at all.
    try IndexRefresh(archive: archive, queue: queue).run()
  }

  /// Adds pages, each with its versions in the order of time.
  package func add(_ pages: [(key: PageKey, versions: [Version])]) throws {
    try queue.inTransaction(.immediate) { db in
      let tables = IndexTables(db: db)
      for (key, versions) in pages {
        var entry = PageEntry(ArchivedPage(key: key, folder: ArchiveLayout.pageFolder(key), aliases: []))
        for (index, version) in versions.enumerated() {
          let number = index + 1
          entry.numbers.append(number)
          entry.versions.append(VersionEntry(invented: version, number: number, of: key))
          entry.latest = TimedVersion(version: number, captured: version.captured, isGone: false)
        }
        entry.firstSeen = versions.first?.captured
        entry.lastVisit = versions.last?.captured
        entry.lastChange = versions.last?.captured
        entry.outcome = .unchanged
        entry.streak = 1
        entry.visits = versions.count
        entry.days = DayCounts.of(versions.enumerated().map { ($0.element.captured, true, $0.offset > 0) })
        try tables.store(entry, PageSignature(logSize: 0, logTime: 0, folderTime: 0))
      }
      return .commit
    }
  }
}

extension ArchiveError {
  fileprivate static func missingIndex(_ path: String) -> ArchiveError {
    ArchiveError(code: .cannotWrite, message: "Cannot make an index in '\(path)'. Check the path.", subject: path)
  }
}
