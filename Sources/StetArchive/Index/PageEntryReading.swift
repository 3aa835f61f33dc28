internal import Glibc
internal import StetModel

/// Reads from a page's files what an index says of it.
struct PageEntryReading {
  let archive: Archive
  let folder: String
  /// Digests of the versions that need not be read: the index has them.
  var known: [Int: Digest] = [:]

  /// The entry; nil when the folder is no page's, or is gone.
  /// - Throws: `damaged` when nobody can tell whose folder it is; errors of the disk.
  func entry() throws(ArchiveError) -> PageEntry? {
    guard let page = try PageIdentity.read(archive.layout, folder: folder) else { return nil }
    var entry = PageEntry(page)
    entry.isWhole = known.isEmpty
    do throws(ArchiveError) {
      let log = try VisitLog.read(archive.layout, folder: folder)
      note(log, in: &entry)
      let timeline = try archive.timeline(of: page, log: log)
      entry.numbers = timeline.map(\.version)
      entry.latest = timeline.last
      if entry.latest?.isGone == true { entry.failingSince = nil }
      try readVersions(timeline, log, of: &entry)
    } catch  where error.code == .damaged || error.code == .newerFormat {
      entry.problem = error
    }
    return entry
  }

  private func readVersions(_ timeline: [TimedVersion], _ log: VisitLog, of entry: inout PageEntry) throws(ArchiveError)
  {
    let logged = Dictionary(log.writings.map { ($0.version, $0.digest) }, uniquingKeysWith: { first, _ in first })
    for version in timeline {
      if let digest = known[version.version], logged[version.version] == digest { continue }
      do throws(ArchiveError) {
        entry.versions.append(VersionEntry(try archive.snapshot(version.version, of: entry.page)))
      } catch {
        // An old version that is broken hides nothing else; a latest one is what lists would show.
        if version == timeline.last { throw error }
        guard error.code == .damaged || error.code == .newerFormat else { throw error }
      }
    }
  }

  private func note(_ log: VisitLog, in entry: inout PageEntry) {
    let visits = log.visitsInTime
    for visit in visits where visit.outcome != .quarantined {
      for part in visit.parts {
        entry.parts.insert(PageAddress(part.finalURL).map { PageKey($0).description } ?? part.finalURL)
      }
    }
    entry.firstSeen = visits.first?.at
    entry.lastVisit = visits.last?.at
    entry.lastChange = visits.last { $0.wroteVersion && $0.outcome != .reextracted }?.at
    entry.outcome = visits.last?.outcome
    if let outcome = entry.outcome { entry.streak = visits.reversed().prefix { $0.outcome == outcome }.count }
    entry.visits = visits.count
    entry.days = DayCounts.of(visits)
    entry.failingSince = visits.reversed().prefix { $0.outcome.isFailure }.last?.at
  }
}
