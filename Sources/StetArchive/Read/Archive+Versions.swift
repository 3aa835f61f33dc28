internal import Glibc
internal import StetModel

extension Archive {
  /// The numbers of a page's versions, ascending: those that have a file, and those that a visit names though their
  /// file is missing, which then fail to read. A file that no visit names is one only where it is a version of the page:
  /// one that strayed here hides none of the others.
  public func versions(of page: ArchivedPage) throws(ArchiveError) -> [Int] {
    let logged = Set(try VisitLog.read(layout, folder: page.folder).writings.compactMap(\.version))
    return logged.union(try unlogged(of: page, logged: logged).map(\.version)).sorted()
  }

  /// The versions that no visit names, as after a crash or where a log was cut.
  private func unlogged(of page: ArchivedPage, logged: Set<Int>) throws(ArchiveError) -> [TimedVersion] {
    var found: [TimedVersion] = []
    for version in try PageFolder.list(layout, page.folder)?.versions ?? [] where !logged.contains(version) {
      do throws(ArchiveError) {
        let snapshot = try snapshot(version, of: page).snapshot
        found.append(TimedVersion(version: version, captured: snapshot.captured, isGone: snapshot.cause == .gone))
      } catch  where error.code == .damaged && !logged.isEmpty {
        // `verify` tells of it, and nothing is written to the page while it stands there.
      }
    }
    return found
  }

  /// The numbers of a page's versions in the order of `captured`: an imported one may be older than those before it.
  public func versionsInTime(of page: ArchivedPage) throws(ArchiveError) -> [Int] {
    try timeline(of: page).map(\.version)
  }

  /// One version, its digest checked.
  /// - Throws: `unknownVersion`, or `damaged` when the file is missing, broken or another page's.
  public func snapshot(_ version: Int, of page: ArchivedPage) throws(ArchiveError) -> SealedSnapshot {
    try stored(version, of: page).snapshot
  }

  /// A version's file, byte for byte as stored; checked as `snapshot(_:of:)` does.
  public func snapshotBytes(_ version: Int, of page: ArchivedPage) throws(ArchiveError) -> [UInt8] {
    try stored(version, of: page).bytes
  }

  private func stored(
    _ version: Int, of page: ArchivedPage
  ) throws(ArchiveError) -> (bytes: [UInt8], snapshot: SealedSnapshot) {
    let path = "\(page.folder)/\(ArchiveLayout.snapshotName(version))"
    let bytes: [UInt8]
    do throws(SystemCallError) {
      // What stands elsewhere is no part of the archive, and may be nobody's business.
      bytes = try FileReading.bytes(of: layout.absolute(path))
    } catch  where error.number == ELOOP {
      throw Self.damaged(path, "it is a symbolic link")
    } catch  where error.number == ENOENT {
      let known = try versions(of: page)
      guard known.contains(version) else { throw Self.unknownVersion("\(version)", of: page, known: known) }
      throw Self.damaged(path, "the visit log names it, but the file is missing")
    } catch {
      throw ArchiveError(error, action: "Cannot read the snapshot", subject: path)
    }
    let sealed = try SealedSnapshot.read(bytes, subject: path)
    guard sealed.snapshot.page == page.key else { throw Self.damaged(path, "it is a version of another page") }
    guard sealed.snapshot.version == version else {
      throw Self.damaged(path, "it is version \(sealed.snapshot.version)")
    }
    return (bytes, sealed)
  }

  /// A page's visits in the order in which they were written.
  /// - Throws: `damaged` when a line cannot be read.
  public func visits(of page: ArchivedPage) throws(ArchiveError) -> [Visit] {
    try VisitLog.read(layout, folder: page.folder).visits
  }

  /// The version that a word stands for, by the time of capture: a number; a date or date-time in UTC (`2026`,
  /// `2026-11`, `2026-11-22`, `2026-11-22T06:00:03Z`: the latest one captured by its end); `latest`; `previous`, the
  /// one before the latest.
  /// - Throws: `unknownVersion`, with the versions that there are.
  public func resolve(_ versionWord: String, of page: ArchivedPage) throws(ArchiveError) -> Int {
    let timeline = try timeline(of: page)
    let version: Int?
    switch versionWord {
    case "latest": version = timeline.last?.version
    case "previous": version = timeline.dropLast().last?.version
    default:
      if let number = Int(versionWord), timeline.contains(where: { $0.version == number }) {
        version = number
      } else {
        version = DateWord.end(of: versionWord).flatMap { end in timeline.last { $0.captured <= end }?.version }
      }
    }
    guard let version else {
      throw Self.unknownVersion(versionWord, of: page, known: timeline.map(\.version).sorted())
    }
    return version
  }

  /// All versions in the order of time. Only a version that a crash left without a visit line is read for it.
  func timeline(of page: ArchivedPage) throws(ArchiveError) -> [TimedVersion] {
    try timeline(of: page, log: VisitLog.read(layout, folder: page.folder))
  }

  /// The same of a page whose log was read already.
  func timeline(of page: ArchivedPage, log: VisitLog) throws(ArchiveError) -> [TimedVersion] {
    var timeline: [TimedVersion] = []
    var logged = Set<Int>()
    for visit in log.writings {
      guard let version = visit.version, logged.insert(version).inserted else { continue }
      timeline.append(TimedVersion(version: version, captured: visit.at, isGone: visit.outcome == .gone))
    }
    return (timeline + (try unlogged(of: page, logged: logged))).sorted()
  }

  static func damaged(_ path: String, _ reason: String) -> ArchiveError {
    ArchiveError(
      code: .damaged,
      message:
        "Cannot read '\(path)': \(reason). Restore it from a backup; 'stet verify' tells whether more is broken.",
      subject: path)
  }

  private static func unknownVersion(_ word: String, of page: ArchivedPage, known: [Int]) -> ArchiveError {
    let there: String
    switch known.count {
    case 0: there = "it has none yet"
    case 1: there = "it has version \(known[0]) only"
    default: there = "it has \(known.count) versions, the last is \(known[known.count - 1])"
    }
    return ArchiveError(
      code: .unknownVersion,
      message: "Cannot find version '\(word)' of '\(page.key)': \(there). "
        + "Use a number, a date (2026-11-22), latest or previous.", subject: word)
  }
}
