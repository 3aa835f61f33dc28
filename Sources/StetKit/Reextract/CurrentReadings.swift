internal import StetArchive
internal import StetModel

/// The versions of a page that say how each of its captures is read at present: a capture that was read again has several
/// versions of the same time, of which the last one counts.
struct CurrentReadings {
  /// By age; tombstones are left out.
  let versions: [Int]

  init(of page: ArchivedPage, in archive: Archive) throws(ArchiveError) {
    var moments: [Int: Timestamp] = [:]
    var gone = Set<Int>()
    for visit in try archive.visits(of: page) where visit.wroteVersion {
      guard let version = visit.version else { continue }
      moments[version] = visit.at
      if visit.outcome == .gone { gone.insert(version) }
    }
    var versions: [Int] = []
    var last: Timestamp?
    for version in try archive.versionsInTime(of: page) where !gone.contains(version) {
      // A version that a crash left without its line has a time of its own, as far as is known.
      let moment = moments[version]
      if let moment, moment == last { versions.removeLast() }
      versions.append(version)
      last = moment
    }
    self.versions = versions
  }
}
