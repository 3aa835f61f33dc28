internal import Glibc
internal import StetModel

/// Brings one page's folder into order before anything is added to it.
///
/// A crash can leave three things. Temporary files: removed. The beginning of a visit line: cut off by the next append.
/// A version whose visit line was never written: it is whole, since it got its name only when it was, so it is
/// adopted by writing the line now. Removing it would be as consistent, but readers may have shown it already, and
/// the same sight meets us where the log was cut by somebody else: what is whole is never thrown away.
struct PageRecovery {
  let archive: Archive
  let file: DurableFile

  private var layout: ArchiveLayout { archive.layout }

  /// Opens a page's folder, which need not exist yet.
  /// - Throws: `damaged` when versions are missing or do not follow on each other; `folderCollision`.
  func open(_ key: PageKey) throws(ArchiveError) -> OpenPage {
    let path = ArchiveLayout.pageFolder(key)
    for folder in [path, ArchiveLayout.quarantineFolder(key)] { try layout.refuseLinks(at: folder) }
    let log = try VisitLog.read(layout, folder: path)
    try check(log.visits.first?.page ?? key, is: key, folder: path)
    var page = OpenPage(key: key, folder: path, log: log)
    if let folder = try PageFolder.list(layout, path) {
      try remove(folder.temporaries, in: path)
      page = try adopt(folder, page)
    }
    try clearQuarantine(ArchiveLayout.quarantineFolder(key), log: page.log)
    return page
  }

  private func adopt(_ folder: PageFolder, _ page: OpenPage) throws(ArchiveError) -> OpenPage {
    var page = page
    page.highestVersion = max(page.highestVersion, folder.versions.last ?? 0)
    let logged = Set(page.timeline.map(\.version))
    if let missing = logged.subtracting(folder.versions).min() {
      throw ArchiveError(
        code: .damaged,
        message: "Cannot add to the page folder '\(folder.path)': its version \(missing) is missing. "
          + "Restore the folder from a backup; 'stet verify' tells what else is wrong.", subject: folder.path)
    }
    let unlogged = folder.versions.filter { !logged.contains($0) }
    guard let version = unlogged.first else { return page }
    let path = "\(folder.path)/\(ArchiveLayout.snapshotName(version))"
    let archived = ArchivedPage(key: page.key, folder: folder.path, aliases: [])
    if let stray = unlogged.first(where: { isStray($0, of: archived) }), !logged.isEmpty {
      throw ArchiveError(
        code: .damaged,
        message: "Cannot add to the page folder '\(folder.path)': '\(ArchiveLayout.snapshotName(stray))' in it is no "
          + "version of the page. Move it away; 'stet verify' tells what else is wrong.", subject: folder.path)
    }
    guard unlogged.count == 1, version == (logged.max() ?? 0) + 1 else {
      throw ArchiveError(
        code: .damaged,
        message: "Cannot add to the page folder '\(folder.path)': its visit log lacks version \(version). "
          + "Restore the folder from a backup; 'stet verify' tells what else is wrong.", subject: folder.path)
    }
    let sealed = try SealedSnapshot.read(try bytes(of: path), subject: path)
    try check(sealed.snapshot.page, is: page.key, folder: folder.path)
    guard sealed.snapshot.version == version, sealed.snapshot.previous == page.digest(of: version - 1) else {
      throw Archive.damaged(path, "it does not follow version \(version - 1)")
    }
    do throws(SystemCallError) {
      // The run that wrote it may have ended before its name was durable.
      try file.syncFile(layout.absolute(path))
    } catch {
      throw ArchiveError(error, action: "Cannot make the snapshot durable:", subject: path)
    }
    var visit = Visit(at: sealed.snapshot.captured, page: page.key, outcome: Self.outcome(of: sealed.snapshot))
    visit.note(sealed.snapshot.response)
    visit.version = version
    visit.digest = sealed.digest
    visit.wroteVersion = true
    visit.isAdopted = true
    var plan = PlannedVisit(page, visit)
    if let redaction = sealed.redaction {
      // It came from another archive without its text.
      var declaration = Visit(at: redaction.at, page: page.key, outcome: .redacted)
      (declaration.version, declaration.digest, declaration.reason) = (version, sealed.digest, redaction.reason)
      plan.followers = [PlannedVisit.Line(visit: declaration, members: nil)]
    }
    plan.unsyncedFolders = [page.folder]
    plan.action = "Cannot make the snapshot durable:"
    plan.subject = path
    var commit = GroupCommit([plan], layout: layout, file: file)
    // Nothing is appended: what stood in a WARC file stands there.
    var evidence = EvidenceFiles(layout: layout)
    return try commit.run(&evidence)[0].get().page
  }

  private func isStray(_ version: Int, of page: ArchivedPage) -> Bool {
    do throws(ArchiveError) {
      _ = try archive.snapshot(version, of: page)
      return false
    } catch {
      return error.code == .damaged
    }
  }

  /// Removes what stands in a page's quarantine and no visit names.
  func clearQuarantine(_ path: String, log: VisitLog) throws(ArchiveError) {
    let named = Set(log.visits.compactMap(\.quarantine).flatMap(QuarantineFiles.paths(ofObservation:)))
    let leftovers = try archive.entries(in: path).filter { entry in
      entry.kind == .file && !TemporaryName.isIgnored(entry.name) && !named.contains("\(path)/\(entry.name)")
        && (TemporaryName.isTemporary(entry.name) || QuarantineFiles.isObservation(entry.name))
    }
    // A crash leaves one observation at most, and a log that is still there where the page has versions. Observations
    // that have lost their log are not to be thrown away with it.
    let observations = leftovers.filter { QuarantineFiles.isObservation($0.name) && $0.name.hasSuffix(".json") }
    let page = ArchiveLayout.pages + path.dropFirst(ArchiveLayout.quarantine.count)
    let versions = try PageFolder.list(layout, page)?.versions ?? []
    let isCrash = observations.count <= 1 && !(log.visits.isEmpty && !versions.isEmpty)
    try remove(leftovers.filter { isCrash || TemporaryName.isTemporary($0.name) }.map(\.name), in: path)
  }

  private func remove(_ names: [String], in folder: String) throws(ArchiveError) {
    do throws(SystemCallError) {
      for name in names { try file.remove(layout.absolute("\(folder)/\(name)")) }
    } catch {
      throw ArchiveError(error, action: "Cannot clear the leftovers of a crash in", subject: folder)
    }
  }

  private func bytes(of path: String) throws(ArchiveError) -> [UInt8] {
    do throws(SystemCallError) {
      return try FileReading.bytes(of: layout.absolute(path))
    } catch {
      throw ArchiveError(error, action: "Cannot read the snapshot", subject: path)
    }
  }

  private func check(_ found: PageKey, is key: PageKey, folder: String) throws(ArchiveError) {
    guard found != key else { return }
    throw ArchiveError(
      code: .folderCollision,
      message: "Cannot store '\(key)' in '\(folder)': the folder is that of '\(found)'. "
        + "If both addresses are in use, keep one of them in another archive.", subject: folder)
  }

  private static func outcome(of snapshot: Snapshot) -> VisitOutcome {
    switch snapshot.cause {
    case .gone: .gone
    case .extractor: .reextracted
    case .page, .import: snapshot.version == 1 ? .new : .changed
    }
  }
}
