internal import StetArchive
internal import StetModel

/// The mementos of a page (RFC 7089, 1.1): the versions that hold what it said, by time.
///
/// A tombstone says that there was nothing, and of a redacted version nothing is left: neither is one. Of the readings of
/// one capture the last one counts.
struct Mementos {
  struct Memento: Hashable {
    let version: Int
    let captured: Timestamp
  }

  let page: ArchivedPage
  let name: PageName
  /// The earliest first.
  let all: [Memento]

  init(_ page: ArchivedPage, _ name: PageName, _ all: [Memento]) {
    (self.page, self.name, self.all) = (page, name, all)
  }

  /// Reads a page's log.
  init(_ page: ArchivedPage, _ name: PageName, in archive: Archive) throws(ArchiveError) {
    self.page = page
    self.name = name
    var written: [Int: Timestamp] = [:]
    var isLost: Set<Int> = []
    for visit in try archive.visits(of: page) {
      guard let version = visit.version else { continue }
      if visit.outcome == .gone || visit.outcome == .redacted { isLost.insert(version) }
      if visit.wroteVersion { written[version] = visit.at }
    }
    var latest: [Timestamp: Int] = [:]
    for (version, captured) in written where !isLost.contains(version) {
      latest[captured] = max(latest[captured] ?? 0, version)
    }
    all = latest.map { Memento(version: $0.value, captured: $0.key) }.sorted { $0.captured < $1.captured }
  }

  /// The one nearest to a moment; of two that are as near the earlier one; nil when there is none.
  func nearest(_ moment: Timestamp) -> Memento? {
    all.min {
      abs($0.captured.secondsSince1970 - moment.secondsSince1970)
        < abs($1.captured.secondsSince1970 - moment.secondsSince1970)
    }
  }
}
